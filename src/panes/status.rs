//! Owns the two lines at the edges: where one is, what the keys do here, and the passing notices. It
//! refuses to decide what they say beyond fitting it in.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::{Stage, paint};
use crate::typeset::Role;
use crate::words::{Value, Words};

/// A passing line of news, or something to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it says.
    pub text: String,
    /// Whether it is something to mend.
    pub is_problem: bool,
}

/// A key and what it does here, for the footer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The key.
    pub key: String,
    /// What it does, in a word or two.
    pub does: String,
}

/// Draws the line at the top: a name to the left, counts to the right, and a line to the far right
/// that gives way first.
pub fn title(area: Rect, left: &str, right: &str, buf: &mut Buffer, stage: Stage<'_>) {
    let style = stage.theme.style(Role::TitleBar);
    paint::fill(buf, area, style);
    let right_width = paint::width(right).min(area.width.saturating_sub(2));
    let room = area.width.saturating_sub(right_width + 3);
    paint::text(buf, area.x + 1, area.y, room, &paint::cut(left, room, stage.ascii), style);
    let x = area.right().saturating_sub(right_width + 1);
    paint::text(buf, x, area.y, right_width, &paint::cut(right, right_width, stage.ascii), style);
}

/// Draws the line at the bottom: position or notice to the left, hints that fit whole, progress to
/// the right. The last hint (the help key) is the last to go.
pub fn footer(area: Rect, left: &str, hints: &[Hint], right: &str, buf: &mut Buffer, stage: Stage<'_>) {
    let style = stage.theme.style(Role::Footer);
    paint::fill(buf, area, style);
    let mut x = area.x + 1;
    let used = paint::text(buf, x, area.y, area.width.saturating_sub(1), left, style);
    x += used + if used > 0 { 3 } else { 0 };
    let right_width = paint::width(right);
    let mut end = area.right().saturating_sub(1);
    if right_width > 0 && x + right_width + 2 < end {
        paint::text(buf, end - right_width, area.y, right_width, right, style);
        end -= right_width + 2;
    }
    let width = |hint: &Hint| paint::width(&hint.key) + 1 + paint::width(&hint.does);
    let Some((last, rest)) = hints.split_last() else { return };
    let mut room = end.saturating_sub(x);
    if room < width(last) {
        return;
    }
    room -= width(last);
    let mut shown: Vec<&Hint> = Vec::new();
    for hint in rest {
        if room < width(hint) + 3 {
            break;
        }
        room -= width(hint) + 3;
        shown.push(hint);
    }
    shown.push(last);
    // The footer is quiet; its keys are not.
    let key = stage.theme.style(Role::Key).remove_modifier(Modifier::DIM);
    for hint in shown {
        x += paint::text(buf, x, area.y, end.saturating_sub(x), &hint.key, key);
        x += 1;
        x += paint::text(buf, x, area.y, end.saturating_sub(x), &hint.does, style);
        x += 3;
    }
}

/// How far the reading of files has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Far {
    /// Files looked at.
    pub files: usize,
    /// Files there are, once they are counted.
    pub total: Option<usize>,
    /// Milliseconds it took so far.
    pub spent: u64,
}

/// Cells of the bar.
const BAR: usize = 12;

/// Writes how far the reading of files has come: a bar, how many, how fast, how long still.
pub fn reading(far: Far, words: &Words) -> String {
    let rate = far.files.saturating_mul(1000) / usize::try_from(far.spent.max(1)).unwrap_or(usize::MAX);
    let number = |number: usize| Value::from(words.number(number));
    let so_far = [("files", number(far.files)), ("rate", number(rate))];
    let Some(total) = far.total.filter(|total| *total >= far.files && *total > 0) else {
        return words.with("reading-some", &so_far);
    };
    let full = far.files * BAR / total;
    let (done, open) = if words.is_ascii() { ("#", ".") } else { ("█", "░") };
    let bar = done.repeat(full) + &open.repeat(BAR - full);
    let seconds = (total - far.files).div_ceil(rate.max(1));
    let left = if seconds < 90 {
        words.count("seconds-left", seconds)
    } else {
        words.count("minutes-left", seconds.div_ceil(60))
    };
    let [files, rate] = so_far;
    words.with(
        "reading-most",
        &[("bar", bar.into()), files, ("total", number(total)), rate, ("left", left.into())],
    )
}

/// Draws a notice over the footer.
pub fn notice(area: Rect, notice: &Notice, buf: &mut Buffer, stage: Stage<'_>) {
    let style = stage.theme.style(if notice.is_problem { Role::Problem } else { Role::Notice });
    paint::fill(buf, area, stage.theme.style(Role::Footer));
    let room = area.width.saturating_sub(2);
    paint::text(buf, area.x + 1, area.y, room, &paint::cut(&notice.text, room, stage.ascii), style);
}

/// Draws a prompt over the footer and returns the column of the cursor.
pub fn prompt(
    area: Rect,
    sign: &str,
    line: &super::line::Line,
    right: &str,
    buf: &mut Buffer,
    stage: Stage<'_>,
) -> u16 {
    let style = stage.theme.style(Role::Prompt);
    paint::fill(buf, area, stage.theme.style(Role::Footer));
    let right_width = paint::width(right).min(area.width / 2);
    let used = 1 + paint::text(
        buf,
        area.x + 1,
        area.y,
        area.width.saturating_sub(1),
        sign,
        stage.theme.style(Role::Key),
    );
    let room = area.width.saturating_sub(used + right_width + 2);
    let hidden = line.cursor().saturating_sub(usize::from(room.saturating_sub(1)));
    let shown = skip_cells(line.text(), hidden);
    paint::text(buf, area.x + used, area.y, room, shown, style);
    paint::text(
        buf,
        area.right().saturating_sub(right_width + 1),
        area.y,
        right_width,
        right,
        stage.theme.style(Role::Meta),
    );
    area.x + used + u16::try_from(line.cursor() - hidden).unwrap_or(room).min(room)
}

/// The rest of a text behind its first `cells` cells, whole clusters only.
fn skip_cells(text: &str, cells: usize) -> &str {
    use unicode_segmentation::UnicodeSegmentation;
    let mut skipped = 0;
    for (at, cluster) in text.grapheme_indices(true) {
        if skipped >= cells {
            return text.get(at..).unwrap_or_default();
        }
        skipped += usize::from(paint::width(cluster));
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_reading_says_how_far_how_fast_and_how_long() {
        let far = Far { files: 25_000, total: Some(100_000), spent: 10_000 };
        let words = Words::english();
        assert_eq!(reading(far, &words), "███░░░░░░░░░ 25,000/100,000 · 2,500/s · 30 s left");
        assert_eq!(reading(Far { total: None, ..far }, &words), "25,000 files · 2,500/s");
        let late = Far { files: 1000, total: Some(1_000_000), spent: 1_000_000 };
        assert!(reading(late, &words).ends_with(" 1,000/1,000,000 · 1/s · 16,650 min left"));
    }
}
