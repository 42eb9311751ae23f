//! Owns citations on their way to the clipboard: of the open article, of words of it, of what it
//! cites. It refuses to know how a citation is written.

use unicode_segmentation::UnicodeSegmentation;

use super::effect::Effect;
use super::{App, Overlay};
use crate::export::cite::{Reference, Style};
use crate::panes::sources::Cited;

/// The most a terminal is sent for its clipboard, in bytes; many drop longer ones.
const LONGEST_COPY: usize = 8 * 1024;

impl App {
    pub(super) fn copy_citation(&mut self) -> Vec<Effect> {
        self.copy_article(Style::Text)
    }

    pub(super) fn copy_citation_markdown(&mut self) -> Vec<Effect> {
        self.copy_article(Style::Markdown)
    }

    pub(super) fn copy_citation_bibtex(&mut self) -> Vec<Effect> {
        self.copy_article(Style::Bibtex)
    }

    pub(super) fn copy_citation_csl(&mut self) -> Vec<Effect> {
        self.copy_article(Style::Csl)
    }

    fn copy_article(&mut self, style: Style) -> Vec<Effect> {
        let Some(open) = self.reader.open() else { return self.tell("nothing-to-open") };
        let citation = Reference::of_article(&open.article).cite(style);
        self.copy(citation)
    }

    pub(super) fn copy_cited_citation(&mut self) -> Vec<Effect> {
        self.copy_source(Style::Text)
    }

    pub(super) fn copy_cited_markdown(&mut self) -> Vec<Effect> {
        self.copy_source(Style::Markdown)
    }

    pub(super) fn copy_cited_bibtex(&mut self) -> Vec<Effect> {
        self.copy_source(Style::Bibtex)
    }

    pub(super) fn copy_cited_csl(&mut self) -> Vec<Effect> {
        self.copy_source(Style::Csl)
    }

    fn copy_source(&mut self, style: Style) -> Vec<Effect> {
        let Some(Overlay::Sources(panel)) = &self.overlay else { return Vec::new() };
        let Some(cited) = panel.chosen() else { return Vec::new() };
        let citation = reference(cited).cite(style);
        self.copy(citation)
    }

    pub(super) fn copy_cited(&mut self) -> Vec<Effect> {
        let Some(Overlay::Sources(panel)) = &self.overlay else { return Vec::new() };
        match panel.chosen().map(|cited| cited.url.clone()) {
            Some(Some(url)) => self.copy(url.to_string()),
            Some(None) => self.copy_cited_citation(),
            None => Vec::new(),
        }
    }

    /// Cites the open article: who, what, where, when, at which address.
    pub(super) fn citation(&self) -> String {
        let open = self.reader.open();
        open.map(|open| Reference::of_article(&open.article).cite(Style::Text)).unwrap_or_default()
    }

    /// Copies the sentence of the current match, else the first one on the screen, with where it is from.
    pub(super) fn copy_quote(&mut self) -> Vec<Effect> {
        let Some(open) = self.reader.open() else { return Vec::new() };
        let found = self.reader.find.as_ref().and_then(|find| find.current()).map(|found| found.start);
        let at =
            found.unwrap_or_else(|| body_start(&open.column.prose, &open.article).max(self.reader.place().0));
        let sentence = sentence(&open.column.prose, at);
        if sentence.is_empty() {
            return self.tell("nothing-to-quote");
        }
        let quoted = Reference::of_article(&open.article).quote(sentence, Style::Text);
        self.copy(quoted)
    }

    /// Sends text to the clipboard; what most terminals would drop is not sent.
    pub(super) fn copy(&mut self, text: String) -> Vec<Effect> {
        if text.len() > LONGEST_COPY {
            return self.tell("too-long-to-copy");
        }
        self.say(self.words.with("copied", &[("text", text.as_str().into())]));
        vec![Effect::Copy(text)]
    }

    pub(super) fn copy_link(&mut self) -> Vec<Effect> {
        let url = self.reader.open().and_then(|open| open.article.url.clone());
        match url {
            Some(url) => self.copy(url.to_string()),
            None => self.tell("no-address"),
        }
    }
}

/// Returns what is known of an entry of the panel.
fn reference(cited: &Cited) -> Reference {
    if let Some(source) = &cited.source {
        return Reference::of_source(source);
    }
    let url = cited.url.as_ref().map(ToString::to_string);
    Reference {
        id: format!("link-{}", cited.number),
        title: cited.title.clone(),
        url,
        ..Reference::default()
    }
}

/// Returns where in the prose the body starts, so that nobody quotes a headline by accident.
fn body_start(prose: &str, article: &crate::article::Article) -> usize {
    let text = article.plain_text();
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    prose.find(first).unwrap_or(0)
}

/// Returns the sentence that holds a byte of the prose.
fn sentence(prose: &str, at: usize) -> &str {
    let at = prose.floor_char_boundary(at);
    let start = prose.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let end = prose.get(at..).and_then(|after| after.find('\n')).map_or(prose.len(), |end| at + end);
    let paragraph = prose.get(start..end).unwrap_or_default();
    let sentences = paragraph.split_sentence_bound_indices();
    let found = sentences
        .take_while(|(from, _)| start + from <= at)
        .last()
        .map_or(paragraph, |(_, sentence)| sentence);
    // A mark that closes the words before and stands apart, as in French, is no part of it.
    let found = found.trim();
    found.strip_prefix("» ").unwrap_or(found).trim_start()
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn the_sentence_is_the_one_around_the_place() {
        let prose = "The lamps\nOne is lit. « Deux, dit-elle ! » Three wait.\nNext.";
        let at = |word: &str| sentence(prose, prose.find(word).unwrap());
        assert_eq!(at("lit"), "One is lit.");
        assert_eq!(at("wait"), "Three wait.");
        assert_eq!(at("Next"), "Next.");
        assert_eq!(sentence(prose, 10_000), "Next.");
        assert_eq!(sentence("", 3), "");
    }
}
