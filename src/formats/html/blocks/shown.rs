//! Owns the blocks that are more than words: code, tables, pictures and their captions. It refuses to know
//! what stands around them.

use dom_query::NodeRef;

use super::super::{code, figures, tables};
use super::{Style, Walk};
use crate::article::Block;

impl Walk<'_> {
    pub(super) fn code(&mut self, node: &NodeRef<'_>) {
        let (language, text) = code::read(node);
        if !text.trim().is_empty() {
            self.block(Block::Code { language, text });
        }
    }

    pub(super) fn table(&mut self, node: &NodeRef<'_>) {
        if let Some(pre) = code::inside_table(node) {
            self.code(&pre);
        } else if tables::holds_data(node) {
            self.flush();
            let table = tables::read(node, self);
            self.out.push(Block::Table(table));
        } else {
            self.flush();
            self.children(node, Style::default());
            self.flush();
        }
    }

    pub(super) fn figure(&mut self, node: &NodeRef<'_>) {
        if figures::holds_text(node) {
            self.flush();
            self.children(node, Style::default());
            self.flush();
            return;
        }
        let caption = figures::caption_node(node).map(|n| self.line(&n)).unwrap_or_default();
        let figure = figures::figure(node, caption);
        if !figure.alt.is_empty() || !figure.caption.is_empty() || figure.place.is_some() {
            self.block(Block::Figure(figure));
        }
    }

    /// Reads a caption that stands outside a `figure`: it belongs to the picture before it.
    pub(super) fn caption(&mut self, node: &NodeRef<'_>) {
        self.in_caption = true;
        let caption = self.line(node);
        self.in_caption = false;
        let figure = figures::figure(node, caption);
        match self.out.last_mut() {
            Some(Block::Figure(last)) if last.caption.is_empty() => {
                last.caption = figure.caption;
                last.credit = figure.credit;
            }
            _ if figure.caption.is_empty() && figure.credit.is_none() => {}
            _ => self.out.push(Block::Figure(figure)),
        }
    }

    pub(super) fn image(&mut self, node: &NodeRef<'_>, style: Style) {
        match figures::image(node) {
            figures::Image::Character(text) => self.runs.push(&text, style.look, style.target),
            figures::Image::Picture(figure) if self.runs.is_empty() => self.out.push(Block::Figure(figure)),
            figures::Image::Picture(_) | figures::Image::Nothing => {}
        }
    }
}
