//! Owns the columns a list of articles is printed in. It refuses to choose the articles.

use std::io::{self, IsTerminal};

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::output::shown;
use super::sift::Found;
use crate::article::Published;
use crate::library;
use crate::marks::{Mark, Marks};

/// The most cells an outlet takes.
const OUTLET: usize = 20;
/// The cells a title is left with before the outlet gives way.
const TITLE: usize = 20;
/// The most cells of a title where no terminal sets the width: one long title must not pad every row.
const LONGEST_TITLE: usize = 80;
/// The fewest cells in which an outlet still says something.
const SHORTEST_OUTLET: usize = 6;

/// What a row of the table shows.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    unread: bool,
    starred: bool,
    date: String,
    outlet: String,
    title: String,
    minutes: String,
}

impl Row {
    pub(super) fn new(found: &Found<'_>, marks: &Marks) -> Self {
        let Mark { read, starred, .. } = found.mark(marks);
        Self {
            unread: !read,
            starred,
            date: date(found.article.published),
            outlet: found.article.outlet.as_ref().map(ToString::to_string).unwrap_or_default(),
            title: found.title(),
            minutes: format!("{} min", found.article.reading_minutes()),
        }
    }
}

impl Row {
    /// As [`Row::new`], of what an index says of an article.
    pub(super) fn listed(row: &library::Row, marks: &Marks) -> Self {
        let Mark { read, starred, .. } = marks.get(row.id);
        Self {
            unread: !read,
            starred,
            date: date(row.published),
            outlet: row.outlet.as_ref().map(ToString::to_string).unwrap_or_default(),
            title: row.headline.to_string(),
            minutes: format!("{} min", row.minutes),
        }
    }
}

/// Returns the terminal's width in cells, if standard output is one.
pub(super) fn terminal_width() -> Option<usize> {
    if !io::stdout().is_terminal() {
        return None;
    }
    crossterm::terminal::size().ok().map(|(columns, _)| usize::from(columns)).filter(|columns| *columns > 0)
}

/// Returns the cells of a line of text when nobody says otherwise: the measure of the config, or the
/// terminal's where it has fewer.
pub(super) fn measure(configured: u16) -> u16 {
    let terminal = terminal_width().and_then(|cells| u16::try_from(cells).ok());
    terminal.map_or(configured, |cells| cells.min(configured))
}

/// Lays rows out in columns, within `width` cells where there is one.
pub(super) fn lines(rows: &[Row], width: Option<usize>, ascii: bool) -> Vec<String> {
    let widest = |cell: fn(&Row) -> &str| rows.iter().map(|row| cell(row).width()).max().unwrap_or(0);
    let (date, minutes) = (widest(|row| &row.date), widest(|row| &row.minutes));
    let with_gap = |cells: usize| if cells > 0 { cells + 2 } else { 0 };
    let fixed = 3 + with_gap(date) + with_gap(minutes);
    let longest = widest(|row| &row.title);
    // Where both do not fit, the outlet gives way to the title, and goes before it is a mere sign.
    let spare = width.map_or(OUTLET, |width| width.saturating_sub(fixed + longest.min(TITLE) + 2));
    let outlet = widest(|row| &row.outlet).min(OUTLET).min(if spare < SHORTEST_OUTLET { 0 } else { spare });
    let room = |width: usize| width.saturating_sub(fixed + with_gap(outlet)).max(1);
    let title = width.map_or(LONGEST_TITLE, room).min(longest);
    let ellipsis = if ascii { "~" } else { "…" };
    rows.iter()
        .map(|row| {
            let mut line = signs(row, ascii).to_owned();
            if date > 0 {
                line.push_str(&" ".repeat(date.saturating_sub(row.date.width())));
                line.push_str(&row.date);
                line.push_str("  ");
            }
            for (cell, cells) in [(&row.outlet, outlet), (&row.title, title)] {
                if cells > 0 {
                    line.push_str(&padded(&cut(cell, cells, ellipsis), cells));
                    line.push_str("  ");
                }
            }
            line.push_str(&" ".repeat(minutes.saturating_sub(row.minutes.width())));
            line.push_str(&row.minutes);
            line
        })
        .collect()
}

/// The marks of a row, each a character of its own: unread, starred.
fn signs(row: &Row, ascii: bool) -> &'static str {
    match (row.unread, row.starred, ascii) {
        (true, true, false) => "●★ ",
        (true, false, false) => "●  ",
        (false, true, false) => " ★ ",
        (true, true, true) => "*+ ",
        (true, false, true) => "*  ",
        (false, true, true) => " + ",
        (false, false, _) => "   ",
    }
}

/// Returns the fields of an article parted by tabs: id, marks, date, outlet, language, minutes,
/// title, path.
pub(super) fn tabbed(found: &Found<'_>, marks: &Marks) -> String {
    let Mark { read, starred, .. } = found.mark(marks);
    let article = found.article;
    let fields = [
        found.id.to_string(),
        format!("{}{}", if read { "read" } else { "unread" }, if starred { ",starred" } else { "" }),
        article.published.map(|published| published.at.day.to_string()).unwrap_or_default(),
        article.outlet.as_ref().map(ToString::to_string).unwrap_or_default(),
        article.language.map(|language| language.to_string()).unwrap_or_default(),
        article.reading_minutes().to_string(),
        found.title(),
        shown(found.path),
    ];
    fields.map(|field| field.replace(['\t', '\n'], " ")).join("\t")
}

/// The day, with "c." before a good guess.
fn date(published: Option<Published>) -> String {
    match published {
        None => String::new(),
        Some(published) if published.from.is_guess() => format!("c. {}", published.at.day),
        Some(published) => published.at.day.to_string(),
    }
}

/// Shortens a text to a number of cells, by whole characters as the reader sees them.
pub(super) fn cut(text: &str, cells: usize, ellipsis: &str) -> String {
    if text.width() <= cells {
        return text.to_owned();
    }
    let room = cells.saturating_sub(ellipsis.width());
    let mut out = String::new();
    let mut taken = 0;
    for grapheme in text.graphemes(true) {
        taken += grapheme.width();
        if taken > room {
            break;
        }
        out.push_str(grapheme);
    }
    out.push_str(ellipsis);
    out
}

/// Fills a text up to a number of cells.
pub(super) fn padded(text: &str, cells: usize) -> String {
    format!("{text}{}", " ".repeat(cells.saturating_sub(text.width())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(outlet: &str, title: &str) -> Row {
        Row {
            unread: true,
            date: "2025-11-14".into(),
            outlet: outlet.into(),
            title: title.into(),
            minutes: "6 min".into(),
            ..Row::default()
        }
    }

    #[test]
    fn columns_line_up_in_cells_and_fit_the_terminal() {
        let rows = [
            row("Harbour Post", "The lamplighters of Gdynia"),
            row("海辺新聞", "港の灯りが消える夜に歩く人びと"),
        ];
        for width in [50, 60, 80] {
            let lines = lines(&rows, Some(width), false);
            assert!(lines.iter().all(|line| line.width() <= width), "{lines:#?}");
            assert_eq!(lines[0].width(), lines[1].width(), "{lines:#?}");
        }
        assert_eq!(
            lines(&rows[..1], None, true),
            ["*  2025-11-14  Harbour Post  The lamplighters of Gdynia  6 min"]
        );
    }

    #[test]
    fn a_title_is_cut_between_characters() {
        assert_eq!(cut("港の灯り", 5, "…"), "港の…");
        assert_eq!(cut("cafe\u{301}s", 5, "…"), "cafe\u{301}s");
        assert_eq!(cut("cafe\u{301}s!", 5, "…"), "cafe\u{301}…");
    }

    #[test]
    fn one_endless_title_does_not_pad_the_others_in_a_pipe() {
        let endless = "lamp ".repeat(1200);
        let lines = lines(&[row("", &endless), row("", "Bread")], None, false);
        assert!(lines.iter().all(|line| line.width() <= 110), "{lines:#?}");
        assert!(lines[0].contains('…') && lines[1].contains("Bread"), "{lines:#?}");
    }

    #[test]
    fn a_column_nobody_fills_takes_no_room() {
        assert_eq!(lines(&[row("", "Bread")], None, false), ["●  2025-11-14  Bread  6 min"]);
    }
}
