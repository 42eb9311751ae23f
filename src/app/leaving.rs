//! Owns what leaves the screen: articles for an editor, a pager, a program of the reader's, a file. It
//! refuses to write over a file without asking, and to touch the article's own.

use super::effect::{Effect, Program};
use super::errand::{Errand, Export, Exported};
use super::{Answer, App, Purpose, Typing};
use crate::export::{self, markdown};
use crate::panes::line::Line;

impl App {
    pub(super) fn edit(&mut self) -> Vec<Effect> {
        self.outside(Program::Editor)
    }

    pub(super) fn page(&mut self) -> Vec<Effect> {
        self.outside(Program::Pager)
    }

    fn outside(&mut self, program: Program) -> Vec<Effect> {
        let Some(open) = self.reader.open() else { return self.tell("nothing-to-open") };
        let name = export::file_name(&open.article);
        let (name, text) = match program {
            Program::Editor => (name + ".md", markdown::write(&open.article)),
            Program::Pager => (name + ".txt", crate::typeset::plain(&open.column)),
        };
        self.reader.forget_pictures();
        vec![Effect::Outside { program, name, text }]
    }

    pub(super) fn pipe(&mut self) -> Vec<Effect> {
        match self.reader.open() {
            Some(open) => vec![Effect::Pipe(markdown::write(&open.article))],
            None => self.tell("nothing-to-open"),
        }
    }

    pub(super) fn start_export(&mut self) -> Vec<Effect> {
        let Some(open) = self.reader.open() else { return self.tell("nothing-to-open") };
        let name = export::file_name(&open.article) + ".md";
        let what = Exported::Article(open.id);
        self.ask_path(&name, what)
    }

    pub(super) fn start_export_list(&mut self) -> Vec<Effect> {
        if self.headlines.total() == 0 {
            return self.tell("nothing-to-open");
        }
        let what = Exported::List(Box::new(self.headlines.request()));
        self.ask_path("articles.epub", what)
    }

    fn ask_path(&mut self, name: &str, what: Exported) -> Vec<Effect> {
        self.typing = Some(Typing::new(Line::new(name), Purpose::Export { what }));
        Vec::new()
    }

    /// Writes what was asked for to the path that was typed.
    pub(super) fn export_to(&mut self, path: &str, what: Exported) -> Vec<Effect> {
        let path = path.trim();
        if path.is_empty() {
            return Vec::new();
        }
        if export::form_of(path).is_none() {
            let known: Vec<&str> =
                export::FORMS.iter().filter_map(|form| form.extensions.first().copied()).collect();
            return self.fail(self.words.with("unknown-form", &[("known", known.join(", ").into())]));
        }
        vec![Effect::Ask(Errand::Export(Export { what, path: path.to_owned(), over: false }))]
    }

    pub(super) fn suspend(&mut self) -> Vec<Effect> {
        self.reader.forget_pictures();
        vec![Effect::Suspend]
    }

    pub(super) fn redraw(&mut self) -> Vec<Effect> {
        self.reader.forget_pictures();
        vec![Effect::Redraw]
    }

    /// Asks whether a file that is there is to be written over.
    pub(super) fn ask_over(&mut self, export: Export) -> Vec<Effect> {
        let text = vec![self.words.say("ask-over").to_owned(), export.path.clone()];
        let yes = Answer::Do(Effect::Ask(Errand::Export(Export { over: true, ..export })));
        self.ask(text, yes);
        Vec::new()
    }
}
