//! Owns web pages saved as HTML: what the page says about itself, the article inside it, its blocks.
//! It refuses to run scripts, fetch anything, or trust the page's size and shape.

mod beside;
mod between;
mod blocks;
mod bold;
mod boxed;
mod callouts;
mod captions;
mod cites;
mod code;
mod crossheads;
mod extract;
mod figures;
mod finish;
mod following;
mod inwords;
mod kicker;
mod lead;
mod letters;
mod listed;
mod metadata;
mod notes;
mod notices;
mod opening;
mod pointers;
mod prescan;
mod ready;
mod said;
mod signature;
mod strip;
mod tables;
#[cfg(test)]
mod tests;
mod unseen;
mod when;
mod wrapped;

use dom_query::Document;

use super::links::Links;
use super::{Format, Origin, Problem, encoding, front_matter};
use crate::article::{Article, Block, FoundIn, Inline, Text};

/// Web pages, saved by a browser, by an extension or by hand.
pub const FORMAT: Format = Format {
    name: "html",
    extensions: &["html", "htm", "xhtml", "xht"],
    about: "Web pages, saved by a browser or a clipper",
    sniff,
    parse,
};

/// Tags that open a page or a piece of one.
const OPENERS: &[&str] = &[
    "!doctype html",
    "html",
    "head",
    "body",
    "title",
    "meta",
    "article",
    "main",
    "div",
    "section",
    "h1",
    "p",
    "table",
    "script",
    "style",
    "header",
    "link",
    "base",
];

/// Bytes of a head that are read for what it says.
const LARGEST_HEAD: usize = 64 << 10;

/// Elements no browser shows.
const HIDDEN: &str = "[hidden], [style*='display:none'], [style*='display: none'], [style*='mso-hide:all']";

fn sniff(head: &[u8]) -> bool {
    if !encoding::may_open_with(head, b"<") {
        return false;
    }
    let head = encoding::glance(head);
    let mut rest = head.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    while let Some(comment) = rest.strip_prefix("<!--").or_else(|| rest.strip_prefix("<?xml")) {
        let end = comment.find("-->").map(|at| at + 3).or_else(|| comment.find("?>").map(|at| at + 2));
        let Some(end) = end else { return false };
        rest = comment.get(end..).unwrap_or_default().trim_start();
    }
    let Some(inside) = rest.strip_prefix('<') else { return false };
    let start: String = inside.chars().take(16).collect::<String>().to_ascii_lowercase();
    OPENERS.iter().any(|opener| {
        let after = start.strip_prefix(opener);
        after.is_some_and(|rest| rest.chars().next().is_none_or(|c| !c.is_alphanumeric() && c != '-'))
    })
}

fn parse(bytes: &[u8], origin: &Origin<'_>) -> Result<Vec<Article>, Problem> {
    let decoded = encoding::decode(bytes, declared_encoding(bytes).as_deref()).ok_or(Problem::Binary)?;
    let (matter, html) = front_matter::split(&decoded.text);
    let mut article = read(html);
    if let Some(matter) = matter {
        matter.describe(&mut article, origin);
    }
    article.provenance.encoding = decoded.encoding;
    Ok(vec![article])
}

/// Reads a page kept inside an archive; `charset` is what its envelope says it is written in.
/// `None` for bytes that are no text.
pub(super) fn page(bytes: &[u8], charset: Option<&str>) -> Option<Article> {
    let named = declared_encoding(bytes);
    let decoded = encoding::decode(bytes, charset.or(named.as_deref()))?;
    let mut article = read(&decoded.text);
    article.provenance.encoding = decoded.encoding;
    Some(article)
}

/// Returns the encoding a page names in its first bytes.
pub(super) fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let text: String = head.iter().map(|byte| char::from(*byte).to_ascii_lowercase()).collect();
    let at = text.find("charset=").map(|at| at + 8);
    let at =
        at.or_else(|| text.starts_with("<?xml").then(|| text.find("encoding=").map(|at| at + 9)).flatten())?;
    let label = text.get(at..)?.trim_start_matches([' ', '"', '\'']);
    let end = label
        .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':'))
        .unwrap_or(label.len());
    label.get(..end).filter(|label| !label.is_empty()).map(str::to_owned)
}

/// Reads a decoded page.
fn read(html: &str) -> Article {
    let html = prescan::without_data(html);
    let mut article = Article::default();
    match tree(&html) {
        Ok(doc) => read_tree(&doc, &html, &mut article),
        Err(reason) => {
            article = said(&html);
            article.body = strip::paragraphs(&html);
            article.headline = article.headline.or_else(|| strip::title(&html));
            article.note(FoundIn::Metadata);
            article.provenance.warnings.push(Text::line(reason));
        }
    }
    if article.body.is_empty() {
        article.provenance.warnings.push(Text::line("no readable text in this page"));
    }
    article
}

/// Parses a page if that is safe.
fn tree(html: &str) -> Result<Document, &'static str> {
    let scan = prescan::scan(html)?;
    let doc = Document::from(scan.readable(html).as_ref());
    if scan.programs {
        extract::drop_programs(&doc);
    }
    if extract::is_sound(&doc, scan.tags) {
        Ok(doc)
    } else {
        Err("nested too deep or too long: only the plain text was kept")
    }
}

fn read_tree(doc: &Document, html: &str, article: &mut Article) {
    unseen::show_streamed(doc, html);
    wrapped::open(doc);
    following::take_out(doc);
    crossheads::raise(doc);
    let page = metadata::Page::new(doc, html);
    page.describe(article);
    let mut found = extract::article(doc, html);
    between::bring_back(doc, &found);
    if let Some(said) = page.body() {
        found = said::settle(doc, found, &said);
    }
    beside::take_out(&found);
    notes::bring_back(doc, &found);
    listed::head(&found);
    let mut links = Links::new(article.url.as_deref());
    article.body = blocks::read(&found.root(), &mut links);
    article.links = links.into_list();
    kicker::take(&page, doc, article);
    signature::find(&page, article);
    restore_lead(&page, doc, article);
    opening::take_standfirst(doc, article);
    opening::take_lines(article);
    when::take_last(article);
    signature::take(article);
    captions::join(article);
    opening::take_caption(article);
    opening::take_credits(article);
    kicker::bring_back(&page, article);
    finish::finish(article);
    cites::add(&found, article);
    article.note(FoundIn::Text);
}

/// Puts the lead in front of the body where the page keeps it apart.
fn restore_lead(page: &metadata::Page<'_>, doc: &Document, article: &mut Article) {
    let opening: Vec<String> = finish::openings(&article.body);
    let leads = lead::missing(doc, &opening, article.headline.as_deref(), article.standfirst.as_deref());
    let headline = article.headline.as_deref().unwrap_or_default();
    let leads =
        leads.iter().filter(|lead| !lead.in_heading || !kicker::is_headline(page, &lead.text, headline));
    let blocks = leads.filter_map(|lead| Text::some_line(&lead.text));
    let blocks: Vec<Block> = blocks.map(|line| Block::Paragraph(vec![Inline::plain(line)])).collect();
    article.body.splice(0..0, blocks);
}

/// Reads a piece of HTML inside another format; links are numbered through `links`.
pub(super) fn fragment(html: &str, links: &mut Links) -> Vec<Block> {
    let html = prescan::without_data(html);
    let Ok(scan) = prescan::scan(&html) else { return strip::paragraphs(&html) };
    let doc = Document::fragment(scan.readable(&html).as_ref());
    if extract::is_sound(&doc, scan.tags) {
        blocks::read(&doc.root(), links)
    } else {
        strip::paragraphs(&html)
    }
}

/// Returns text with its character references replaced.
pub(super) fn decoded(text: &str) -> String {
    strip::decode(text)
}

/// Returns what a page gives as its title in its head.
pub(super) fn title(html: &str) -> Option<Text> {
    strip::title(html)
}

/// Returns what the head of a page says of it, without a body.
pub(super) fn said(html: &str) -> Article {
    let end = html.find("</head>").unwrap_or(0).min(LARGEST_HEAD);
    let head = html.get(..html.floor_char_boundary(end)).unwrap_or_default();
    let mut article = Article::default();
    if let Ok(doc) = tree(head) {
        metadata::Page::new(&doc, head).describe(&mut article);
    }
    article
}

/// Reads a document that is an article from end to end (a letter, a chapter of a book), without
/// what it hides from the eye; links are numbered through `links`.
pub(super) fn whole(html: &str, links: &mut Links) -> Vec<Block> {
    let html = prescan::without_data(html);
    let Ok(scan) = prescan::scan(&html) else { return strip::paragraphs(&html) };
    let doc = Document::fragment(scan.readable(&html).as_ref());
    if !extract::is_sound(&doc, scan.tags) {
        return strip::paragraphs(&html);
    }
    doc.select(HIDDEN).remove();
    unseen::drop_shrunk(&doc);
    blocks::read(&doc.root(), links)
}
