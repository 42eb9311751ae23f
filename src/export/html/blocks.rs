//! Owns the body of an article as HTML elements that are XHTML too. It refuses to know what stands
//! around the body.

use std::collections::HashSet;
use std::fmt::Write;

use super::escaped;
use crate::article::{Align, Article, Block, Figure, Inline, Item, QuoteKind, SafeUrl, Table, Target};

/// Writes the blocks of one article.
pub(super) struct Writer<'a> {
    article: &'a Article,
    /// The beginning of every id.
    prefix: &'a str,
    /// The notes there are, so that no reference leads nowhere.
    notes: HashSet<u32>,
    /// Those whose id is taken.
    written: HashSet<u32>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(article: &'a Article, prefix: &'a str) -> Self {
        let mut notes = HashSet::new();
        gather(&article.body, &mut notes);
        Self { article, prefix, notes, written: HashSet::new() }
    }

    /// Writes the whole body.
    pub(super) fn body(mut self) -> String {
        self.blocks(&self.article.body)
    }

    fn blocks(&mut self, blocks: &[Block]) -> String {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> String {
        match block {
            Block::Paragraph(runs) => format!("<p>{}</p>\n", self.runs(runs)),
            Block::Crosshead { level, text } => {
                let level = (*level).clamp(2, 6);
                format!("<h{level}>{}</h{level}>\n", self.runs(text))
            }
            Block::Quote { kind, blocks } => self.quote(kind, blocks),
            Block::List { start, items } => self.list(*start, items),
            Block::Code { language, text } => {
                let language = language.as_ref().map(|name| format!(" class=\"language-{}\"", escaped(name)));
                format!("<pre><code{}>{}</code></pre>\n", language.unwrap_or_default(), escaped(text))
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Rule => "<hr/>\n".to_owned(),
            Block::Note { number, blocks } => self.note(*number, blocks),
        }
    }

    fn quote(&mut self, kind: &QuoteKind, blocks: &[Block]) -> String {
        let inner = self.blocks(blocks);
        match kind {
            QuoteKind::Quotation => format!("<blockquote>\n{inner}</blockquote>\n"),
            QuoteKind::Pull => format!("<aside>\n<blockquote>\n{inner}</blockquote>\n</aside>\n"),
            QuoteKind::Callout(title) => {
                format!("<aside>\n<p><strong>{}</strong></p>\n{inner}</aside>\n", escaped(title))
            }
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[Item]) -> String {
        let inner: String = items.iter().map(|item| self.item(item)).collect();
        match start {
            // A list without items is no list in XHTML.
            _ if items.is_empty() => String::new(),
            Some(1) => format!("<ol>\n{inner}</ol>\n"),
            Some(start) => format!("<ol start=\"{start}\">\n{inner}</ol>\n"),
            None => format!("<ul>\n{inner}</ul>\n"),
        }
    }

    fn item(&mut self, item: &Item) -> String {
        let task = match item.checked {
            Some(true) => "☑ ",
            Some(false) => "☐ ",
            None => "",
        };
        // A paragraph alone in its item needs no space around it.
        let inner = match item.blocks.as_slice() {
            [Block::Paragraph(runs)] => self.runs(runs),
            blocks => self.blocks(blocks),
        };
        format!("<li>{task}{inner}</li>\n")
    }

    fn note(&mut self, number: u32, blocks: &[Block]) -> String {
        let id = self.written.insert(number).then(|| format!(" id=\"{}note-{number}\"", self.prefix));
        let inner = self.blocks(blocks);
        format!("<aside{}>\n<p><sup>{number}</sup></p>\n{inner}</aside>\n", id.unwrap_or_default())
    }

    fn table(&mut self, table: &Table) -> String {
        let mut out = String::from("<table>\n");
        if !table.head.is_empty() {
            _ = write!(out, "<thead>\n{}</thead>\n", self.row(&table.head, "th", table));
        }
        let rows: String =
            table.rows.iter().filter(|row| !row.is_empty()).map(|row| self.row(row, "td", table)).collect();
        if !rows.is_empty() {
            out.push_str("<tbody>\n");
            out.push_str(&rows);
            out.push_str("</tbody>\n");
        }
        out.push_str("</table>\n");
        if table.head.is_empty() && rows.is_empty() { String::new() } else { out }
    }

    fn row(&mut self, cells: &[Vec<Inline>], tag: &str, table: &Table) -> String {
        let mut out = String::from("<tr>");
        for (column, cell) in cells.iter().enumerate() {
            let align = match table.align.get(column) {
                Some(Align::Centre) => " style=\"text-align: center\"",
                Some(Align::Right) => " style=\"text-align: end\"",
                Some(Align::Left) | None => "",
            };
            // Writing to a String cannot fail.
            _ = write!(out, "<{tag}{align}>{}</{tag}>", self.runs(cell));
        }
        out.push_str("</tr>\n");
        out
    }

    /// A picture is the words that stand for it, its caption and its credit.
    fn figure(&mut self, figure: &Figure) -> String {
        let alt = Some(&figure.alt).filter(|alt| !alt.is_empty()).map(|alt| format!("[{}]", escaped(alt)));
        let caption = Some(self.runs(&figure.caption)).filter(|caption| !caption.is_empty());
        let credit = figure.credit.as_ref().map(|credit| escaped(credit));
        let words: Vec<String> = [alt, caption, credit].into_iter().flatten().collect();
        if words.is_empty() {
            return String::new();
        }
        format!("<figure><figcaption>{}</figcaption></figure>\n", words.join(" · "))
    }

    fn runs(&self, runs: &[Inline]) -> String {
        runs.iter().map(|run| self.run(run)).collect()
    }

    fn run(&self, run: &Inline) -> String {
        let mut out = escaped(&run.text).replace('\n', "<br/>\n");
        let looks = [
            (run.look.code, "code"),
            (run.look.emphasis, "em"),
            (run.look.strong, "strong"),
            (run.look.struck, "s"),
            (run.look.lit, "mark"),
        ];
        for (_, tag) in looks.iter().filter(|(on, _)| *on) {
            out = format!("<{tag}>{out}</{tag}>");
        }
        match run.target.and_then(|target| self.leads_to(target)) {
            Some(href) => format!("<a href=\"{href}\">{out}</a>"),
            None => out,
        }
    }

    /// Returns what a target's link says, escaped; nothing for one that leads nowhere.
    fn leads_to(&self, target: Target) -> Option<String> {
        let prefix = self.prefix;
        match target {
            Target::Link(number) => {
                let link = self.article.link(number)?;
                SafeUrl::new(&link.url).map(|url| escaped(url.as_str()))
            }
            Target::Source(number) => {
                let known = self.article.sources.iter().any(|source| source.number == number);
                known.then(|| format!("#{prefix}source-{number}"))
            }
            Target::Picture(_) => None,
            Target::Note(number) => self.notes.contains(&number).then(|| format!("#{prefix}note-{number}")),
        }
    }
}

/// Finds the notes of a body.
fn gather(blocks: &[Block], notes: &mut HashSet<u32>) {
    for block in blocks {
        match block {
            Block::Note { number, blocks } => {
                notes.insert(*number);
                gather(blocks, notes);
            }
            Block::Quote { blocks, .. } => gather(blocks, notes),
            Block::List { items, .. } => items.iter().for_each(|item| gather(&item.blocks, notes)),
            _ => {}
        }
    }
}
