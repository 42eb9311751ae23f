//! Owns the line at the bottom of the screen: what is typed, what is to be said, what the keys do here and how
//! far one is. It refuses to lay it out: the panes do.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::commands::{COMMANDS, ON_ARTICLE, Scope};
use crate::app::{App, Overlay, Purpose, Typing, marking};
use crate::panes::sources::Cited;
use crate::panes::status::{self, Hint};
use crate::panes::{Stage, paint, reader};

/// On a line with fewer cells than this, the position in the list gives way to the keys of what lies over the
/// list.
const NARROW: u16 = 60;

/// The line at the bottom: a prompt, a banner, a notice, or position, hints and progress.
pub(super) fn bottom(app: &App, area: Rect, buf: &mut Buffer, stage: Stage<'_>) -> Option<Position> {
    if let Some(typing) = &app.typing
        && app.overlay.is_none()
    {
        let column = prompt(app, typing, area, buf, stage);
        let above = mistake(app, typing, area, buf, stage);
        let typed = paint::width(typing.line.text()).saturating_sub(paint::width(&typing.offers.before));
        typing.offers.draw(above, column.saturating_sub(typed), buf, stage);
        return Some(Position::new(column, area.y));
    }
    if let Some(notice) = &app.said.notice {
        status::notice(area, notice, buf, stage);
        return None;
    }
    if let Some(why) = &app.said.unsaved {
        let text = app.words.with("unsaved", &[("why", why.as_str().into())]);
        status::notice(area, &status::Notice { text, is_problem: true }, buf, stage);
        return None;
    }
    // What lies over the page has the keys, and the line tells them.
    let has_keys = app.overlay.is_none() && !app.reader.is_lettered();
    let chosen = if app.is_reading() { 0 } else { app.headlines.chosen_count() };
    if has_keys && chosen > 0 {
        let text = app.words.count("chosen-articles", chosen);
        status::notice(area, &status::Notice { text, is_problem: false }, buf, stage);
        return None;
    }
    if let Some(text) = app.pointed_at().filter(|_| has_keys) {
        status::whole(area, text, buf, stage);
        return None;
    }
    let mut left = String::new();
    let number = |number| app.words.number(number);
    if let Some(count) = app.count {
        left = count.to_string();
    } else if !app.is_reading() && app.headlines.total() > 0 && !is_covered(app, area) {
        left = format!("{}/{}", number(app.headlines.position() + 1), number(app.headlines.total()));
    }
    let mut hints = hints(app);
    // Where a note is written the last key drops it: one that keeps it is named before.
    if app.scope() == Scope::Note && !status::holds_both_ends(area, &hints) {
        hints.truncate(1);
    }
    status::footer(area, &left, &hints, &progress(app), buf, stage);
    None
}

/// Says whether something lies over the list on a screen so narrow that showing the position would cost a key.
fn is_covered(app: &App, area: Rect) -> bool {
    app.overlay.is_some() && area.width < NARROW
}

/// Draws what is wrong with the line being typed on the lines above it, if it has no room beside it. Returns the
/// uppermost line that is taken.
fn mistake(app: &App, typing: &Typing, area: Rect, buf: &mut Buffer, stage: Stage<'_>) -> Rect {
    let sign = format!("{} ", app.words.say("prompt-search"));
    let wrong = typing.wrong.as_ref().filter(|_| !typing.line.is_selected());
    match wrong.filter(|wrong| paint::width(wrong) > status::beside(area, &sign)) {
        Some(text) if area.y > 0 => {
            let above = Rect { y: area.y - 1, ..area };
            let notice = status::Notice { text: text.clone(), is_problem: true };
            let lines = status::notice(above, &notice, buf, stage);
            Rect { y: area.y.saturating_sub(lines), ..area }
        }
        _ => area,
    }
}

fn prompt(app: &App, typing: &Typing, area: Rect, buf: &mut Buffer, stage: Stage<'_>) -> u16 {
    let (sign, right) = match &typing.purpose {
        Purpose::Search { .. } => {
            let found = app.headlines.total();
            let said = match &typing.wrong {
                _ if typing.line.is_selected() => vec![app.words.say("prompt-replaces").to_owned()],
                Some(wrong) => vec![wrong.clone(), String::new()],
                None => {
                    let articles = app.words.count("articles", found);
                    vec![app.so_far(articles.clone()), articles, app.words.number(found)]
                }
            };
            ("prompt-search", said)
        }
        Purpose::Tags { .. } if typing.line.text().is_empty() => ("prompt-tags", ways_out(app)),
        Purpose::Tags { known } => {
            let names = marking::suggested(typing.line.text(), known);
            let first = |count: usize| names.get(..count).unwrap_or_default().join("  ");
            ("prompt-tags", (0..=names.len()).rev().map(first).collect())
        }
        Purpose::Export { .. } => ("prompt-export", ways_out(app)),
        Purpose::Find { .. } => {
            ("prompt-find", app.reader.find.iter().map(|find| matches(app, find)).collect())
        }
    };
    let sign = format!("{} ", app.words.say(sign));
    status::prompt(area, &sign, &typing.line, &right, buf, stage)
}

/// The keys that end typing, for lines other than searches: all of them, or none if there is no room.
fn ways_out(app: &App) -> Vec<String> {
    let key = |name: &str| app.words.say(name).to_owned();
    let all =
        format!("{} {}   {} {}", key("key-enter"), key("typed-done"), key("key-esc"), key("typed-dropped"));
    vec![all, String::new()]
}

/// What the keys do here: the commands of the scope that have a hint, the help key last.
fn hints(app: &App) -> Vec<Hint> {
    let say = |key: &str, does: &str| Hint { key: key.to_owned(), does: app.words.say(does).to_owned() };
    if app.reader.is_lettered() {
        return vec![say("a-z", "follow-lettered"), say(app.words.say("key-esc"), "leave-letters")];
    }
    let scope = app.scope();
    let list = &app.headlines;
    let is_empty = scope == Scope::Headlines && list.has_answer() && list.total() == 0;
    let here = COMMANDS.iter().filter(|command| command.scopes.contains(&scope));
    let here = here.filter(|command| !is_empty || !ON_ARTICLE.contains(&command.name));
    // What a window is too small to ask is not done by a key either.
    let is_told = app.open_question().is_none_or(|question| question.set.is_told());
    let here = here.filter(|command| is_told || command.name != "yes");
    let mut out: Vec<Hint> = here
        .filter_map(|command| {
            let does = app.words.hint(command.name)?.to_owned();
            let key = app.shown_keys(app.keymap.keys(scope, command).first()?);
            Some(Hint { key, does })
        })
        .collect();
    if scope == Scope::Article && app.reader.find.is_some() {
        out.insert(0, Hint { key: "n N".to_owned(), does: app.words.say("next-match").to_owned() });
    }
    if scope == Scope::Article && app.reader.open().is_some_and(|open| open.article.is_only_an_address()) {
        out.insert(0, say(&app.key_of("browse"), "open-page"));
    }
    // An empty list says first how to see everything again, any other a little later.
    if scope == Scope::Headlines && !list.query().is_empty() {
        let at = if is_empty { 0 } else { out.len().min(2) };
        out.insert(at, say(&app.key_of("clear"), "clear-search"));
    }
    // What is laid over the page is left by a key that is named before others.
    let esc = app.words.say("key-esc");
    let close = out.iter().position(|hint| hint.key == esc);
    if let Some(close) = close.filter(|close| *close > 1 && app.overlay.is_some()) {
        let hint = out.remove(close);
        out.insert(1, hint);
    }
    if let (Some(Overlay::Sources(panel)), Some(first)) = (&app.overlay, out.first_mut())
        && panel.chosen().is_some_and(Cited::is_looked_up)
    {
        app.words.say("look-up").clone_into(&mut first.does);
    }
    out
}

/// How far the reading of files has come while that takes long; otherwise how far the article was read, and how
/// long the rest takes.
fn progress(app: &App) -> String {
    if let Some(far) = app.inventory.scan.far(app.now) {
        return status::reading(far, &app.words);
    }
    let Some(open) = app.reader.open() else { return String::new() };
    if !app.is_reading() || app.overlay.is_some() || app.reader.is_lettered() {
        return String::new();
    }
    let (_, reached) = app.reader.place();
    let left = (open.minutes * usize::from(1000 - reached.min(1000))).div_ceil(1000);
    let mut parts: Vec<String> = app.reader.find.iter().map(|find| matches(app, find)).collect();
    // The text may be over and its sources be below: all is what the page has.
    let most = if app.reader.is_at_bottom() { 100 } else { 99 };
    parts.push(app.words.with("read-so-far", &[("percent", (reached / 10).min(most).into())]));
    parts.extend((left > 0).then(|| app.words.time_left(left)));
    parts.join(app.words.point())
}

/// Says `3/14`, or that there is nothing.
fn matches(app: &App, find: &reader::Find) -> String {
    find.count().unwrap_or_else(|| app.words.say("no-match").to_owned())
}
