//! Owns plain text: finding headline, byline, crossheads, sources and leftovers where nothing marks
//! them. It refuses markup: that is Markdown's and HTML's.

mod blocks;
mod byline;
mod closing;
mod code;
mod crossheads;
mod dump;
pub mod head;
mod lead;
pub(super) mod leftovers;
mod lines;
mod marks;
pub(super) mod opening;
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
    let newest = origin.modified.and_then(|day| day.tomorrow().ok());
    let mut reading = Reading { newest, ..Reading::default() };
    let body = head::take(text, &mut article, reading);
    article.note(FoundIn::FrontMatter);
    let told = article.language;
    let language = LazyCell::new(move || told.or_else(|| language::glance(body)));
    reading.language = if dates::holds_doubtful_month(body) { *language } else { told };
    reading.month_first = dates::is_month_first(body, || *language);
    let (body, references) = marks::split_references(body);
    let by_machine = !references.is_empty() || closing::lists_links(body);
    let mut layout = lines::lay_out(body, by_machine);
    if layout.parts.len() > lines::MOST {
        let warning = format!("more than {} lines: the others are joined", lines::MOST);
        article.provenance.warnings.push(Text::new(&warning));
    }
    dump::reduce(&mut layout, !references.is_empty(), &mut article, reading);
    let mut table = closing::take_link_table(&mut layout.parts);
    marks::take_after(&mut layout.parts, &table);
    closing::take_sources(&mut layout, &mut article, reading);
    opening::take_address(&mut layout.parts, &mut article);
    opening::take_buttons(&mut layout, &article, reading);
    opening::take_overline(&mut layout.parts);
    opening::take_kicker(&mut layout.parts, &mut article, reading);
    if opening::take_headline(&mut layout, &mut article, reading) {
        lead::take(&mut layout, &mut article, reading);
    }
    opening::take_rest(&mut layout, &mut article, reading);
    opening::date_by_change(&mut article);
    article.note(FoundIn::Text);
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

/// Reads a piece of text inside another format, which knows headline and byline itself; links are
/// numbered through `links`.
pub(super) fn fragment(text: &Text, links: &mut Links) -> Vec<Block> {
    blocks::read(&lines::lay_out(text, false), &HashMap::new(), 0, links)
}
