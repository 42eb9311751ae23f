//! Owns what is laid over the screen: sources, keys, palette, problems, questions. It refuses to open
//! a link without showing where it leads.

use super::commands::{self, COMMANDS, SCOPES, Scope};
use super::effect::Effect;
use super::errand::Errand;
use super::{Answer, App, Overlay, Question};
use crate::article::{SafeUrl, Target};
use crate::keys::{Chord, Sequence};
use crate::library::survey::Survey;
use crate::panes::command_row::CommandRow;
use crate::panes::help::Help;
use crate::panes::palette::Palette;
use crate::panes::question::Asked;
use crate::panes::sources::{Cited, Sources};
use crate::typeset::shown_number;

impl App {
    pub(super) fn show_sources(&mut self) -> Vec<Effect> {
        let Some(open) = self.reader.open() else { return self.tell("nothing-to-open") };
        let mut panel = Sources::new(&open.article, &self.words);
        let survey = Survey::tied(open.id, &open.article);
        if panel.is_empty() {
            self.tell("no-sources");
            return vec![Effect::Ask(Errand::Survey(Box::new(survey)))];
        }
        panel.fit(self.layout.size.width);
        self.overlay = Some(Overlay::Sources(panel));
        vec![Effect::Ask(Errand::Survey(Box::new(survey)))]
    }

    pub(super) fn show_help(&mut self) -> Vec<Effect> {
        let here = self.scope();
        let mut scopes: Vec<Scope> = SCOPES.iter().map(|(scope, _)| *scope).collect();
        scopes.sort_by_key(|scope| *scope != here);
        let rows = scopes.into_iter().flat_map(|scope| self.help_rows(scope)).collect();
        let mut help = Help::new(rows);
        help.fit(self.layout.size.width);
        let behind = self.overlay.take().map(Box::new);
        self.overlay = Some(Overlay::Help(help, behind));
        Vec::new()
    }

    pub(super) fn show_palette(&mut self) -> Vec<Effect> {
        let rows = self.help_rows(self.scope());
        self.overlay = Some(Overlay::Palette(Palette::new(rows)));
        Vec::new()
    }

    pub(super) fn show_problems(&mut self) -> Vec<Effect> {
        if self.problems.is_empty() {
            return self.tell("no-problems");
        }
        self.overlay = Some(Overlay::Problems);
        self.fit_problems();
        Vec::new()
    }

    /// Sets the list of problems again, if it shows: there are others, or more room.
    pub(super) fn fit_problems(&mut self) {
        if matches!(self.overlay, Some(Overlay::Problems)) {
            self.problems.fit(self.layout.size, &self.words);
        }
    }

    /// The commands of a place, with the keys in force.
    fn help_rows(&self, scope: Scope) -> Vec<CommandRow> {
        let place = SCOPES.iter().find(|(s, _)| *s == scope).map_or("", |(_, name)| self.words.scope(name));
        let here = COMMANDS.iter().filter(|command| command.scopes.contains(&scope));
        here.map(|command| {
            let keys = self.keymap.keys(scope, command);
            let keys = keys.iter().map(|keys| self.shown_keys(keys)).collect();
            let help = self.words.help(command.name).to_owned();
            CommandRow { place: place.to_owned(), name: command.name, keys, help }
        })
        .collect()
    }

    /// The first key of a command where the reader is, ready to print.
    pub(super) fn key_of(&self, name: &str) -> String {
        let scope = if self.is_reading() { Scope::Article } else { Scope::Headlines };
        let keys = commands::named(name).map(|command| self.keymap.keys(scope, command)).unwrap_or_default();
        keys.first().map(|keys| self.shown_keys(keys)).unwrap_or_default()
    }

    /// Returns the keys of a command as the reader is shown them.
    pub(super) fn shown_keys(&self, keys: &Sequence) -> String {
        self.words.key(&keys.label(self.words.is_ascii()))
    }

    /// Returns keys that were pressed one after another as the reader is shown them.
    pub(super) fn shown_chords(&self, pressed: &[Chord]) -> String {
        let shown = pressed.iter().map(|chord| self.words.key(&chord.label(self.words.is_ascii())));
        shown.collect::<Vec<_>>().join(" ")
    }

    /// Takes away what is laid over the screen; from the keys one goes back to where they were asked for.
    pub(super) fn close_overlay(&mut self) -> Vec<Effect> {
        if let Some(Overlay::Help(_, behind)) = self.overlay.take() {
            self.overlay = behind.map(|behind| *behind);
            self.fit();
        }
        Vec::new()
    }

    pub(super) fn overlay_down(&mut self) -> Vec<Effect> {
        self.overlay_by(1)
    }

    pub(super) fn overlay_up(&mut self) -> Vec<Effect> {
        self.overlay_by(-1)
    }

    pub(super) fn overlay_page_down(&mut self) -> Vec<Effect> {
        self.overlay_by(self.overlay_page())
    }

    pub(super) fn overlay_page_up(&mut self) -> Vec<Effect> {
        self.overlay_by(-self.overlay_page())
    }

    /// How far a page goes in what lies over the screen: one of the entries or lines that show now shows then too.
    pub(super) fn overlay_page(&self) -> isize {
        let lines = self.overlay_area().map_or(0, |area| usize::from(area.height.saturating_sub(2)));
        let mut entries = (0..lines).filter_map(|line| self.away(line, lines));
        let shown = match entries.next() {
            Some(first) => entries.last().unwrap_or(first) - first + 1,
            // One line is for what is typed.
            None => isize::try_from(lines).unwrap_or(isize::MAX) - 1,
        };
        (shown - 1).max(1)
    }

    pub(super) fn overlay_by(&mut self, lines: isize) -> Vec<Effect> {
        match &mut self.overlay {
            Some(Overlay::Sources(panel)) => panel.move_by(lines),
            Some(Overlay::Help(help, _)) => help.scroll(lines),
            Some(Overlay::Palette(palette)) => palette.move_by(lines),
            Some(Overlay::Themes(_)) => self.look_at_theme(lines),
            Some(Overlay::Problems) => self.problems.scroll(lines),
            Some(Overlay::Outline(outline)) => outline.move_by(lines),
            Some(Overlay::Notes(notes)) => notes.move_by(lines),
            Some(Overlay::Places(places)) => places.move_by(lines),
            Some(Overlay::Look(look)) => look.move_by(lines),
            Some(Overlay::Question(_) | Overlay::Note(_)) | None => {}
        }
        Vec::new()
    }

    /// Runs the command selected in the palette; where nothing is called as was typed, that can be mended.
    pub(super) fn run_chosen(&mut self) -> Vec<Effect> {
        let Some(Overlay::Palette(palette)) = &self.overlay else { return Vec::new() };
        let Some(command) = palette.chosen().and_then(commands::named) else { return Vec::new() };
        self.overlay = None;
        self.run(command)
    }

    /// Does what was asked about, unless the window is too small to have said what that is.
    pub(super) fn answer_yes(&mut self) -> Vec<Effect> {
        if self.open_question().is_some_and(|question| !question.set.is_told()) {
            return Vec::new();
        }
        match self.overlay.take() {
            Some(Overlay::Question(Question { yes: Answer::Do(effect), .. })) => vec![effect],
            Some(Overlay::Question(Question { yes: Answer::Mark(wishes), .. })) => self.mark_and_say(wishes),
            Some(Overlay::Question(Question { yes: Answer::Search(words), .. })) => self.list_query(&words),
            other => {
                self.overlay = other;
                Vec::new()
            }
        }
    }

    /// The question that is asked.
    pub(super) fn open_question(&self) -> Option<&Question> {
        let Some(Overlay::Question(question)) = &self.overlay else { return None };
        Some(question)
    }

    fn cited(&self) -> Option<Cited> {
        let Some(Overlay::Sources(panel)) = &self.overlay else { return None };
        panel.chosen().cloned()
    }

    /// Opens what the panel has selected: the article of the library it is, else as [`Self::browse_cited`].
    pub(super) fn open_cited(&mut self) -> Vec<Effect> {
        match self.cited().and_then(|cited| cited.here) {
            Some(id) => self.follow_to(id),
            None => self.browse_cited(),
        }
    }

    /// Opens the address of what the panel has selected or, where it has none, the picture it is or a search
    /// for it.
    pub(super) fn browse_cited(&mut self) -> Vec<Effect> {
        match self.cited() {
            Some(Cited { url: Some(url), .. }) => self.ask_browse("ask-open", &url),
            Some(Cited { picture: Some(place), .. }) => self.ask_view(&place),
            Some(_) => self.search_cited(),
            None => Vec::new(),
        }
    }

    /// Asks before a picture beside the article goes to the program that shows it.
    fn ask_view(&mut self, place: &str) -> Vec<Effect> {
        let Some(file) = self.reader.open().map(|open| open.path.clone()) else { return Vec::new() };
        let name = place.rsplit('/').next().unwrap_or(place);
        let text = vec![self.words.with("ask-picture", &[("name", name.into())]), place.to_owned()];
        let view = Effect::View { file, place: place.to_owned() };
        self.ask(text, Answer::Do(view));
        Vec::new()
    }

    pub(super) fn search_cited(&mut self) -> Vec<Effect> {
        let Some(cited) = self.cited() else { return Vec::new() };
        let words =
            cited.source.as_ref().map_or_else(|| cited.title.clone(), crate::article::Source::search_words);
        match SafeUrl::search(&self.settled.search_url, &words) {
            Some(url) => self.ask_address("ask-search", words, url),
            None => self.not_web(&self.settled.search_url.clone()),
        }
    }

    pub(super) fn archive_cited(&mut self) -> Vec<Effect> {
        let Some(cited) = self.cited() else { return Vec::new() };
        let Some(url) = &cited.url else {
            return self.tell("archive-needs-address");
        };
        let date = cited.source.as_ref().and_then(|s| s.date);
        let date = date.map_or_else(|| "0".to_owned(), |d| d.strftime("%Y%m%d").to_string());
        let address = self.settled.archive_url.replace("{date}", &date).replace("{url}", url);
        self.ask_browse("ask-archive", &address)
    }

    pub(super) fn browse(&mut self) -> Vec<Effect> {
        if let Some(number) = self.count {
            return self.ask_number(number);
        }
        let url = self.reader.open().and_then(|open| open.article.url.clone());
        match url {
            Some(url) => self.ask_browse("ask-open", &url),
            None => self.tell("no-address"),
        }
    }

    /// Opens the source, link or picture of this number.
    pub(super) fn ask_number(&mut self, number: u32) -> Vec<Effect> {
        self.show_sources();
        let Some(Overlay::Sources(panel)) = &mut self.overlay else { return Vec::new() };
        if !panel.choose(number) {
            self.overlay = None;
            return self.say(self.words.with("no-number", &[("number", number.to_string().into())]));
        }
        self.open_cited()
    }

    /// Opens what a click pointed at.
    pub(super) fn ask_target(&mut self, target: Target) -> Vec<Effect> {
        let Some(open) = self.reader.open() else { return Vec::new() };
        if matches!(target, Target::Note(_)) {
            return Vec::new();
        }
        let number = shown_number(&open.article, target);
        self.ask_number(number)
    }

    /// Asks before an address goes to the browser, if it is one of the web.
    fn ask_browse(&mut self, key: &'static str, address: &str) -> Vec<Effect> {
        match SafeUrl::new(address) {
            Some(url) => self.ask_address(key, String::new(), url),
            None => self.not_web(address),
        }
    }

    /// Asks: the host first, in ASCII, then the whole address.
    fn ask_address(&mut self, key: &'static str, words: String, url: SafeUrl) -> Vec<Effect> {
        let yes = Answer::Do(Effect::Browse(url.clone()));
        self.ask_about(Asked::Address { key, words, url }, yes);
        Vec::new()
    }

    fn not_web(&mut self, address: &str) -> Vec<Effect> {
        self.overlay = None;
        self.fail(self.words.with("not-web", &[("address", address.into())]))
    }
}
