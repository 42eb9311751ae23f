//! Owns how headlines look. It refuses to change them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::Headlines;
use crate::library::{Context, Row};
use crate::marks::{Mark, Marks};
use crate::panes::{Stage, day, paint};
use crate::typeset::Role;
use crate::words::Words;

/// The fewest cells an outlet is shortened to; with less it is left out.
const SHORTEST_OUTLET: u16 = 6;
/// Cells that a day takes with the air before the signs: with less they are left out.
const DAY: u16 = 12;

/// Returns how many lines a row takes in a pane of this height: headline, details, and air where there is
/// room. In a list of what was `searched`, a line of context comes before the air: each row has room for it,
/// whether it has one or not, so that the rows stand evenly.
pub fn row_height(height: u16, searched: bool) -> u16 {
    match (height, searched) {
        (0..8, _) => 1,
        (8..26, false) => 2,
        (8..26, true) | (_, false) => 3,
        (_, true) => 4,
    }
}

/// Draws the list.
pub fn draw(list: &Headlines, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
    let height = row_height(area.height, list.is_searched());
    let asks_unread = list.query().asks_unread();
    let mut y = area.top();
    for position in list.top..list.rows.total {
        if y + height.min(2) > area.bottom() {
            break;
        }
        if let Some(row) = list.row(position) {
            let space = Rect { y, height: height.min(area.bottom() - y), ..area };
            let chosen = position == list.position;
            draw_row(row, space, buf, stage, (chosen, asks_unread));
            if list.is_chosen(position, row.id) {
                let sign = if stage.ascii { "|" } else { "┃" };
                for y in space.top()..space.bottom() {
                    paint::text(buf, area.x + 2, y, 1, sign, stage.theme.style(Role::Signs));
                }
            }
        }
        y += height;
    }
}

fn draw_row(row: &Row, area: Rect, buf: &mut Buffer, stage: Stage<'_>, (chosen, asks_unread): (bool, bool)) {
    let mark = of_all_versions(row, stage.marks);
    let bar = match (chosen, stage.focused) {
        (false, _) => None,
        (true, true) => Some(stage.theme.style(Role::Selected)),
        (true, false) => Some(stage.theme.style(Role::SelectedElsewhere)),
    };
    if let Some(style) = bar {
        paint::fill(buf, Rect { height: area.height.min(2), ..area }, style);
    }
    let over = |role: Role| stage.on_row(role, bar);
    let (unread, star) = if stage.ascii { ("*", "+") } else { ("●", "★") };
    stage.point(buf, area, bar);
    if !mark.read {
        paint::text(buf, area.x + 1, area.y, 1, unread, over(Role::UnreadMark));
    }
    let right = area.right().saturating_sub(1);
    // Signs stand together: on the line of the details, where there is one.
    let alone = mark.starred && area.height == 1;
    if alone {
        paint::text(buf, right.saturating_sub(1), area.y, 1, star, over(Role::Star));
    }
    let room = right.saturating_sub(area.x + 3 + if alone { 3 } else { 0 });
    let role = match (mark.read, asks_unread) {
        (true, true) => Role::JustRead,
        (true, false) => Role::Read,
        (false, _) => Role::Unread,
    };
    let headline = paint::cut(&row.headline, room, stage.ascii);
    lit(buf, (area.x + 3, area.y, room), &headline, &row.lit, over(role), over(Role::Match));
    let room = right.saturating_sub(area.x + 3);
    if area.height > 1 {
        let signs = signs(&mark, row.others.len(), stage.ascii);
        let star = if mark.starred { star } else { "" };
        let air = u16::from(!star.is_empty() && !signs.is_empty());
        let wide = paint::width(&signs) + air + paint::width(star);
        let room = if room > wide + DAY && wide > 0 {
            paint::text(buf, right - wide, area.y + 1, 1, star, over(Role::Star));
            let signed = paint::width(&signs);
            paint::text(buf, right - signed, area.y + 1, signed, &signs, over(Role::Signs));
            room - wide - 1
        } else {
            room
        };
        let details = details(row, room, stage.words);
        // In the row of a list that has not the keys the headline stands out and the details stay quiet.
        let quiet = match bar.filter(|_| !stage.focused) {
            Some(bar) => stage.theme.style(Role::RowDetail).patch(bar.remove_modifier(Modifier::BOLD)),
            None => over(Role::RowDetail),
        };
        paint::text(buf, area.x + 3, area.y + 1, room, &details, quiet);
    }
    if let Some(context) = &row.context {
        draw_context(context, area, buf, stage);
    }
}

/// The signs of what else the reader did, at the end of the second line: put by, tags, a note,
/// highlights; and how many versions of the article there are, if more than one.
fn signs(mark: &Mark, others: usize, ascii: bool) -> String {
    let noted = mark.note.is_some() || mark.highlights.iter().any(|lit| !lit.note.is_empty());
    let signs = [
        (mark.hidden, "×", "x"),
        (mark.later, "◔", "l"),
        (!mark.tags.is_empty(), "#", "#"),
        (!mark.highlights.is_empty(), "“", "\""),
        (noted, "✎", "n"),
    ];
    let shown = signs.into_iter().filter(|(shown, ..)| *shown);
    let mut signs: Vec<String> =
        shown.map(|(_, sign, plain)| if ascii { plain } else { sign }.to_owned()).collect();
    if others > 0 {
        signs.push(format!("{}{}", if ascii { "x" } else { "×" }, others + 1));
    }
    signs.join(" ")
}

/// What the reader did with an article. Whether it is read or hidden is taken from the version shown; everything
/// else counts for whichever version it was done to.
fn of_all_versions(row: &Row, marks: &Marks) -> Mark {
    let mut mark = marks.get(row.id);
    for other in row.others.iter().filter(|other| **other != row.id).map(|other| marks.get(*other)) {
        mark.starred |= other.starred;
        mark.later |= other.later;
        mark.tags.extend(other.tags);
        mark.highlights.extend(other.highlights);
        mark.note = mark.note.or(other.note);
    }
    mark
}

/// Draws the words around the first match on the third line.
fn draw_context(context: &Context, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
    if area.height < 3 {
        return;
    }
    let (x, y) = (area.x + 3, area.y + 2);
    let room = area.right().saturating_sub(x + 1);
    let words = paint::cut(&context.text, room, stage.ascii);
    let (style, shine) = (stage.theme.style(Role::RowDetail), stage.theme.style(Role::Match));
    lit(buf, (x, y, room), &words, &context.lit, style, shine);
}

/// Writes a line with its matches lit.
fn lit(
    buf: &mut Buffer,
    (mut x, y, mut room): (u16, u16, u16),
    line: &str,
    ranges: &[std::ops::Range<usize>],
    style: Style,
    shine: Style,
) {
    for (piece, found) in paint::pieces(line, ranges) {
        let used = paint::text(buf, x, y, room, piece, if found.is_some() { shine } else { style });
        x += used;
        room -= used.min(room);
    }
}

/// The second line of an article that is nothing but an address: says so, and whose page it is.
fn link_only(row: &Row, room: u16, words: &Words) -> String {
    let Some(host) = &row.host else { return String::new() };
    let said = words.say("link-only");
    let forms = [format!("{said}{}{host}", words.point()), said.to_owned()];
    paint::first_fitting(forms, room).unwrap_or_default()
}

/// The quiet second line: day, outlet or author, language, minutes, sources. Where it is too long parts are
/// left out whole, for a stump says nothing: sources, language, minutes; then the outlet is shortened.
fn details(row: &Row, room: u16, words: &Words) -> String {
    let day = row.published.map(|published| day::short(published, words));
    let from = row.outlet.as_ref().or(row.author.as_ref()).map(ToString::to_string);
    let language = row.language.map(|l| l.tag().to_owned()).filter(|tag| tag != "en");
    let minutes = (row.minutes > 0).then(|| words.time(row.minutes));
    let sources = (row.sources > 0).then(|| words.count("sources", row.sources));
    let line = |parts: &[&Option<String>]| {
        parts.iter().filter_map(|part| part.as_deref()).collect::<Vec<_>>().join(words.point())
    };
    let spare = room.saturating_sub(paint::width(&line(&[&day, &Some(String::new())])));
    let short = |from: String| paint::cut(&from, spare, words.is_ascii());
    let short = from.clone().filter(|_| spare >= SHORTEST_OUTLET).map(short);
    let forms = [
        line(&[&day, &from, &language, &minutes, &sources]),
        line(&[&day, &from, &language, &minutes]),
        line(&[&day, &from, &minutes]),
        line(&[&day, &from]),
        line(&[&day, &short]),
    ];
    let said = paint::first_fitting(forms, room).unwrap_or_default();
    if said.is_empty() { link_only(row, room, words) } else { said }
}
