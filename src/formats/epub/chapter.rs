//! Owns one chapter: its blocks, its headline, and whether it is an article at all or a cover, a
//! title page, a table of contents. It refuses to look into other chapters.

use super::package::Description;
use super::xhtml;
use crate::article::body::words;
use crate::article::{Article, Block, Field, FoundIn, Inline, SafeUrl, Target, Text};
use crate::formats::encoding::Decoded;
use crate::formats::html;
use crate::formats::links::Links;
use crate::formats::sources_section;

/// Words below which a document is no article.
const FEWEST: usize = 40;
/// Blocks in which the headline is looked for.
const TOP: usize = 4;

/// A chapter that has been read.
pub(super) struct Chapter {
    href: String,
    title: Option<Text>,
    /// What its head says of it.
    said: Article,
    words: usize,
    article: Article,
}

impl Chapter {
    /// Counts its blocks.
    pub(super) fn blocks(&self) -> usize {
        self.article.body.len()
    }
}

/// Reads a chapter.
pub(super) fn read(href: String, decoded: &Decoded) -> Chapter {
    let page = xhtml::as_html(&decoded.text);
    let mut links = Links::new(None);
    let mut article = Article { body: html::whole(&page, &mut links), ..Article::default() };
    article.links = links.into_list();
    article.provenance.encoding = decoded.encoding;
    let words = article.word_count();
    Chapter { href, title: html::title(&page), said: html::said(&page), words, article }
}

/// Makes articles of the chapters that can be read by themselves. A book in which none can be still
/// gives its longest.
pub(super) fn choose(chapters: Vec<Chapter>, book: &Description) -> Vec<Article> {
    let longest = chapters.iter().map(|chapter| chapter.words).max().unwrap_or_default();
    let any = chapters.iter().any(is_article);
    let chosen = chapters
        .into_iter()
        .filter(|chapter| if any { is_article(chapter) } else { chapter.words == longest && longest > 0 });
    chosen.map(|chapter| finish(chapter, book)).collect()
}

/// Says whether a chapter is more than a cover or a list of links to the others.
fn is_article(chapter: &Chapter) -> bool {
    let all = letters(&chapter.article.body, |_| true);
    let linked = letters(&chapter.article.body, |run| matches!(run.target, Some(Target::Link(_))));
    chapter.words >= FEWEST && linked * 10 < all * 7
}

fn letters(blocks: &[Block], counts: fn(&Inline) -> bool) -> usize {
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(runs) | Block::Crosshead { text: runs, .. } => {
                runs.iter().filter(|run| counts(run)).map(|run| run.text.len()).sum()
            }
            Block::List { items, .. } => items.iter().map(|item| letters(&item.blocks, counts)).sum(),
            Block::Quote { blocks, .. } | Block::Note { blocks, .. } => letters(blocks, counts),
            Block::Code { text, .. } if counts(&Inline::plain(Text::default())) => text.len(),
            Block::Table(table) if counts(&Inline::plain(Text::default())) => {
                table.rows.iter().flatten().flatten().map(|run| run.text.len()).sum()
            }
            _ => 0,
        })
        .sum()
}

fn finish(chapter: Chapter, book: &Description) -> Article {
    let mut article = book.article(Some(&chapter.href));
    article.links = chapter.article.links;
    article.body = chapter.article.body;
    article.provenance.encoding = chapter.article.provenance.encoding;
    let heading = take_heading(&mut article.body);
    let is_page = chapter.said.published.is_some();
    if is_page {
        take_said(&mut article, chapter.said);
    }
    let title = chapter.title.filter(|title| Some(title) != book.title.as_ref());
    let named = [
        (heading, FoundIn::Heading),
        (book.label(&chapter.href).cloned(), FoundIn::Container),
        (title, FoundIn::Metadata),
        (book.title.clone(), FoundIn::Container),
    ];
    if let Some((headline, place)) = named.into_iter().find_map(|(name, place)| Some((name?, place))) {
        article.headline = Some(headline);
        article.provenance.places.set(Field::Headline, place);
    }
    // The bibliography of a book is part of it; that of an article kept in one is a list of sources.
    if is_page {
        sources_section::lift(&mut article);
    }
    article
}

/// Takes over what a chapter with a day of its own says of itself, and drops the line that says it again.
fn take_said(article: &mut Article, said: Article) {
    let mut known: Vec<String> = said.byline.iter().chain(&said.outlet).map(ToString::to_string).collect();
    known.extend(said.published.map(|published| published.at.day.to_string()));
    known.extend(said.url.as_deref().and_then(SafeUrl::new).map(|url| url.host().to_owned()));
    let says_again = |block: &Block| match block {
        Block::Paragraph(runs) => words(runs).split(" · ").all(|part| known.iter().any(|k| k == part.trim())),
        _ => false,
    };
    if article.body.first().is_some_and(says_again) {
        article.body.remove(0);
    }
    // When the book was changed says nothing of a chapter with a day of its own.
    article.updated = None;
    article.take_over(Article { headline: None, standfirst: None, tags: Vec::new(), ..said });
}

/// Takes the heading off the top of a chapter: the first crosshead, with only a number, a picture or
/// a rule above it.
fn take_heading(body: &mut Vec<Block>) -> Option<Text> {
    let at = body.iter().take(TOP).position(|block| matches!(block, Block::Crosshead { .. }))?;
    let idle = |block: &Block| match block {
        Block::Figure(_) | Block::Rule => true,
        Block::Paragraph(runs) => words(runs).chars().count() <= 40,
        _ => false,
    };
    if !body.iter().take(at).all(idle) {
        return None;
    }
    let Block::Crosshead { text, .. } = body.remove(at) else { return None };
    let first = words(&text);
    // `Chapter 3` says little; with the line under it, it is a headline.
    let next = match body.get(at) {
        Some(Block::Crosshead { text, .. }) if is_number(&first) => Some(words(text)),
        _ => None,
    };
    let Some(next) = next else { return Text::some_line(&first) };
    body.remove(at);
    Text::some_line(&format!("{}: {next}", first.trim().trim_end_matches([':', '.'])))
}

/// Says whether a heading only counts: `III`, `Chapter 3`, `4.`.
fn is_number(heading: &str) -> bool {
    let last = heading.split_whitespace().next_back().unwrap_or_default().trim_end_matches([':', '.']);
    let counts = !last.is_empty()
        && (last.chars().all(|c| c.is_ascii_digit()) || last.chars().all(|c| "IVXLC".contains(c)));
    counts && heading.split_whitespace().count() <= 2
}
