//! Owns notes and highlights: words chosen and lit up, notes written, the panel of all of them. It
//! refuses to lose a draft: whatever ends the writing of a note keeps it.

use super::effect::Effect;
use super::errand::Errand;
use super::{App, Overlay};
use crate::article::{ArticleId, Text};
use crate::library::{Order, Query, Request, View};
use crate::marks::{Quote, What};
use crate::panes::editor::Editor;
use crate::panes::notes::Notes;
use crate::panes::reader::{Own, PassageStep};

/// The most articles with notes that the panel lists.
const LISTED: usize = 5_000;

/// A note being written.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) editor: Editor,
    pub(super) id: ArticleId,
    /// The words it is about, if not the whole article.
    quote: Option<Quote>,
    /// The panel it was chosen in, to go back to.
    behind: Option<Notes>,
    /// When it is to be put by, if it changed since the last time.
    pub(super) due: Option<u64>,
}

impl Draft {
    /// Returns the change that keeping the note as it stands would make.
    pub(super) fn what(&self) -> What {
        let text = self.editor.text();
        match self.quote.clone() {
            Some(quote) => What::Highlight(Box::new(quote), Some(text)),
            None => What::Note(text),
        }
    }
}

impl App {
    /// Shows the open article with what the reader did with it.
    pub(super) fn annotate(&mut self) {
        if let Some(id) = self.reader.open().map(|open| open.id) {
            self.reader.annotate(Own::of(self.marks.get(id)));
        }
    }

    /// Begins to choose words in the article.
    pub(super) fn choose_words(&mut self) -> Vec<Effect> {
        self.reader.choose();
        Vec::new()
    }

    /// Chooses no words any more.
    pub(super) fn end_passage(&mut self) -> Vec<Effect> {
        self.reader.passage = None;
        Vec::new()
    }

    pub(super) fn passage_step(&mut self, step: PassageStep) -> Vec<Effect> {
        let times = self.count.unwrap_or(1).clamp(1, 1000);
        (0..times).for_each(|_| self.reader.step_choice(step));
        Vec::new()
    }

    /// Lights the chosen words up.
    pub(super) fn light_passage(&mut self) -> Vec<Effect> {
        let Some((id, quote)) = self.quoted() else { return Vec::new() };
        let lit = What::Highlight(Box::new(quote), Some(String::new()));
        self.reader.passage = None;
        self.annotate_with(id, lit)
    }

    /// Puts out what is lit among the chosen words.
    pub(super) fn darken_passage(&mut self) -> Vec<Effect> {
        let (Some(passage), Some(open)) = (&self.reader.passage, self.reader.open()) else {
            return Vec::new();
        };
        let (at, id) = (passage.at.clone(), open.id);
        let met = self.reader.highlights().filter(|(lit, _)| lit.start < at.end && at.start < lit.end);
        let path = self.path(id);
        let out = |quote: &Quote| (id, What::Highlight(Box::new(quote.clone()), None), path.clone());
        let wishes: Vec<_> = met.map(|(_, lit)| out(&lit.quote)).collect();
        self.reader.passage = None;
        if wishes.is_empty() { self.tell("nothing-lit") } else { self.mark_and_say(wishes) }
    }

    /// Copies the chosen words, with what they are from.
    pub(super) fn copy_passage(&mut self) -> Vec<Effect> {
        let Some((_, quote)) = self.quoted() else { return Vec::new() };
        let citation = self.citation();
        self.reader.passage = None;
        self.copy(format!("“{}” — {citation}", quote.exact))
    }

    /// The chosen words; the highlight that begins and ends there, if there is one already.
    fn quoted(&self) -> Option<(ArticleId, Quote)> {
        let (passage, open) = (self.reader.passage.as_ref()?, self.reader.open()?);
        let known =
            self.reader.highlights().find(|(at, _)| **at == passage.at).map(|(_, lit)| lit.quote.clone());
        Some((open.id, known.or_else(|| Quote::take(&open.column.prose, passage.at.clone()))?))
    }

    fn annotate_with(&mut self, id: ArticleId, what: What) -> Vec<Effect> {
        let path = self.path(id);
        self.mark_and_say(vec![(id, what, path)])
    }

    /// Begins to write a note: on the chosen words, or else on the article.
    pub(super) fn write_note(&mut self) -> Vec<Effect> {
        let quoted = self.quoted();
        let Some(id) = quoted.as_ref().map(|(id, _)| *id).or_else(|| self.subject()) else {
            return Vec::new();
        };
        let quote = quoted.map(|(_, quote)| quote);
        self.reader.passage = None;
        self.begin_note(id, quote, None)
    }

    /// Begins to write the selected note of the panel anew.
    pub(super) fn edit_noted(&mut self) -> Vec<Effect> {
        let Some(Overlay::Notes(notes)) =
            self.overlay.take_if(|overlay| matches!(overlay, Overlay::Notes(_)))
        else {
            return Vec::new();
        };
        match notes.chosen().cloned() {
            Some(noted) => self.begin_note(noted.id, noted.quote, Some(notes)),
            None => Vec::new(),
        }
    }

    fn begin_note(&mut self, id: ArticleId, quote: Option<Quote>, behind: Option<Notes>) -> Vec<Effect> {
        let mark = self.marks.get(id);
        let lit = quote.as_ref().and_then(|quote| mark.highlights.iter().find(|lit| lit.quote == *quote));
        let text = match &quote {
            Some(_) => lit.map(|lit| lit.note.clone()),
            None => mark.note.clone(),
        };
        let heading = self.words.say(if quote.is_some() { "note-on-words" } else { "note-on-article" });
        let draft = self.way.drafts.of(id, quote.as_ref()).filter(|draft| text.as_deref() != Some(*draft));
        let editor = Editor::new(heading, draft.or(text.as_deref()).unwrap_or_default());
        if draft.is_some() {
            self.tell("note-again");
        }
        self.overlay = Some(Overlay::Note(Box::new(Draft { editor, id, quote, behind, due: None })));
        Vec::new()
    }

    /// Keeps the note as it is written; an empty one is taken away.
    pub(super) fn keep_note(&mut self) -> Vec<Effect> {
        let Some(Overlay::Note(draft)) = self.overlay.take_if(|overlay| matches!(overlay, Overlay::Note(_)))
        else {
            return Vec::new();
        };
        let (text, what) = (draft.editor.text(), draft.what());
        let Draft { id, quote, behind, .. } = *draft;
        self.back_to_notes(behind, Some(&text));
        let holds = self.marks.inverse(id, &what) == what;
        let mut effects = if holds { Vec::new() } else { self.annotate_with(id, what) };
        effects.extend(self.forget_draft(id, quote));
        effects
    }

    /// Drops what was typed.
    pub(super) fn drop_note(&mut self) -> Vec<Effect> {
        let Some(Overlay::Note(draft)) = self.overlay.take() else { return Vec::new() };
        let Draft { id, quote, behind, .. } = *draft;
        self.back_to_notes(behind, None);
        self.forget_draft(id, quote)
    }

    /// Shows the panel again that a note was chosen in, with what it says now.
    fn back_to_notes(&mut self, behind: Option<Notes>, text: Option<&str>) {
        let Some(mut notes) = behind else { return };
        if let Some(text) = text {
            notes.rewrite(text);
        }
        notes.fit(self.layout.size.width);
        self.overlay = Some(notes).filter(|notes| !notes.is_empty()).map(Overlay::Notes);
    }

    /// Lets the reader go on writing in their own editor.
    pub(super) fn write_outside(&mut self) -> Vec<Effect> {
        match &self.overlay {
            Some(Overlay::Note(draft)) => {
                let text = draft.editor.text();
                self.reader.forget_pictures();
                vec![Effect::Compose(text)]
            }
            _ => Vec::new(),
        }
    }

    /// Keeps what was written in the reader's own editor: leaving it is saying that it is done.
    pub(super) fn take_written(&mut self, text: &str) -> Vec<Effect> {
        if let Some(Overlay::Note(draft)) = &mut self.overlay {
            draft.editor.replace(text);
        }
        self.keep_note()
    }

    pub(super) fn next_highlight(&mut self) -> Vec<Effect> {
        if self.reader.highlight_beside(true) { self.moved_on() } else { self.tell("no-highlight-below") }
    }

    pub(super) fn previous_highlight(&mut self) -> Vec<Effect> {
        if self.reader.highlight_beside(false) { Vec::new() } else { self.tell("no-highlight-above") }
    }

    /// Asks the library which articles have notes; the panel follows.
    #[expect(clippy::unused_self, reason = "a command is given the app, whatever it needs of it")]
    pub(super) fn show_notes(&mut self) -> Vec<Effect> {
        let query = Query::parse("is:noted OR is:highlighted OR (is:hidden (is:noted OR is:highlighted))");
        let query = query.unwrap_or_default();
        vec![Effect::Ask(Errand::Notes(Request::first(LISTED, query, Order::default())))]
    }

    /// Lists what was written: first about the articles of the library, then about others.
    pub(super) fn list_notes(&mut self, view: &View) -> Vec<Effect> {
        let mut notes = Notes::default();
        for row in &view.rows {
            notes.add(row.id, &row.headline, self.marks.get(row.id));
        }
        let listed = |id: &ArticleId| view.rows.iter().any(|row| row.id == *id);
        for id in self.marks.annotated().into_iter().filter(|id| !listed(id)) {
            notes.add(id, &self.gone(id), self.marks.get(id));
        }
        if notes.is_empty() {
            return self.tell("no-notes");
        }
        notes.fit(self.layout.size.width);
        self.overlay = Some(Overlay::Notes(notes));
        Vec::new()
    }

    /// Names an article that is not in the library: by its last file, if that is known.
    fn gone(&self, id: ArticleId) -> String {
        let gone = self.words.say("not-in-library");
        let name = self.marks.file_of(id).and_then(|path| path.rsplit(['/', '\\']).next());
        match name.map(Text::line).filter(|name| !name.is_empty()) {
            Some(name) => format!("{name}{}{gone}", self.words.point()),
            None => gone.to_owned(),
        }
    }

    /// Opens the article of the selected note, at its words.
    pub(super) fn open_noted(&mut self) -> Vec<Effect> {
        let Some(Overlay::Notes(notes)) = &self.overlay else { return Vec::new() };
        let Some(noted) = notes.chosen().cloned() else { return Vec::new() };
        self.overlay = None;
        self.coming.quote = noted.quote;
        self.open_article(noted.id, None)
    }

    /// Brings the words the reader came for into sight.
    pub(super) fn go_to_quote(&mut self) {
        let Some(quote) = self.coming.quote.take() else { return };
        let place = self.reader.open().and_then(|open| quote.find(&open.column.prose));
        if let Some(at) = place {
            self.reader.reveal(at.start);
        }
    }
}
