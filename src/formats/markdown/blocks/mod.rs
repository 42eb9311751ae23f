//! Owns turning the events of Markdown into blocks. It refuses to look below them: what a line says is
//! `inlines`, what a block stands in is `frames`.

mod captions;
mod frames;
mod inlines;

use std::collections::HashMap;

use pulldown_cmark::{Alignment, BrokenLink, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::article::{Align, Block, Figure, Inline, Item, Look, Table, Target, Text, body::words};
use crate::formats::html;
use crate::formats::links::Links;
use crate::formats::markdown::references;
use crate::formats::runs::Runs;
use captions::{is_emphasised, is_line, is_short};
use frames::Frame;

/// The level given to `#` headings until it is known whether one of them is the headline.
pub(super) const TOP: u8 = 1;

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
    let undefined = |link: BrokenLink<'_>| is_reference(text, &link).then(|| ("".into(), "".into()));
    for event in Parser::new_with_broken_link_callback(text, options, Some(undefined)) {
        reader.event(event);
    }
    reader.finish()
}

/// Says whether `[words][label]` whose label is defined nowhere still is a link, of which the words stay: it is
/// no picture, no element of a list in a program, and no two numbers of notes.
fn is_reference(text: &str, link: &BrokenLink<'_>) -> bool {
    let kind = matches!(link.link_type, LinkType::Reference | LinkType::Collapsed);
    let before = text.get(..link.span.start).and_then(|text| text.chars().next_back());
    let glued = before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | ']' | ')'));
    let picture = text.get(link.span.clone()).is_some_and(|span| span.starts_with('!'));
    let named = !link.reference.starts_with('^') && link.reference.chars().any(char::is_alphabetic);
    kind && named && !glued && !picture
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
    /// Whether a picture opens the paragraph under way, and whether a line ends right behind it.
    led: bool,
    broken: bool,
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
            led: false,
            broken: false,
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
            Event::SoftBreak => {
                self.broken |= self.led && self.runs.is_empty();
                self.words(" ", self.look);
            }
            Event::HardBreak => {
                self.broken |= self.led && self.runs.is_empty();
                self.runs.line_break();
            }
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
                let html = self.html.take().unwrap_or_default();
                let blocks = html::fragment(&references::headed(&html), self.links);
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

    fn crosshead(&mut self, level: u8) {
        let text = self.runs.take();
        (self.led, self.broken) = (false, false);
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

    /// Ends the paragraph under way. What stands under a picture is its caption: the line right below it, and
    /// the words that are all set apart by their look.
    fn flush(&mut self) {
        let runs = self.runs.take();
        let (led, broken) = (std::mem::take(&mut self.led), std::mem::take(&mut self.broken));
        if runs.is_empty() {
            return self.show_pictures();
        }
        if led && let Some(last) = self.pictures.last_mut() {
            if (is_emphasised(&runs) || (broken && is_line(&runs))) && is_short(&runs) {
                last.caption = runs;
                return self.show_pictures();
            }
            self.show_pictures();
        } else if is_emphasised(&runs)
            && let Some(Block::Figure(figure)) = self.last()
            && figure.caption.is_empty()
            && is_short(&runs)
        {
            figure.caption = runs;
            return self.show_pictures();
        }
        self.push(Block::Paragraph(runs));
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
