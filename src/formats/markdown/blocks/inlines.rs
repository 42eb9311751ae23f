//! Owns the words of a line of Markdown: their look, links, pictures and formulas. It refuses to know which
//! block they stand in.

use pulldown_cmark::LinkType;

use super::Reader;
use crate::article::{Figure, Look, Target, Text};
use crate::formats::embedded;
use crate::formats::markdown::inline_html::{self, Effect, Style};

impl Reader<'_> {
    pub(super) fn words(&mut self, text: &str, look: Look) {
        if let Some((_, alt, _)) = &mut self.picture {
            alt.push_str(text);
            return;
        }
        let target = self.targets.last().copied().flatten();
        if let Some(linked) = self.linked.last_mut() {
            linked.push_str(text);
        }
        self.runs.push(text, look, target);
    }

    /// Adds a formula, or the two prices that only look like one.
    pub(super) fn math(&mut self, tex: &str) {
        if tex.contains(['\\', '^', '_', '{', '=']) || tex.chars().count() < 3 {
            self.words(tex, self.look);
        } else {
            self.words(&format!("${tex}$"), self.look);
        }
    }

    pub(super) fn html(&mut self, html: &str) {
        if let Some(block) = &mut self.html {
            block.push_str(html);
            return;
        }
        match inline_html::read(html) {
            Effect::Open(style) => self.set(style, true),
            Effect::Close(style) => self.set(style, false),
            Effect::Break => self.runs.line_break(),
            Effect::Link(address) => self.link(LinkType::Inline, &address),
            Effect::EndLink => self.end_link(),
            Effect::Picture(alt, place) => {
                self.begin_picture(&place);
                self.words(&alt, self.look);
                self.end_picture();
            }
            Effect::Nothing => {}
        }
    }

    pub(super) fn set(&mut self, style: Style, on: bool) {
        match style {
            Style::Emphasis => self.look.emphasis = on,
            Style::Strong => self.look.strong = on,
            Style::Code => self.look.code = on,
            Style::Struck => self.look.struck = on,
        }
    }

    pub(super) fn link(&mut self, kind: LinkType, address: &str) {
        let wiki = matches!(kind, LinkType::WikiLink { .. });
        let undefined = matches!(kind, LinkType::ReferenceUnknown | LinkType::CollapsedUnknown);
        let mailed = kind == LinkType::Email && !address.starts_with("mailto:");
        let address = if mailed { format!("mailto:{address}") } else { address.to_owned() };
        let number = if undefined {
            None
        } else if wiki {
            self.links.own(&address)
        } else {
            self.links.number(&address, "")
        };
        self.targets.push(number.map(Target::Link));
        self.linked.push(String::new());
    }

    pub(super) fn end_link(&mut self) {
        let words = self.linked.pop().unwrap_or_default();
        if let Some(Some(Target::Link(number))) = self.targets.pop() {
            self.links.name(number, &words);
        }
    }

    pub(super) fn begin_picture(&mut self, place: &str) {
        if let Some((_, _, depth)) = &mut self.picture {
            *depth += 1;
            return;
        }
        self.led |= self.runs.is_empty() && self.pictures.is_empty();
        let name = embedded::name(place);
        self.picture = Some((Text::line(name.as_deref().unwrap_or(place)), String::new(), 0));
    }

    pub(super) fn end_picture(&mut self) {
        if let Some((_, _, depth)) = &mut self.picture
            && *depth > 0
        {
            *depth -= 1;
            return;
        }
        if let Some((place, alt, _)) = self.picture.take() {
            let place = Some(place).filter(|p| !p.is_empty() && !p.starts_with("data:"));
            self.pictures.push(Figure { alt: Text::line(&alt), place, ..Figure::default() });
        }
    }
}
