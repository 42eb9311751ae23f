//! Owns how pictures are said in words: each once, and what belongs to one of them together. It refuses to
//! draw them: it leaves room for those that are there.

use super::compositor::Compositor;
use super::margins::Inset;
use super::passage::{Hold, Ink, Passage};
use super::{Placed, Role};
use crate::article::body::words;
use crate::article::letters::bare;
use crate::article::{Block, Figure, Inline, Target, Text};

/// Endings of the names of picture files, which some pages give where they should say what a picture shows.
const FILES: &[&str] = &[".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"];
/// What opens a line that says who made a picture and nothing of what it shows.
const CREDITS: &[&str] = &[
    "photo",
    "photos",
    "photograph",
    "photographs",
    "foto",
    "fotos",
    "fotografie",
    "fotografia",
    "fotografía",
    "bild",
    "bilder",
    "image",
    "imagen",
    "credit",
    "crédit",
    "crédits",
];

/// What a caption stands under.
#[derive(Debug, Clone, Copy, Default)]
struct Under<'t> {
    /// Who made the picture.
    credit: Option<&'t Text>,
    /// Whether the page says already that there is one.
    is_told: bool,
    /// The picture itself, where it can be looked at and nothing has said its number yet.
    view: Option<Target>,
}

impl Compositor<'_> {
    /// Sets the caption of the leading picture, unless a figure of the body has it or lacks one: what belongs
    /// to one picture stands in one place.
    pub(super) fn lead_caption(&mut self) {
        let article = self.article;
        let Some(caption) = &article.caption else { return };
        let line = bare(caption);
        let says_it = |block: &Block| match block {
            Block::Figure(figure) => says(figure, &line),
            _ => false,
        };
        match article.body.first() {
            _ if article.body.iter().any(says_it) => {}
            Some(Block::Figure(figure)) if words(&figure.caption).trim().is_empty() => {
                self.lead = Some(caption);
            }
            _ => self.caption(&[Inline::plain(caption.clone())], Under::default(), Inset::default()),
        }
    }

    /// Sets what stands for a picture: its words, the line under it, who made it.
    pub(super) fn figure(&mut self, figure: &Figure, inset: Inset) {
        let is_drawn = self.picture(figure, inset);
        let lead = self.lead.take().map(|caption| vec![Inline::plain(caption.clone())]);
        let caption = lead.as_deref().unwrap_or(&figure.caption);
        let (alt, told) = (shown_by(figure), bare(&words(caption)));
        let is_said = |alt: &str| told.starts_with(alt) || alt == self.headline;
        let alt = Some(alt).filter(|alt| !alt.is_empty() && !is_said(&bare(alt)));
        let credit = figure.credit.as_ref().filter(|credit| !told.ends_with(&bare(credit)));
        let whole = format!("{}\n{told}\n{}", alt.unwrap_or_default(), credit.map_or("", Text::as_str));
        if whole.trim().is_empty() || !self.pictured.insert(whole) {
            return;
        }
        let mut view = self.view(figure);
        if let Some(alt) = alt {
            let passage = self.bracket(&[Inline::plain(Text::new(alt))], view.take());
            self.set_ragged(passage, inset);
        }
        self.caption(caption, Under { credit, is_told: is_drawn || alt.is_some(), view }, inset);
    }

    /// Sets the line under a picture. Where nothing else tells that there is one, the line does.
    fn caption(&mut self, caption: &[Inline], under: Under<'_>, inset: Inset) {
        let line = words(caption);
        let speaks = under.is_told || line.trim().is_empty() || is_credit(&line);
        let mut passage = if speaks { self.passage() } else { self.bracket(caption, under.view) };
        if speaks {
            self.runs(&mut passage, caption, Role::Caption);
        }
        let ink = Ink::of(Role::Caption);
        if let Some(credit) = under.credit {
            if !passage.is_empty() {
                self.words(&mut passage, " ", ink);
            }
            self.words(&mut passage, credit, ink);
        }
        if let Some(view) = under.view.filter(|_| speaks && !passage.is_empty()) {
            let (mark, ink) = (self.mark(view), Ink { target: Some(view), ..Ink::of(Role::LinkNumber) });
            passage.mark(&mut self.column.prose, &format!("\u{a0}{mark}"), ink);
        }
        self.set_ragged(passage, inset);
    }

    /// `[picture 3: so it looks]`, with the number of a picture that can be looked at apart.
    fn bracket(&mut self, runs: &[Inline], view: Option<Target>) -> Passage {
        let ink = Ink::of(Role::Caption);
        let mut passage = self.passage();
        passage.add("[", ink, Hold::Free);
        match view {
            None => passage.add(self.language.say("picture"), ink, Hold::Glued),
            Some(view) => {
                let number = self.numbers.shown(view).to_string();
                let name = self.language.with("picture-numbered", &[("number", number.into())]);
                passage.add(&name, Ink { target: Some(view), ..Ink::of(Role::LinkNumber) }, Hold::Glued);
            }
        }
        passage.add(" ", ink, Hold::Free);
        self.runs(&mut passage, runs, Role::Caption);
        passage.mark(&mut self.column.prose, "]", ink);
        passage
    }

    /// Leaves room for the picture itself, if it is there; says whether it is.
    fn picture(&mut self, figure: &Figure, inset: Inset) -> bool {
        let Some(place) = figure.place.as_deref() else { return false };
        let Some((columns, rows)) = self.pictures.get(place).copied() else { return false };
        if usize::from(columns) > self.measure(inset) {
            return false;
        }
        let indent = u16::try_from(self.margins.cells(inset)).unwrap_or(0);
        let line = self.next_line();
        self.column.pictures.push(Placed { line, indent, place: place.to_owned() });
        for _ in 0..rows {
            self.line(inset, Vec::new(), false);
        }
        true
    }
}

/// What a picture shows, as far as the page says so.
fn shown_by(figure: &Figure) -> &str {
    let alt = figure.alt.trim();
    let lower = alt.to_lowercase();
    let is_file = !alt.contains(' ') && FILES.iter().any(|ending| lower.ends_with(ending));
    if is_file { "" } else { alt }
}

/// Says whether a figure says these words, folded, itself.
fn says(figure: &Figure, caption: &str) -> bool {
    let own = [words(&figure.caption), shown_by(figure).to_owned()];
    let credit = figure.credit.as_deref().map(bare);
    !caption.is_empty()
        && (own.iter().any(|own| bare(own).starts_with(caption)) || credit.as_deref() == Some(caption))
}

fn is_credit(line: &str) -> bool {
    let opens = |head: &str| CREDITS.contains(&head.trim().to_lowercase().as_str());
    line.trim_start().starts_with('©') || line.split_once([':', '：']).is_some_and(|(head, _)| opens(head))
}
