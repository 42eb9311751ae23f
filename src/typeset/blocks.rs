//! Owns how each kind of block is set. It walks the body with a list of its own, not by calling
//! itself, so that no depth of nesting can exhaust the stack.

use super::Role;
use super::compositor::Compositor;
use super::margins::Inset;
use super::passage::{Hold, Ink, Passage};
use crate::article::body::words;
use crate::article::{Block, Inline, Item, QuoteKind, Target};

/// The narrowest measure where an arrow before the rest of a line is worth its two cells.
const WITH_ARROW: usize = 10;

/// What is left to do, last first.
enum Step<'a> {
    Block(&'a Block, Context),
    Item(&'a Item, Option<u64>, usize, Context),
    Gap(Inset),
}

/// Where a block stands.
#[derive(Clone, Copy)]
struct Context {
    inset: Inset,
    /// The role of plain text there.
    role: Role,
    /// Whether blocks follow each other without blank lines.
    tight: bool,
}

impl<'a> Compositor<'a> {
    /// Sets the body.
    pub(super) fn body(&mut self) {
        let mut steps = Vec::new();
        let article = self.article;
        let edge = Context { inset: Inset::default(), role: Role::Body, tight: false };
        let above = self.column.lines.len();
        push_blocks(&mut steps, between_rules(&article.body), edge);
        while let Some(step) = steps.pop() {
            match step {
                Step::Gap(inset) => self.gap(inset),
                Step::Item(item, number, cells, context) => {
                    self.item(item, number, cells, context, &mut steps);
                }
                Step::Block(block, context) => self.block(block, context, &mut steps),
            }
        }
        if above > 0 && self.column.lines.len() == above {
            self.no_text();
        }
    }

    /// Says that there is nothing to read, and where there may be.
    fn no_text(&mut self) {
        let ink = Ink::of(Role::Meta);
        let mut passage = Passage::default();
        let key = if self.article.url.is_some() { "no-text-but-page" } else { "no-text" };
        passage.add(self.language.say(key), ink, Hold::Free);
        self.set_whole(passage, Inset::default());
        if let Some(url) = &self.article.url {
            let mut passage = Passage::default();
            passage.add(url, ink, Hold::Free);
            self.set_whole(passage, Inset::default());
        }
    }

    fn block(&mut self, block: &'a Block, context: Context, steps: &mut Vec<Step<'a>>) {
        match block {
            Block::Paragraph(runs) => self.paragraph(runs, context),
            Block::Crosshead { level, text } => self.crosshead(*level, text, context.inset),
            Block::Quote { kind, blocks } => {
                let context = self.quote(kind, context);
                push_blocks(steps, blocks, context);
            }
            Block::List { start, items } => push_items(steps, *start, items, context),
            Block::Code { text, .. } => self.code(text, context.inset),
            Block::Table(table) => self.table(table, context.inset),
            Block::Figure(figure) => self.figure(figure, context.inset),
            Block::Rule => self.break_between_parts(context.inset),
            Block::Note { number, blocks } => {
                let label = format!("{} ", self.mark(Target::Note(*number)));
                self.column.notes.push((*number, self.next_line()));
                let cells = label.chars().count();
                let inset = self.labelled(context.inset, &label, cells, Role::LinkNumber);
                push_blocks(steps, blocks, Context { inset, tight: false, ..context });
            }
        }
    }

    fn paragraph(&mut self, runs: &[Inline], context: Context) {
        let mut passage = self.passage();
        self.runs(&mut passage, runs, context.role);
        self.set(passage, context.inset);
    }

    /// Sets a heading inside the body; from the fourth level on it is told apart by its slant.
    fn crosshead(&mut self, level: u8, runs: &[Inline], inset: Inset) {
        let mut passage = self.passage();
        self.runs(&mut passage, runs, Role::Crosshead);
        if level >= 4 {
            passage.pieces.iter_mut().for_each(|piece| piece.ink.look.emphasis = true);
        }
        let line = self.next_line();
        self.set_whole(passage, inset);
        if self.column.lines.len() > line {
            let title = words(runs).split_whitespace().collect::<Vec<_>>().join(" ");
            self.column.crossheads.push((line, title));
        }
    }

    fn quote(&mut self, kind: &QuoteKind, context: Context) -> Context {
        let inset = self.margins.bar(context.inset).unwrap_or(context.inset);
        let role = match kind {
            QuoteKind::Quotation => Role::Quote,
            QuoteKind::Pull => Role::PullQuote,
            QuoteKind::Callout(title) => {
                let mut passage = self.passage();
                self.words(&mut passage, title, Ink::of(Role::Callout));
                self.set_whole(passage, inset);
                Role::Body
            }
        };
        Context { inset, role, tight: false }
    }

    fn item(
        &mut self,
        item: &'a Item,
        number: Option<u64>,
        cells: usize,
        context: Context,
        steps: &mut Vec<Step<'a>>,
    ) {
        let bullet = if self.setting.ascii { "- " } else { "• " };
        let label = match (item.checked, number) {
            (Some(true), _) => "[x] ".to_owned(),
            (Some(false), _) => "[ ] ".to_owned(),
            (None, Some(number)) => format!("{number:>0$}. ", cells - 2),
            (None, None) => bullet.to_owned(),
        };
        let cells = cells.max(label.chars().count());
        let inset = self.labelled(context.inset, &label, cells, Role::Bullet);
        push_blocks(steps, &item.blocks, Context { inset, ..context });
    }

    fn break_between_parts(&mut self, inset: Inset) {
        let measure = self.measure(inset);
        let stars = if measure < 5 { "*" } else { "* * *" };
        let indent = (measure - stars.len()) / 2;
        self.set_own(format!("{}{stars}", " ".repeat(indent)), Role::Rule, inset);
    }

    /// Sets typed text: its lines stay lines, and those too long go on behind an arrow.
    fn code(&mut self, text: &str, inset: Inset) {
        let inset = self.margins.indent(inset, 2, None).unwrap_or(inset);
        let measure = self.measure(inset);
        let mut passage = self.passage();
        passage.verbatim(&mut self.column.prose, text.trim_matches('\n'), Ink::of(Role::Code));
        passage.finish(&mut self.column.prose);
        passage.replace_misfits(if measure < WITH_ARROW { measure } else { measure - 2 });
        let mut start = 0;
        for line in passage.text.split_inclusive('\n') {
            self.code_line(&passage, start..start + line.trim_end().len(), inset);
            start += line.len();
        }
    }

    fn code_line(&mut self, passage: &Passage, range: std::ops::Range<usize>, inset: Inset) {
        let measure = self.measure(inset);
        let arrow = if self.setting.ascii { "> " } else { "↪ " };
        let has_arrow = measure >= WITH_ARROW;
        let text = passage.text.get(range.clone()).unwrap_or_default();
        let deep = text.len() - text.trim_start_matches(' ').len();
        // The arrow stands under the indent of its line, as far as that leaves room.
        let indent = if has_arrow { deep.min(measure / 3) } else { 0 };
        let rest = if has_arrow { measure - indent - 2 } else { measure };
        let (mut start, mut limit) = (range.start, measure);
        loop {
            let part = start..passage.code_end(start..range.end, limit);
            let mut spans = Vec::new();
            if start > range.start && has_arrow {
                let sign = format!("{}{arrow}", " ".repeat(indent));
                spans.push(super::margins::span(sign, Role::Bullet));
            }
            (start, limit) = (part.end, rest);
            spans.extend(passage.spans(part));
            self.line(inset, spans, false);
            if start >= range.end {
                return;
            }
        }
    }
}

/// Returns the blocks without the breaks at either end, which part nothing.
fn between_rules(blocks: &[Block]) -> &[Block] {
    let first = blocks.iter().position(|block| *block != Block::Rule).unwrap_or(blocks.len());
    let end = blocks.iter().rposition(|block| *block != Block::Rule).map_or(first, |last| last + 1);
    blocks.get(first..end).unwrap_or_default()
}

/// Puts blocks on the list, blank lines between them.
fn push_blocks<'a>(steps: &mut Vec<Step<'a>>, blocks: &'a [Block], context: Context) {
    let first = steps.len();
    for (index, block) in blocks.iter().enumerate() {
        if index > 0 && !context.tight {
            steps.push(Step::Gap(context.inset));
        }
        steps.push(Step::Block(block, context));
    }
    steps.get_mut(first..).unwrap_or_default().reverse();
}

/// Puts the items of a list on the list; blank lines part them if any is more than a paragraph.
fn push_items<'a>(steps: &mut Vec<Step<'a>>, start: Option<u64>, items: &'a [Item], context: Context) {
    let count = u64::try_from(items.len()).unwrap_or(u64::MAX);
    let last = start.map(|start| start.saturating_add(count.saturating_sub(1)));
    let cells = last.map_or(2, |last| last.to_string().len() + 2);
    let (first, tight) = (steps.len(), is_tight(items));
    let context = Context { tight, ..context };
    let mut number = start;
    for (index, item) in items.iter().enumerate() {
        if index > 0 && !tight {
            steps.push(Step::Gap(context.inset));
        }
        steps.push(Step::Item(item, number, cells, context));
        number = number.map(|number| number.saturating_add(1));
    }
    steps.get_mut(first..).unwrap_or_default().reverse();
}

/// Says whether the items are short enough to stand without blank lines: a paragraph each, with at
/// most a list below it.
fn is_tight(items: &[Item]) -> bool {
    items.iter().all(|item| {
        matches!(
            item.blocks.as_slice(),
            [] | [Block::Paragraph(_) | Block::List { .. }] | [Block::Paragraph(_), Block::List { .. }]
        )
    })
}
