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

impl Hint {
    /// Cells it takes.
    fn width(&self) -> u16 {
        paint::width(&self.key) + 1 + paint::width(&self.does)
    }
}

/// The fewest cells a name is shortened to; with less it is left out.
const SHORTEST_NAME: u16 = 6;

/// Draws the line at the top: a name to the left, and to the right, two blanks from it, counts; the name gives
/// way to them.
pub fn title(area: Rect, left: &str, right: &str, buf: &mut Buffer, stage: Stage<'_>) {
    let style = stage.theme.style(Role::TitleBar);
    paint::fill(buf, area, style);
    let right_width = paint::width(right).min(area.width.saturating_sub(2));
    let air = if right.is_empty() { 2 } else { 4 };
    let room = area.width.saturating_sub(right_width + air);
    if room >= SHORTEST_NAME.min(paint::width(left)) {
        paint::text(buf, area.x + 1, area.y, room, &paint::cut(left, room, stage.ascii), style);
    }
    let x = area.right().saturating_sub(right_width + 1);
    paint::text(buf, x, area.y, right_width, &paint::cut(right, right_width, stage.ascii), style);
}

/// Keys the footer names at most.
const KEYS: usize = 6;

/// Draws the line at the bottom: position or notice to the left, a few keys, progress to the right. What
/// does not fit whole is left out: first keys from the back, then progress, then the position. The last
/// hint (the help key) is the last to go.
pub fn footer(area: Rect, left: &str, hints: &[Hint], right: &str, buf: &mut Buffer, stage: Stage<'_>) {
    let style = stage.theme.style(Role::Footer);
    paint::fill(buf, area, style);
    let whole = area.width.saturating_sub(2);
    let last = hints.last().map_or(0, Hint::width);
    // With `right` comes the air before it, with `left` the air behind it.
    let air = |width: u16, air: u16| if width > 0 { width + air } else { 0 };
    let left = if air(paint::width(left), 3) + last <= whole { left } else { "" };
    let taken = air(paint::width(left), 3);
    let right = if taken + last + air(paint::width(right), 2) <= whole { right } else { "" };
    let behind = air(paint::width(right), 2);
    paint::text(buf, area.x + 1, area.y, whole, left, style);
    let end = area.x + 1 + whole;
    paint::text(buf, end.saturating_sub(paint::width(right)), area.y, whole, right, style);
    let mut x = area.x + 1 + taken;
    // The footer is quiet; its keys are not.
    let key = stage.theme.style(Role::Key).remove_modifier(Modifier::DIM);
    for hint in fitting(hints, whole.saturating_sub(taken + behind)) {
        x += paint::text(buf, x, area.y, end.saturating_sub(x), &hint.key, key);
        x += 1;
        x += paint::text(buf, x, area.y, end.saturating_sub(x), &hint.does, style);
        x += 3;
    }
}

/// Says whether a footer has room for the first and the last of these keys.
pub fn holds_both_ends(area: Rect, hints: &[Hint]) -> bool {
    let ends = [hints.first(), hints.last()].into_iter().flatten().map(|hint| hint.width() + 3);
    ends.sum::<u16>() <= area.width.saturating_sub(2) + 3
}

/// The first hints that fit into `room` cells together with the last one, a few at most.
fn fitting(hints: &[Hint], room: u16) -> Vec<&Hint> {
    let Some((last, rest)) = hints.split_last() else { return Vec::new() };
    let Some(mut room) = room.checked_sub(last.width()) else { return Vec::new() };
    let mut shown: Vec<&Hint> = Vec::new();
    for hint in rest.iter().take(KEYS - 1) {
        let Some(left) = room.checked_sub(hint.width() + 3) else { break };
        room = left;
        shown.push(hint);
    }
    shown.push(last);
    shown
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

/// Lines a notice takes at most, and the part of the screen that is left to the rest.
const NOTICED: u16 = 3;

/// Draws a notice over the footer; one that is longer than a line grows upwards, the last word it has
/// room for being a whole one.
/// Returns how many lines it takes.
pub fn notice(area: Rect, notice: &Notice, buf: &mut Buffer, stage: Stage<'_>) -> u16 {
    let most = NOTICED.min(buf.area.height / 4).max(1);
    notice_within(area, notice, most, buf, stage)
}

/// As [`notice`], for text that should be seen whole, such as an address: it may take half of the screen.
pub fn whole(area: Rect, text: String, buf: &mut Buffer, stage: Stage<'_>) {
    let most = (buf.area.height / 2).max(1);
    notice_within(area, &Notice { text, is_problem: false }, most, buf, stage);
}

fn notice_within(area: Rect, notice: &Notice, most: u16, buf: &mut Buffer, stage: Stage<'_>) -> u16 {
    let style = stage.theme.style(if notice.is_problem { Role::Problem } else { Role::Notice });
    let room = area.width.saturating_sub(2);
    let mut lines = paint::wrap(&notice.text, room);
    if lines.len() > usize::from(most) {
        let sign = if stage.ascii { " ..." } else { " …" };
        lines = paint::wrap(&notice.text, room.saturating_sub(paint::width(sign)));
        lines.truncate(usize::from(most));
        lines.iter_mut().last().into_iter().for_each(|last| last.push_str(sign));
    }
    let above = u16::try_from(lines.len().saturating_sub(1)).unwrap_or(0);
    let area = Rect { y: area.y.saturating_sub(above), height: above + 1, ..area };
    paint::fill(buf, area, stage.theme.style(Role::Footer));
    for (y, line) in (area.top()..area.bottom()).zip(lines) {
        paint::text(buf, area.x + 1, y, room, &line, style);
    }
    area.height
}

/// Cells of a prompt that are left to what is typed.
const TYPED: u16 = 16;

/// Cells beside what is typed.
pub fn beside(area: Rect, sign: &str) -> u16 {
    let spare = area.width.saturating_sub(paint::width(sign) + TYPED + 3);
    spare.clamp(area.width / 4, area.width / 2)
}

/// Draws a prompt over the footer and returns the column of the cursor. To the right stands the first text of
/// `right` that there is room for; the last one is cut if it has to be.
pub fn prompt(
    area: Rect,
    sign: &str,
    line: &super::line::Line,
    right: &[String],
    buf: &mut Buffer,
    stage: Stage<'_>,
) -> u16 {
    let style = stage.theme.style(Role::Prompt);
    paint::fill(buf, area, stage.theme.style(Role::Footer));
    let beside = beside(area, sign);
    let fitting = right.iter().find(|right| paint::width(right) <= beside).or(right.last());
    let right = fitting.map(|right| paint::cut(right, beside, stage.ascii)).unwrap_or_default();
    let right_width = paint::width(&right);
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
    let style = if line.is_selected() { style.add_modifier(Modifier::REVERSED) } else { style };
    paint::text(buf, area.x + used, area.y, room, shown, style);
    paint::text(
        buf,
        area.right().saturating_sub(right_width + 1),
        area.y,
        right_width,
        &right,
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
