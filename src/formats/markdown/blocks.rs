//! Owns turning Markdown's events into blocks. It refuses to nest deeper than a reader could follow:
//! what stands deeper joins the last level.

use std::collections::HashMap;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::dialect::CALLOUT;
use super::inline_html::{self, Effect, Style};
use crate::article::{Align, Block, Figure, Inline, Item, Look, QuoteKind, Table, Target, Text, body::words};
use crate::formats::html;
use crate::formats::links::Links;
use crate::formats::runs::Runs;

/// The level given to `#` headings until it is known whether one of them is the headline.
pub(super) const TOP: u8 = 1;
/// How deep blocks nest.
const DEEPEST: usize = 100;

/// Reads Markdown without front matter.
pub(super) fn read(text: &str, links: &mut Links) -> Vec<Block> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS;
    let mut reader = Reader::new(links);
    for event in Parser::new_ext(text, options) {
        reader.event(event);
    }
    reader.finish()
}

/// Gives `#` headings that are not the headline the level below it.
pub(super) fn settle_levels(body: &mut [Block]) {
    for block in body {
        match block {
            Block::Crosshead { level, .. } => *level = (*level).clamp(2, 6),
            Block::Quote { blocks, .. } | Block::Note { blocks, .. } => settle_levels(blocks),
            Block::List { items, .. } => items.iter_mut().for_each(|item| settle_levels(&mut item.blocks)),
            _ => {}
        }
    }
}

/// A container under way.
enum Frame {
    Quote(Vec<Block>),
    List(Option<u64>, Vec<Item>),
    Item(Item),
    Note(u32, Vec<Block>),
}

struct Reader<'l> {
    links: &'l mut Links,
    done: Vec<Block>,
    frames: Vec<Frame>,
    too_deep: usize,
    runs: Runs,
    look: Look,
    targets: Vec<Option<Target>>,
    /// The words of the links under way, outermost first.
    linked: Vec<String>,
    notes: HashMap<String, u32>,
    code: Option<(Option<Text>, String)>,
    html: Option<String>,
    table: Option<Table>,
    row: Vec<Vec<Inline>>,
    pictures: Vec<Figure>,
    picture: Option<(Text, String, usize)>,
}

impl<'l> Reader<'l> {
    fn new(links: &'l mut Links) -> Self {
        Self {
            links,
            done: Vec::new(),
            frames: Vec::new(),
            too_deep: 0,
            runs: Runs::default(),
            look: Look::default(),
            targets: Vec::new(),
            linked: Vec::new(),
            notes: HashMap::new(),
            code: None,
            html: None,
            table: None,
            row: Vec::new(),
            pictures: Vec::new(),
            picture: None,
        }
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => self.words(&text, Look { code: true, ..self.look }),
            Event::InlineMath(tex) => self.math(&tex),
            Event::DisplayMath(tex) => self.words(&tex, self.look),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html),
            Event::FootnoteReference(label) => {
                let number = self.note_number(&label);
                self.runs.push(&number.to_string(), Look::default(), Some(Target::Note(number)));
            }
            Event::SoftBreak => self.words(" ", self.look),
            Event::HardBreak => self.runs.line_break(),
            Event::Rule => self.block(Block::Rule),
            Event::TaskListMarker(done) => {
                if let Some(Frame::Item(item)) = self.frames.last_mut() {
                    item.checked = Some(done);
                }
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::DefinitionList | Tag::DefinitionListDefinition => {
                self.flush();
            }
            Tag::DefinitionListTitle => {
                self.flush();
                self.look.strong = true;
            }
            Tag::BlockQuote(_) => self.open(Frame::Quote(Vec::new())),
            Tag::List(start) => self.open(Frame::List(start, Vec::new())),
            Tag::Item => self.open(Frame::Item(Item::default())),
            Tag::FootnoteDefinition(label) => {
                let number = self.note_number(&label);
                self.open(Frame::Note(number, Vec::new()));
            }
            Tag::CodeBlock(kind) => {
                self.flush();
                self.code = Some((language(&kind), String::new()));
            }
            Tag::HtmlBlock => {
                self.flush();
                self.html = Some(String::new());
            }
            Tag::Table(sides) => {
                self.flush();
                self.table =
                    Some(Table { align: sides.into_iter().map(align).collect(), ..Table::default() });
            }
            Tag::Emphasis => self.look.emphasis = true,
            Tag::Strong => self.look.strong = true,
            Tag::Strikethrough => self.look.struck = true,
            Tag::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url),
            Tag::Image { dest_url, .. } => self.begin_picture(&dest_url),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => self.crosshead(level as u8),
            TagEnd::Paragraph | TagEnd::DefinitionListDefinition => self.flush(),
            TagEnd::DefinitionListTitle => {
                self.flush();
                self.look.strong = false;
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.close();
            }
            TagEnd::CodeBlock => {
                if let Some((language, text)) = self.code.take() {
                    self.push(Block::Code { language, text: Text::new(text.trim_end_matches('\n')) });
                }
            }
            TagEnd::HtmlBlock => {
                let blocks =
                    self.html.take().map(|html| html::fragment(&html, self.links)).unwrap_or_default();
                for block in blocks {
                    self.push(block);
                }
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.push(Block::Table(table));
                }
            }
            TagEnd::TableCell => {
                let cell = self.runs.take();
                self.row.push(cell);
            }
            TagEnd::TableHead | TagEnd::TableRow => self.end_row(tag == TagEnd::TableHead),
            TagEnd::Emphasis => self.look.emphasis = false,
            TagEnd::Strong => self.look.strong = false,
            TagEnd::Strikethrough => self.look.struck = false,
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_picture(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, code)) = &mut self.code {
            code.push_str(text);
        } else {
            self.words(text, self.look);
        }
    }

    fn words(&mut self, text: &str, look: Look) {
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
    fn math(&mut self, tex: &str) {
        if tex.contains(['\\', '^', '_', '{', '=']) || tex.chars().count() < 3 {
            self.words(tex, self.look);
        } else {
            self.words(&format!("${tex}$"), self.look);
        }
    }

    fn html(&mut self, html: &str) {
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

    fn set(&mut self, style: Style, on: bool) {
        match style {
            Style::Emphasis => self.look.emphasis = on,
            Style::Strong => self.look.strong = on,
            Style::Code => self.look.code = on,
            Style::Struck => self.look.struck = on,
        }
    }

    fn link(&mut self, kind: LinkType, address: &str) {
        let wiki = matches!(kind, LinkType::WikiLink { .. });
        let mailed = kind == LinkType::Email && !address.starts_with("mailto:");
        let address = if mailed { format!("mailto:{address}") } else { address.to_owned() };
        let number = if wiki { None } else { self.links.number(&address, "") };
        self.targets.push(number.map(Target::Link));
        self.linked.push(String::new());
    }

    fn end_link(&mut self) {
        let words = self.linked.pop().unwrap_or_default();
        if let Some(Some(Target::Link(number))) = self.targets.pop() {
            self.links.name(number, &words);
        }
    }

    fn begin_picture(&mut self, place: &str) {
        match &mut self.picture {
            Some((_, _, depth)) => *depth += 1,
            None => self.picture = Some((Text::line(place), String::new(), 0)),
        }
    }

    fn end_picture(&mut self) {
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

    fn crosshead(&mut self, level: u8) {
        let text = self.runs.take();
        if !words(&text).trim().is_empty() {
            self.push(Block::Crosshead { level, text });
        }
        self.show_pictures();
    }

    fn end_row(&mut self, head: bool) {
        let row = std::mem::take(&mut self.row);
        if let Some(table) = &mut self.table {
            if head {
                table.head = row;
            } else {
                table.rows.push(row);
            }
        }
    }

    fn note_number(&mut self, label: &str) -> u32 {
        let next = u32::try_from(self.notes.len() + 1).unwrap_or(u32::MAX);
        *self.notes.entry(label.to_owned()).or_insert(next)
    }

    /// Ends the paragraph under way.
    fn flush(&mut self) {
        let runs = self.runs.take();
        if !runs.is_empty() {
            self.push(Block::Paragraph(runs));
        }
        self.show_pictures();
    }

    fn show_pictures(&mut self) {
        for picture in std::mem::take(&mut self.pictures) {
            self.push(Block::Figure(picture));
        }
    }

    fn block(&mut self, block: Block) {
        self.flush();
        self.push(block);
    }

    fn push(&mut self, block: Block) {
        match self.frames.last_mut() {
            None => self.done.push(block),
            Some(Frame::Quote(blocks) | Frame::Note(_, blocks)) => blocks.push(block),
            Some(Frame::Item(item)) => item.blocks.push(block),
            Some(Frame::List(_, items)) => items.push(Item { checked: None, blocks: vec![block] }),
        }
    }

    fn open(&mut self, frame: Frame) {
        self.flush();
        if self.frames.len() >= DEEPEST {
            self.too_deep += 1;
        } else {
            self.frames.push(frame);
        }
    }

    fn close(&mut self) {
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

    fn finish(mut self) -> Vec<Block> {
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

fn language(kind: &CodeBlockKind<'_>) -> Option<Text> {
    let CodeBlockKind::Fenced(info) = kind else { return None };
    let first = info.split([' ', ',', '{', '\t']).find(|word| !word.is_empty())?;
    Text::some_line(first.trim_matches(['.', '}']))
}

fn align(side: Alignment) -> Align {
    match side {
        Alignment::Right => Align::Right,
        Alignment::Center => Align::Centre,
        Alignment::None | Alignment::Left => Align::Left,
    }
}
