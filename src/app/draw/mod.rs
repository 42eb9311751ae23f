//! Owns putting the panes together on the screen. It looks at the app and refuses to change it, to
//! wrap, and to touch anything outside.

mod bottom;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layout::{Areas, SMALLEST, inside, overlay};
use super::{App, Overlay, Whose};
use crate::panes::status;
use crate::panes::{Stage, continuations, headlines, paint, reader, welcome};
use crate::typeset::Role;
use bottom::bottom;

/// The widest a headline gets in the title of a window, in cells.
const WIDEST_TITLE: u16 = 100;

/// The fewest cells of a query that are worth showing.
const FEWEST: u16 = 6;

/// Draws the whole screen.
pub fn draw(app: &App, frame: &mut Frame<'_>) {
    let size = frame.area();
    let cursor = app.reader.surface.hold(|| draw_on(app, size, frame.buffer_mut()));
    paint::page(frame.buffer_mut(), app.theme.style(Role::Screen));
    if let Some(position) = cursor {
        frame.set_cursor_position(position);
    }
}

/// Draws on a buffer and returns where the cursor stands, if something is being typed.
fn draw_on(app: &App, size: Rect, buf: &mut Buffer) -> Option<Position> {
    if size.width < SMALLEST.0 || size.height < SMALLEST.1 {
        let (columns, rows) = (SMALLEST.0.into(), SMALLEST.1.into());
        let words = app.words.with("too-small", &[("columns", columns), ("rows", rows)]);
        for (y, line) in (size.top()..size.bottom()).zip(paint::wrap(&words, size.width)) {
            paint::text(buf, size.x, y, size.width, &line, app.theme.style(Role::Problem));
        }
        return None;
    }
    let areas = super::layout::areas(size, app.layout.show, app.wish());
    let stage = |focused| Stage {
        words: &app.words,
        theme: &app.theme,
        marks: &app.marks,
        ascii: app.words.is_ascii(),
        focused,
    };
    if areas.title.height > 0 {
        title(app, areas.title, buf, stage(false));
        ways(app, &areas, buf, stage(false));
    }
    if areas.headlines.width > 0 {
        if app.headlines.total() > 0 {
            headlines::draw(&app.headlines, areas.headlines, buf, stage(!app.is_reading()));
        } else {
            empty(app, areas.headlines, buf, stage(false));
        }
    }
    let rule = if app.words.is_ascii() { "|" } else { "│" };
    for y in areas.divider.top()..areas.divider.bottom() {
        paint::text(buf, areas.divider.x, y, areas.divider.width, rule, app.theme.style(Role::Divider));
    }
    reader::draw(&app.reader, areas.article, buf, stage(app.is_reading()));
    unreadable(app, areas.article, buf, stage(false));
    let page = app.reader.has_pictures().then(|| buf.clone());
    greet(app, &areas, size, buf, stage(true));
    let cursor = bottom(app, areas.footer, buf, stage(true));
    let cursor = over(app, size, buf, stage(true)).or(cursor);
    if let Some(page) = page {
        reader::draw_pictures(&app.reader, areas.article, &page, buf);
    }
    cursor
}

/// The line at the top: where one is, and how much there is.
fn title(app: &App, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
    let right = counts(app, area.width.saturating_sub(2));
    let joint = if stage.ascii { " > " } else { " › " };
    let mut crumbs = crumbs(app);
    let room = area.width.saturating_sub(paint::width(&right) + 4);
    // The heading gives way first, then the library; the headline stays.
    while crumbs.len() > 1 && paint::width(&crumbs.join(joint)) > room {
        if app.reader.section().is_some_and(|section| crumbs.last() == Some(&section)) {
            crumbs.pop();
        } else {
            crumbs.remove(0);
        }
    }
    status::title(area, &crumbs.join(joint), &right, buf, stage);
}

/// How many articles there are, in at most `room` cells. Where room is short, the number is the last to go.
fn counts(app: &App, room: u16) -> String {
    let (list, words) = (&app.headlines, &app.words);
    // How many files were looked at stands below, beside the bar.
    let still = (!app.inventory.scan.done).then(|| words.say("still-reading").to_owned());
    let is_all = list.query().is_empty();
    // A section or saved search is called by its name, to the left.
    let query = Some(list.words.clone()).filter(|_| !is_all && (list.name.is_none() || app.is_reading()));
    let number = if is_all {
        let counts = [("unread", list.unread().into()), ("total", list.total().into())];
        (!app.is_single()).then(|| words.with("unread-of", &counts))
    } else {
        let counts = [("found", list.total().into()), ("total", app.inventory.scan.articles.into())];
        let found = || words.with("found-of", &counts);
        Some(if app.inventory.scan.done { found() } else { words.count("articles", list.total()) })
    };
    let problems = (!app.problems.is_empty()).then(|| words.count("problems-there", app.problems.len()));
    let line = |parts: &[&Option<String>]| {
        parts.iter().filter_map(|part| part.as_deref()).collect::<Vec<_>>().join(words.point())
    };
    let spare = room.saturating_sub(paint::width(&line(&[&number, &Some(String::new())])));
    let short = query
        .as_ref()
        .filter(|_| spare >= FEWEST)
        .map(|query| paint::cut(query, spare, app.words.is_ascii()));
    let ways = [
        line(&[&still, &number, &query, &problems]),
        line(&[&number, &query, &problems]),
        line(&[&number, &query]),
        line(&[&number, &short]),
    ];
    paint::first_fitting(ways, room).or(number).unwrap_or_default()
}

/// Draws how to add one's own articles, on the empty line below the title, as long as no library is configured.
fn ways(app: &App, areas: &Areas, buf: &mut Buffer, stage: Stage<'_>) {
    let (list, y) = (areas.headlines, areas.title.bottom());
    if app.whose == Whose::Own || app.greeting.shows || list.width == 0 || list.y <= y {
        return;
    }
    let room = areas.title.width.saturating_sub(2);
    let ways = ["add-articles", "add-articles-short"].map(|key| app.words.say(key));
    if let Some(words) = ways.into_iter().find(|words| paint::width(words) <= room) {
        paint::text(buf, areas.title.x + 1, y, room, words, stage.theme.style(Role::Meta));
    }
}

/// What a first start is greeted with.
fn greet(app: &App, areas: &Areas, size: Rect, buf: &mut Buffer, stage: Stage<'_>) {
    let inside = Rect { y: areas.title.bottom(), height: size.height.saturating_sub(2), ..size };
    let config = &app.greeting.config;
    if app.greeting.shows
        && let Some((width, height)) = welcome::size(inside, config, &app.words)
    {
        welcome::draw(overlay(inside, width, height), config, buf, stage);
    }
}

/// Returns what the window of the terminal is called.
pub fn window_title(app: &App) -> String {
    let headline = app.reader.open().and_then(|open| open.article.headline.as_deref());
    let what = headline.filter(|_| app.is_reading()).unwrap_or(&app.place);
    format!(
        "newsprint {} {}",
        if app.words.is_ascii() { "-" } else { "–" },
        paint::cut(what, WIDEST_TITLE, app.words.is_ascii())
    )
}

/// Where one is, from the library down to the heading being read.
fn crumbs(app: &App) -> Vec<&str> {
    let headline = app.reader.open().and_then(|open| open.article.headline.as_deref());
    match headline {
        Some(headline) if app.is_reading() => {
            let place = (app.areas().headlines.width > 0).then_some(app.place.as_str());
            place.into_iter().chain([headline]).chain(app.reader.section()).collect()
        }
        _ => ["newsprint", &app.place].into_iter().chain(app.headlines.name.as_deref()).collect(),
    }
}

/// Draws why the selected article cannot be read, where it would be shown.
fn unreadable(app: &App, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
    let Some((id, why)) = &app.trouble.unreadable else { return };
    if app.reader.open().is_some() || app.headlines.selected() != Some(*id) {
        return;
    }
    let room = area.width.saturating_sub(6);
    for (y, line) in (area.top() + 1..area.bottom()).zip(paint::wrap(why, room.max(1))) {
        paint::text(buf, area.x + 3, y, room, &line, stage.theme.style(Role::Problem));
    }
}

/// What stands where the headlines would be.
fn empty(app: &App, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
    let (say, list) = (|key| app.words.say(key).to_owned(), &app.headlines);
    let lines: Vec<String> = if !list.query().is_empty() {
        app.nothing_has().into()
    } else if app.inventory.scan.done && list.has_answer() && !app.inventory.absent.is_empty() {
        absent(app)
    } else if let Some(why) = app.unread_file().filter(|_| app.inventory.scan.done && list.has_answer()) {
        vec![why.to_owned()]
    } else if app.inventory.scan.done && list.has_answer() {
        vec![
            say("no-articles"),
            String::new(),
            format!("{} {}", say("no-articles-place"), paint::held("newsprint ~/clippings")),
            format!("{} {}", say("no-articles-config"), paint::held("newsprint config --path")),
        ]
    } else {
        vec![say("reading")]
    };
    let room = area.width.saturating_sub(4);
    let lines = lines.iter().flat_map(|line| paint::wrap(line, room));
    for (y, line) in (area.top() + 1..area.bottom()).zip(lines) {
        paint::text(buf, area.x + 3, y, room, &line, stage.theme.style(Role::Meta));
    }
}

/// Which places are not there, and the keys that help.
fn absent(app: &App) -> Vec<String> {
    let said = |place: &String| app.words.with("place-not-there", &[("place", place.as_str().into())]);
    let mut lines: Vec<String> = app.inventory.absent.iter().map(said).collect();
    let elsewhere = app.settled.libraries.iter().any(|name| *name != app.place);
    let keys = [("places", "absent-elsewhere"), ("rescan", "absent-again"), ("problems", "absent-problems")];
    let keys = keys.into_iter().filter(|(command, _)| *command != "places" || elsewhere);
    lines.push(String::new());
    lines.extend(keys.map(|(command, said)| app.words.with(said, &[("key", app.key_of(command).into())])));
    lines
}

/// Draws what is laid over the screen; returns where its cursor stands.
fn over(app: &App, size: Rect, buf: &mut Buffer, stage: Stage<'_>) -> Option<Position> {
    let inside = inside(size);
    if let Some((heading, rows)) = app.continuations() {
        continuations::draw(&heading, &rows, inside, buf, stage);
    }
    let (width, height) = app.overlay_size().unwrap_or_default();
    let area = overlay(inside, width, height);
    match app.overlay.as_ref()? {
        Overlay::Sources(panel) => panel.draw(area, buf, stage),
        Overlay::Themes(picker) => picker.draw(area, buf, stage),
        Overlay::Look(look) => look.draw(area, buf, stage),
        Overlay::Problems => app.problems.draw(area, buf, stage),
        Overlay::Outline(outline) => outline.draw(area, buf, stage),
        Overlay::Notes(notes) => notes.draw(area, buf, stage),
        Overlay::Note(draft) => draft.editor.draw(area, buf, stage),
        Overlay::Places(places) => places.draw(area, buf, stage),
        Overlay::Question(question) => question.set.draw(area, buf, stage),
        Overlay::Help(help, _) => {
            help.draw(area, buf, stage);
            return cursor(area, 2, help.line.cursor());
        }
        Overlay::Palette(palette) => {
            palette.draw(area, buf, stage);
            return cursor(area, 4, palette.line.cursor());
        }
    }
    None
}

fn cursor(area: Rect, indent: u16, cells: usize) -> Option<Position> {
    let x = area.x + indent + u16::try_from(cells).ok()?;
    (x < area.right()).then(|| Position::new(x, area.y + 1))
}
