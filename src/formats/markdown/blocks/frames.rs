//! Owns what blocks stand in while Markdown is read: quotations, lists, items, notes. It refuses to nest
//! deeper than a reader could follow: what stands deeper joins the last level.

use super::Reader;
use crate::article::{Block, Item, QuoteKind, Text, body::words};
use crate::formats::markdown::dialect::CALLOUT;

/// How deep blocks nest.
const DEEPEST: usize = 100;

/// A container under way.
pub(super) enum Frame {
    Quote(Vec<Block>),
    List(Option<u64>, Vec<Item>),
    Item(Item),
    Note(u32, Vec<Block>),
}

impl Reader<'_> {
    pub(super) fn push(&mut self, block: Block) {
        match self.frames.last_mut() {
            None => self.done.push(block),
            Some(Frame::Quote(blocks) | Frame::Note(_, blocks)) => blocks.push(block),
            Some(Frame::Item(item)) => item.blocks.push(block),
            Some(Frame::List(_, items)) => items.push(Item { checked: None, blocks: vec![block] }),
        }
    }

    /// Returns the block that stands right above what is being read.
    pub(super) fn last(&mut self) -> Option<&mut Block> {
        match self.frames.last_mut() {
            None => self.done.last_mut(),
            Some(Frame::Quote(blocks) | Frame::Note(_, blocks)) => blocks.last_mut(),
            Some(Frame::Item(item)) => item.blocks.last_mut(),
            Some(Frame::List(..)) => None,
        }
    }

    pub(super) fn open(&mut self, frame: Frame) {
        self.flush();
        if self.frames.len() >= DEEPEST {
            self.too_deep += 1;
        } else {
            self.frames.push(frame);
        }
    }

    pub(super) fn close(&mut self) {
        self.flush();
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        match self.frames.pop() {
            Some(Frame::Quote(blocks)) => self.push(quote(blocks)),
            Some(Frame::List(start, items)) => self.push(Block::List { start, items }),
            Some(Frame::Note(number, blocks)) => self.push(Block::Note { number, blocks }),
            Some(Frame::Item(item)) => match self.frames.last_mut() {
                Some(Frame::List(_, items)) => items.push(item),
                _ => item.blocks.into_iter().for_each(|block| self.push(block)),
            },
            None => {}
        }
    }

    pub(super) fn finish(mut self) -> Vec<Block> {
        while !self.frames.is_empty() {
            self.close();
        }
        self.flush();
        self.done
    }
}

/// Makes a quotation, or a callout when its first line was marked as the title of one.
fn quote(mut blocks: Vec<Block>) -> Block {
    let title = match blocks.first() {
        Some(Block::Paragraph(runs)) => marked_title(&words(runs)),
        _ => None,
    };
    let Some(title) = title else { return Block::Quote { kind: QuoteKind::Quotation, blocks } };
    blocks.remove(0);
    Block::Quote { kind: QuoteKind::Callout(title), blocks }
}

fn marked_title(line: &str) -> Option<Text> {
    Text::some_line(line.strip_prefix(CALLOUT.0)?.strip_suffix(CALLOUT.1)?)
}
