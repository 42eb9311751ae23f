//! Owns plain text: finding headline, byline, crossheads, sources and leftovers where nothing marks
//! them. It refuses markup: that is Markdown's and HTML's.
//!
//! In this order, for each step needs what those before it took away:
//!
//! 1. the head of `Key: value` lines: it tells the language, and so how dates are read;
//! 2. the addresses a text browser lists under a page: they tell that it wrapped the lines;
//! 3. the lines are joined to parts, and code is set apart;
//! 4. the dump of a whole page is reduced to its article, or nothing below would stand where it is looked for;
//! 5. the table of links, which is the very last part, and the marks that point into it;
//! 6. the sources, which stand last then; a dated one must not be taken for the head of a short text;
//! 7. an address alone, then buttons, then a line of signs, for they may stand above all else;
//! 8. the kicker, which is told by the headline beneath it;
//! 9. the headline;
//! 10. the lines down to the last date or byline near the top, where a headline shows that they are its own;
//! 11. date lines, bylines and a caption that are still in front;
//! 12. the day of the last change, where no other day was found;
//! 13. what a page left between the paragraphs, which is sought in what is the body now;
//! 14. the blocks of the body.

mod blocks;
mod closing;
mod code;
mod crossheads;
mod days;
mod dump;
pub mod head;
mod lead;
mod leftovers;
mod lines;
mod marks;
pub(super) mod opening;
mod pictures;
mod pointers;
mod runs;
#[cfg(test)]
mod tests;
mod unread;

use std::cell::LazyCell;
use std::collections::HashMap;

use super::dates::{self, Reading};
use super::links::Links;
use super::{Format, Origin, Problem, encoding, language};
use crate::article::{Article, Block, FoundIn, Text};
use lines::Layout;

/// Plain text.
pub const FORMAT: Format = Format {
    name: "text",
    extensions: &["txt", "text", "asc"],
    about: "plain text: pasted from a page, wrapped, or saved by newsboat",
    sniff: |_| false,
    parse,
};

fn parse(bytes: &[u8], origin: &Origin<'_>) -> Result<Vec<Article>, Problem> {
    let decoded = encoding::decode(bytes, None).ok_or(Problem::Binary)?;
    let mut article = read(&Text::from(decoded.text), origin);
    article.provenance.encoding = decoded.encoding;
    Ok(vec![article])
}

/// Reads one article of plain text.
pub fn read(text: &Text, origin: &Origin<'_>) -> Article {
    let mut article = Article::default();
    let (body, reading) = begin(text, origin, &mut article);
    let (body, references) = marks::split_references(body);
    let by_machine = !references.is_empty() || closing::lists_links(body);
    let mut layout = lines::lay_out(body, by_machine);
    if layout.parts.len() > lines::MOST {
        let warning = format!("more than {} lines: the others are joined", lines::MOST);
        article.provenance.warnings.push(Text::new(&warning));
    }
    dump::reduce(&mut layout, !references.is_empty(), &mut article, reading);
    let mut table = take_tail(&mut layout, &mut article, reading);
    take_head(&mut layout, &mut article, reading);
    leftovers::take(&mut layout);
    leftovers::settle(&mut layout, &mut article);
    let listed = table.len();
    table.extend(references);
    blocks::build(&layout, &table, listed, &mut article);
    if article.body.is_empty() && article.headline.is_none() {
        article.provenance.warnings.push(Text::new("the file is empty"));
    }
    article
}

/// Reads a head of `Key: value` lines; returns the text below it, and how its dates are read.
fn begin<'t>(text: &'t Text, origin: &Origin<'_>, article: &mut Article) -> (&'t str, Reading) {
    let newest = origin.modified.and_then(|day| day.tomorrow().ok());
    let mut reading = Reading { newest, ..Reading::default() };
    let body = head::take(text, article, reading);
    article.note(FoundIn::FrontMatter);
    let told = article.language;
    let language = LazyCell::new(move || told.or_else(|| language::glance(body)));
    reading.language = if dates::holds_doubtful_month(body) { *language } else { told };
    reading.month_first = dates::is_month_first(body, || *language);
    (body, reading)
}

/// Takes off what stands under the body; returns the addresses the file lists by number.
fn take_tail(layout: &mut Layout<'_>, article: &mut Article, reading: Reading) -> Vec<(u32, String)> {
    let table = closing::take_link_table(&mut layout.parts);
    marks::take_after(&mut layout.parts, &table);
    closing::take_sources(layout, article, reading);
    table
}

/// Takes off what stands above the body.
fn take_head(layout: &mut Layout<'_>, article: &mut Article, reading: Reading) {
    opening::take_address(&mut layout.parts, article);
    opening::take_buttons(layout, article, reading);
    opening::take_overline(&mut layout.parts);
    opening::take_kicker(&mut layout.parts, article, reading);
    if opening::take_headline(layout, article, reading) {
        lead::take(layout, article, reading);
    }
    opening::take_rest(layout, article, reading);
    days::date_by_change(article);
    article.note(FoundIn::Text);
}

/// Reads a piece of text inside another format, which knows headline and byline itself; links are
/// numbered through `links`.
pub(super) fn fragment(text: &Text, links: &mut Links) -> Vec<Block> {
    blocks::read(&lines::lay_out(text, false), &HashMap::new(), 0, links)
}
