//! A desk to read at, without a terminal: keys in, screen out. Effects are done at once and in order,
//! the way the runtime does them on its threads.

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use jiff::tz::TimeZone;
use newsprint::app::effect::Effect;
use newsprint::app::errand::Errand;
use newsprint::app::message::{Beyond, Compared, Gesture, Lit, Message, Mouse};
use newsprint::app::whereabouts::Whereabouts;
use newsprint::app::{App, draw};
use newsprint::article::{Article, ArticleId};
use newsprint::config::Config;
use newsprint::keys::Chord;
use newsprint::library::versions::Version;
use newsprint::library::{Collection, Query, Reading, Shelf, scan};
use newsprint::marks::{Change, Marks};
use newsprint::panes::statistics::tally::Tally;
use newsprint::theme::{BUILTIN, Theme};
use newsprint::typeset::changes::Changes;
use newsprint::typeset::{Composed, Setting, typeset};
use newsprint::words::Words;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::Style;

/// A reader with a library, a screen and a clock.
pub(crate) struct Desk {
    pub(crate) app: App,
    shelf: Shelf,
    marks: Marks,
    terminal: Terminal<TestBackend>,
    clock: u64,
    places: Vec<PathBuf>,
    /// What was asked of the world besides lists and articles, in order.
    pub(crate) done: Vec<Effect>,
    /// Every change that would be in the journal.
    pub(crate) journal: Vec<Change>,
}

/// The folder of the shipped library.
pub(crate) fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("articles")
}

/// Reads a file, as a scan does. Those of the shipped library are read once for all tests: it never changes.
fn reading(file: &Path) -> Reading {
    static SHIPPED: Mutex<BTreeMap<PathBuf, Reading>> = Mutex::new(BTreeMap::new());
    if !file.starts_with(shipped()) {
        return scan::read(file);
    }
    let mut known = SHIPPED.lock().unwrap_or_else(PoisonError::into_inner);
    known.entry(file.to_owned()).or_insert_with(|| scan::read(file)).clone()
}

/// Makes a folder with these files; it goes when the first of what is returned does.
pub(crate) fn folder(files: &[(&str, &str)]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let place = folder.path().to_owned();
    (folder, place)
}

/// Opens a place on a screen of this size, without colour.
pub(crate) fn open(place: PathBuf, width: u16, height: u16) -> Desk {
    Desk::open(&[place], width, height, &Config::default(), true)
}

impl Desk {
    /// Opens the shipped library on a screen of this size, in colour.
    pub(crate) fn new(width: u16, height: u16) -> Self {
        Self::open(&[shipped()], width, height, &Config::default(), false)
    }

    /// Opens a library.
    pub(crate) fn open(places: &[PathBuf], width: u16, height: u16, config: &Config, no_color: bool) -> Self {
        let theme = Theme::named(&config.theme, no_color).expect("the theme is built in");
        Self::with(places, width, height, config, theme, Marks::default())
    }

    /// Opens a library with marks that were kept before.
    pub(crate) fn with(
        places: &[PathBuf],
        width: u16,
        height: u16,
        config: &Config,
        theme: Theme,
        marks: Marks,
    ) -> Self {
        let words = Words::new(config.language.unwrap_or_default(), false);
        let (mut app, wrong) = App::new(config, theme, words);
        app.remember(marks.clone());
        app.warn(&wrong);
        "articles".clone_into(&mut app.place);
        app.expect_one(matches!(places, [one] if one.is_file()));
        let terminal = Terminal::new(TestBackend::new(width, height)).expect("a test backend cannot fail");
        let mut desk = Self {
            app,
            shelf: Shelf::default(),
            marks,
            terminal,
            clock: 1_800_000_000_000,
            places: places.to_vec(),
            done: Vec::new(),
            journal: Vec::new(),
        };
        desk.shelf.fold(config.fold_versions);
        desk.send(Message::Resize(width, height));
        let first = desk.app.start(None);
        desk.perform(first);
        desk.scan();
        desk
    }

    /// Presses keys, parted by spaces, by their names in the config.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split(' ').filter(|key| !key.is_empty()) {
            let chord: Chord = key.parse().unwrap_or_else(|e| panic!("{e}"));
            self.send(Message::Key(chord));
        }
        self
    }

    /// Types text, a key for each character.
    pub(crate) fn type_in(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            let name = if c == ' ' { "space".to_owned() } else { c.to_string() };
            self.press(&name);
        }
        self
    }

    /// Takes a message and does what follows.
    pub(crate) fn send(&mut self, message: Message) -> &mut Self {
        self.clock += 1000;
        let effects = self.app.update(self.clock, message);
        self.perform(effects);
        self
    }

    /// Lets time go by without a key, in milliseconds.
    pub(crate) fn wait(&mut self, time: u64) -> &mut Self {
        self.clock += time;
        self.send(Message::Waited)
    }

    /// Changes the size of the screen.
    pub(crate) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.terminal.backend_mut().resize(width, height);
        self.send(Message::Resize(width, height))
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        let mut queue = VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            let Some(message) = self.answer(effect) else { continue };
            queue.extend(self.app.update(self.clock, message));
        }
    }

    fn answer(&mut self, effect: Effect) -> Option<Message> {
        match effect {
            Effect::Ask(errand) => self.run(errand),
            Effect::Learn(changes) => {
                self.marks.extend(&changes);
                self.shelf.marks_changed();
                None
            }
            Effect::Keep(changes) => {
                self.marks.extend(&changes);
                self.shelf.marks_changed();
                self.journal.extend(changes);
                None
            }
            Effect::Themes => Some(Message::Themes(themes())),
            other => {
                self.done.push(other);
                None
            }
        }
    }

    /// Runs an errand to the library.
    fn run(&mut self, errand: Errand) -> Option<Message> {
        match errand {
            Errand::List { generation, request } => {
                Some(Message::Listed { generation, view: self.shelf.view(&request, &self.marks) })
            }
            Errand::Notes(request) => Some(Message::Noted(self.shelf.view(&request, &self.marks))),
            Errand::Count(queries) => Some(self.count(&queries)),
            Errand::Values(facet) => {
                let values =
                    self.with_collection(|library, desk| library.values(facet, &desk.places, &desk.marks));
                Some(Message::Values(facet, values.expect("a shelf cannot fail")))
            }
            Errand::Ids(request) => {
                let place = |id| (id, self.shelf.get(id).map(|entry| entry.path.clone()));
                let ids = self.shelf.ids(&request, &self.marks);
                Some(Message::Ids(ids.into_iter().map(place).collect()))
            }
            Errand::Confirm(id, _) if self.shelf.get(id).is_none_or(|entry| entry.path.exists()) => None,
            Errand::Load(id, _) | Errand::Confirm(id, _) => {
                let (path, article) = self.load(id)?;
                Some(Message::Loaded { id, path, article: article.map(|article| self.composed(article)) })
            }
            Errand::Ahead(id, _) => {
                let (path, article) = self.load(id)?;
                Some(Message::Ahead { id, path, article: self.composed(article.ok()?) })
            }
            Errand::Locate { id, path } => {
                Some(Message::Whereabouts { id, found: self.whereabouts(id, &path) })
            }
            Errand::Survey(survey) => {
                Some(Message::Surveyed(Box::new(self.shelf.survey(&survey).expect("a shelf cannot fail"))))
            }
            Errand::Days(_) | Errand::Statistics { .. } | Errand::Versions(_) | Errand::Compare { .. } => {
                self.beyond_the_list(errand)
            }
            Errand::LoadLit { id, query, .. } => Some(self.lit(id, &query)),
            Errand::LoadVersion { id, path, item, .. } => {
                let article = Ok(self.composed(Box::new(read(&path, item))));
                Some(Message::Loaded { id, path, article })
            }
            Errand::Export(_) => {
                self.done.push(Effect::Ask(errand));
                None
            }
        }
    }

    fn composed(&self, article: Box<Article>) -> Box<Composed> {
        Box::new(Composed::new(article, self.app.reader.page()))
    }

    fn load(&self, id: ArticleId) -> Option<(PathBuf, Result<Box<Article>, String>)> {
        let entry = self.shelf.get(id)?;
        let articles = reading(&entry.path).articles.map_err(|what| what.to_string());
        Some((entry.path.clone(), articles.map(|mut all| Box::new(all.swap_remove(entry.item)))))
    }

    /// Says what became of an article that was read from a file.
    fn whereabouts(&self, id: ArticleId, path: &Path) -> Whereabouts {
        let there = if path.exists() { reading(path).articles.unwrap_or_default() } else { Vec::new() };
        if let Some(same) = there.into_iter().find(|article| ArticleId::of(article) == id) {
            return Whereabouts::In(path.to_owned(), Box::new(same));
        }
        match self.shelf.get(id) {
            Some(entry) => Whereabouts::In(entry.path.clone(), Box::new(read(&entry.path, entry.item))),
            None if path.exists() => Whereabouts::Changed,
            None => Whereabouts::Gone,
        }
    }

    /// Reads the version of an article in which a query lights something, else the one asked for.
    fn lit(&self, asked: ArticleId, query: &Query) -> Message {
        let is_lit = |version: &&Version| {
            let article = read(&version.path, version.item);
            let setting = Setting { width: 72, ..Setting::default() };
            !query.matches(&typeset(&article, setting).prose).is_empty()
        };
        let versions = self.shelf.versions(asked);
        let version = versions.iter().find(is_lit).unwrap_or(&versions[0]);
        let (path, article) = (version.path.clone(), Box::new(read(&version.path, version.item)));
        let article = self.composed(article);
        if version.id == asked {
            return Message::Loaded { id: asked, path, article: Ok(article) };
        }
        seen(Beyond::Lit(Lit { asked, version: version.id, path, article }))
    }

    /// Looks beyond the rows of the list.
    fn beyond_the_list(&self, errand: Errand) -> Option<Message> {
        match errand {
            Errand::Days(request) => Some(seen(Beyond::Days(self.shelf.days(&request, &self.marks)))),
            Errand::Statistics { now } => {
                let visits: Vec<_> = self.marks.visits().collect();
                let ids: Vec<_> = visits.iter().map(|visit| visit.id).collect();
                let tally = Tally::of(&visits, &self.shelf.rows_of(&ids), &TimeZone::UTC, now);
                Some(seen(Beyond::Statistics(tally)))
            }
            Errand::Versions(id) => {
                let mut versions = self.shelf.versions(id);
                for version in &mut versions {
                    version.words = Some(read(&version.path, version.item).word_count());
                }
                Some(seen(Beyond::Versions(versions)))
            }
            Errand::Compare { old, new } => {
                let (before, after) = (read(&old.0, old.1), read(&new.0, new.1));
                let changes = Ok(Changes::between(&before, &after, None));
                Some(seen(Beyond::Compared(Compared { old, new, changes })))
            }
            _ => None,
        }
    }

    /// Counts what queries show, and what is in the folders.
    fn count(&mut self, queries: &[Query]) -> Message {
        self.with_collection(|library, desk| {
            let count = |query| library.count(query, &desk.marks).unwrap();
            let searches = queries.iter().map(count).collect();
            let sections = library.sections(&desk.places, &desk.marks).unwrap();
            Message::Counted { searches, sections }
        })
    }

    fn with_collection<T>(&mut self, ask: impl FnOnce(&Collection, &Self) -> T) -> T {
        let collection = Collection::Shelf(Box::new(std::mem::take(&mut self.shelf)));
        let answer = ask(&collection, self);
        if let Collection::Shelf(shelf) = collection {
            self.shelf = *shelf;
        }
        answer
    }

    /// Reads the files, as a scan does.
    pub(crate) fn scan(&mut self) {
        let (files, problems) = scan::files(&self.places, true);
        let count = files.len();
        self.shelf.retain(|path| files.iter().any(|file| file == path));
        for file in files {
            self.shelf.put(&reading(&file));
        }
        let articles = self.shelf.len();
        self.send(Message::Scanned { files: count, total: None, articles, problems, done: true });
        let again = self.app.start(None);
        self.perform(again);
    }

    /// Finds where words stand on the screen, from 0.
    pub(crate) fn finds(&mut self, words: &str) -> (u16, u16) {
        let screen = self.screen();
        let found = screen.lines().enumerate().find_map(|(row, line)| Some((row, line.find(words)?, line)));
        let (row, at, line) = found.unwrap_or_else(|| panic!("no {words:?} in\n{screen}"));
        let column = unicode_width::UnicodeWidthStr::width(&line[..at]);
        (u16::try_from(column).unwrap(), u16::try_from(row).unwrap())
    }

    /// Clicks on words.
    pub(crate) fn click_on(&mut self, words: &str) -> &mut Self {
        let (column, row) = self.finds(words);
        self.click(column, row)
    }

    /// Clicks on a cell.
    pub(crate) fn click(&mut self, column: u16, row: u16) -> &mut Self {
        self.send(Message::Mouse(Mouse { what: Gesture::Click, column, row }))
    }

    /// Returns the screen as text, trailing blanks cut.
    pub(crate) fn screen(&mut self) -> String {
        let buffer = self.buffer();
        let mut out = String::new();
        for y in 0..buffer.area.height {
            let mut line = String::new();
            let mut x = 0;
            while x < buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                line.push_str(symbol);
                x += u16::try_from(unicode_width::UnicodeWidthStr::width(symbol)).unwrap_or(1).max(1);
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }

    /// Returns the screen as text, then one line a run of equal style: `row:from..to style`.
    pub(crate) fn styled(&mut self) -> String {
        let text = self.screen();
        let buffer = self.buffer();
        let mut out = text;
        for y in 0..buffer.area.height {
            let mut runs: Vec<(u16, u16, Style)> = Vec::new();
            for x in 0..buffer.area.width {
                let style = buffer[(x, y)].style();
                match runs.last_mut() {
                    Some((_, end, last)) if *last == style => *end = x + 1,
                    _ => runs.push((x, x + 1, style)),
                }
            }
            let plain = runs.first().map(|run| run.2).filter(|_| runs.len() == 1);
            if plain.is_some_and(|style| described(style).is_empty()) {
                continue;
            }
            for (from, to, style) in runs {
                let style = described(style);
                if !style.is_empty() {
                    out.push_str(&format!("{y}:{from}..{to} {style}\n"));
                }
            }
        }
        out
    }

    fn buffer(&mut self) -> Buffer {
        let app = &self.app;
        // The frame itself: the backend keeps what a wide character would hide on a real screen.
        let drawn = self.terminal.draw(|frame| draw(app, frame)).expect("a test backend cannot fail");
        drawn.buffer.clone()
    }
}

/// Every theme newsprint comes with.
fn themes() -> Vec<Theme> {
    BUILTIN.iter().filter_map(|(name, _)| Theme::named(name, false).ok()).collect()
}

fn seen(seen: Beyond) -> Message {
    Message::Looked(Box::new(seen))
}

/// Reads an article of a file.
fn read(path: &Path, item: usize) -> Article {
    reading(path).articles.expect("the file has articles").swap_remove(item)
}

/// Writes a style in a few words; nothing for the terminal's own.
fn described(style: Style) -> String {
    use ratatui::style::Color;
    let mut parts = Vec::new();
    for (name, color) in [("fg", style.fg), ("bg", style.bg)] {
        if let Some(color) = color.filter(|color| *color != Color::Reset) {
            parts.push(format!("{name}={color}"));
        }
    }
    if !style.add_modifier.is_empty() {
        parts.push(format!("{:?}", style.add_modifier));
    }
    parts.join(" ")
}
