//! Owns turning the tree of an article into blocks and inlines. It refuses to decide which part of
//! a page the article is: it is handed that part.

mod shown;

use dom_query::NodeRef;

use super::notes::{self, Notes};
use super::{figures, letters};
use crate::article::{Block, Inline, Item, Look, QuoteKind, Target, body::words};
use crate::formats::links::Links;
use crate::formats::runs::Runs;

/// How deep the walk goes; below, only the words are kept.
const DEEPEST: usize = 100;

/// Elements that are not for readers of words.
const UNREAD: &[&str] = &[
    "script", "style", "template", "noscript", "head", "title", "meta", "link", "iframe", "object", "embed",
    "select", "textarea", "input", "dialog", "canvas", "audio", "video", "svg", "map", "rp", "datalist",
];
/// Elements that stand on their own lines.
const STANDING: &[&str] = &[
    "address",
    "article",
    "aside",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "footer",
    "form",
    "header",
    "hgroup",
    "html",
    "legend",
    "li",
    "main",
    "nav",
    "p",
    "section",
    "summary",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "caption",
];

/// The state of a walk.
pub(super) struct Walk<'l> {
    links: &'l mut Links,
    notes: Notes,
    runs: Runs,
    out: Vec<Block>,
    depth: usize,
    in_note: bool,
    in_caption: bool,
}

/// What the words met now look like and point at.
#[derive(Clone, Copy, Default)]
pub(super) struct Style {
    pub(super) look: Look,
    pub(super) target: Option<Target>,
}

/// Reads the children of `root` into blocks.
pub(super) fn read(root: &NodeRef<'_>, links: &mut Links) -> Vec<Block> {
    let notes = Notes::find(root);
    let mut walk = Walk {
        links,
        notes,
        runs: Runs::default(),
        out: Vec::new(),
        depth: 0,
        in_note: false,
        in_caption: false,
    };
    walk.children(root, Style::default());
    walk.flush();
    walk.out
}

impl Walk<'_> {
    pub(super) fn children(&mut self, node: &NodeRef<'_>, style: Style) {
        self.depth += 1;
        if self.depth > DEEPEST {
            self.runs.push(&node.text(), style.look, style.target);
        } else {
            let mut child = node.first_child();
            while let Some(here) = child {
                self.node(&here, style);
                child = here.next_sibling();
            }
        }
        self.depth -= 1;
    }

    fn node(&mut self, node: &NodeRef<'_>, style: Style) {
        if node.is_text() {
            self.words(node, style);
            return;
        }
        if !node.is_element() {
            return;
        }
        let name = node.node_name().unwrap_or_default();
        if let Some(number) = self.notes.defined_by(node) {
            let block = self.note(node, number);
            self.out.push(block);
            return;
        }
        match name.as_ref() {
            name if UNREAD.contains(&name) => {}
            "br" => self.runs.line_break(),
            "hr" => self.block(Block::Rule),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.crosshead(node, &name),
            "blockquote" => self.quote(node),
            "ul" | "ol" | "menu" => self.list(node, &*name == "ol"),
            "pre" | "listing" | "xmp" => self.code(node),
            "table" => self.table(node),
            "figure" => self.figure(node),
            "picture" => self.children(node, style),
            "img" => self.image(node, style),
            "math" => self.runs.push(&figures::formula(node), style.look, style.target),
            name if STANDING.contains(&name) => self.standing(node, style, name),
            name => self.inline(node, style, name),
        }
    }

    fn words(&mut self, node: &NodeRef<'_>, style: Style) {
        let text = node.text();
        if !style.look.code {
            self.runs.part_sentences(&text);
        }
        let words = if letters::follows_initial(node) { self.runs.glue(&text) } else { &text };
        self.runs.push(words, style.look, style.target);
    }

    /// Ends the paragraph under way.
    pub(super) fn flush(&mut self) {
        let runs = self.runs.take();
        if !runs.is_empty() {
            self.out.push(Block::Paragraph(runs));
        }
    }

    fn block(&mut self, block: Block) {
        self.flush();
        self.out.push(block);
    }

    /// Walks `node` into blocks of their own.
    pub(super) fn inside(&mut self, node: &NodeRef<'_>) -> Vec<Block> {
        self.flush();
        let outer = std::mem::take(&mut self.out);
        self.children(node, Style::default());
        self.flush();
        std::mem::replace(&mut self.out, outer)
    }

    /// Walks `node` into one line of runs, whatever blocks it holds.
    pub(super) fn line(&mut self, node: &NodeRef<'_>) -> Vec<Inline> {
        let mut line = Vec::new();
        for block in self.inside(node) {
            let (Block::Paragraph(runs) | Block::Crosshead { text: runs, .. }) = block else { continue };
            if !line.is_empty() {
                line.push(Inline::plain(" ".into()));
            }
            line.extend(runs);
        }
        line
    }

    fn standing(&mut self, node: &NodeRef<'_>, style: Style, name: &str) {
        self.flush();
        if let Some(title) = super::callouts::title(node) {
            let blocks = super::callouts::without_title(self.inside(node), &title);
            self.out.push(Block::Quote { kind: QuoteKind::Callout(title), blocks });
            return;
        }
        if !self.in_caption && figures::is_caption(node) {
            return self.caption(node);
        }
        let strong = name == "dt";
        let look = Look { strong: style.look.strong || strong, ..style.look };
        self.children(node, Style { look, ..style });
        self.flush();
    }

    fn inline(&mut self, node: &NodeRef<'_>, style: Style, name: &str) {
        let mut style = style;
        match name {
            "em" | "i" | "cite" | "dfn" | "var" => style.look.emphasis = true,
            "strong" | "b" => style.look.strong = true,
            "code" | "kbd" | "samp" | "tt" => style.look.code = true,
            "s" | "strike" | "del" => style.look.struck = true,
            "a" if letters::is_anchor(node) => return,
            "a" => style.target = self.anchor(node).or(style.target),
            "rt" => return self.reading(node, style),
            "span" if letters::is_break(node) => return self.flush(),
            "span" if !self.in_caption && self.runs.is_empty() && figures::is_caption(node) => {
                return self.caption(node);
            }
            "button" if node.ancestors_it(Some(2)).all(|n| !n.has_name("p")) => return,
            _ => {}
        }
        if figures::is_formula_twin(node) || (self.in_note && notes::leads_back(node)) {
            return;
        }
        if name == "q" {
            self.runs.push("“", style.look, style.target);
        }
        self.children(node, style);
        if name == "q" {
            self.runs.push("”", style.look, style.target);
        }
    }

    /// Sets the reading of a character beside it, in brackets, as where nothing can stand above a line.
    fn reading(&mut self, node: &NodeRef<'_>, style: Style) {
        let reading = node.text();
        if !reading.trim().is_empty() {
            let (open, close) = letters::brackets(&reading);
            self.runs.push(&[open, reading.trim(), close].concat(), style.look, style.target);
        }
    }

    fn anchor(&mut self, node: &NodeRef<'_>) -> Option<Target> {
        if let Some(number) = self.notes.referred_by(node) {
            return Some(Target::Note(number));
        }
        let href = node.attr("href")?;
        self.links.number(&href, &node.text()).map(Target::Link)
    }

    fn crosshead(&mut self, node: &NodeRef<'_>, name: &str) {
        let text = self.line(node);
        let line = words(&text);
        if !line.chars().any(char::is_alphanumeric) {
            // A row of signs in a heading is a rule by other means.
            self.out.extend((!line.trim().is_empty()).then_some(Block::Rule));
            return;
        }
        let level = name.as_bytes().get(1).map_or(2, |digit| digit.saturating_sub(b'0')).clamp(2, 6);
        self.out.push(Block::Crosshead { level, text });
    }

    fn quote(&mut self, node: &NodeRef<'_>) {
        let blocks = self.inside(node);
        let class = node.class().unwrap_or_default().to_ascii_lowercase();
        let pulled = class.contains("pull");
        let kind = if pulled { QuoteKind::Pull } else { QuoteKind::Quotation };
        if !blocks.is_empty() {
            self.out.push(Block::Quote { kind, blocks });
        }
    }

    fn list(&mut self, node: &NodeRef<'_>, numbered: bool) {
        self.flush();
        let first = node.attr("start").and_then(|s| s.trim().parse().ok()).unwrap_or(1);
        let mut items: Vec<Item> = Vec::new();
        let mut loose = Vec::new();
        for child in node.children_it(false).filter(NodeRef::is_element) {
            if let Some(number) = self.notes.defined_by(&child) {
                loose.push(self.note(&child, number));
                continue;
            }
            let blocks = if child.has_name("li") { self.inside(&child) } else { self.alone(&child) };
            match items.last_mut() {
                Some(last) if !child.has_name("li") => last.blocks.extend(blocks),
                _ if blocks.is_empty() => {}
                _ => items.push(Item { checked: checkbox(&child), blocks }),
            }
        }
        if !items.is_empty() {
            self.out.push(Block::List { start: numbered.then_some(first), items });
        }
        self.out.append(&mut loose);
    }

    /// Walks `node` itself, not only its children, into blocks of their own.
    fn alone(&mut self, node: &NodeRef<'_>) -> Vec<Block> {
        let outer = std::mem::take(&mut self.out);
        self.depth += 1;
        if self.depth <= DEEPEST {
            self.node(node, Style::default());
        }
        self.depth -= 1;
        self.flush();
        std::mem::replace(&mut self.out, outer)
    }

    fn note(&mut self, node: &NodeRef<'_>, number: u32) -> Block {
        let outer = std::mem::replace(&mut self.in_note, true);
        let mut blocks = self.inside(node);
        self.in_note = outer;
        if let Some(Block::Paragraph(runs)) = blocks.first_mut() {
            notes::drop_mark(runs, number);
        }
        Block::Note { number, blocks }
    }
}

fn checkbox(item: &NodeRef<'_>) -> Option<bool> {
    let boxes = item.find(&["input"]);
    let found = boxes.first().filter(|b| b.attr("type").is_some_and(|t| &*t == "checkbox"))?;
    Some(found.has_attr("checked"))
}
