//! Owns Markdown in the dialects people keep articles in. It refuses to render: it gives blocks, and
//! what a site generator would have filled in is left out.

mod attributes;
mod blocks;
mod clippings;
mod containers;
mod dialect;
mod inline_html;
mod joplin;
mod notes;
mod opening;
mod readwise;
mod references;
mod shortcodes;
mod signs;

use super::links::Links;
use super::{Format, Origin, Problem, encoding, front_matter, sources_section};
use crate::article::letters::is_alphanumeric;
use crate::article::{Article, Block, FoundIn, Text, body::words};

/// Markdown, with or without front matter.
pub const FORMAT: Format = Format {
    name: "markdown",
    extensions: &["md", "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdtxt", "qmd", "rmd", "mdx"],
    about: "Markdown, with the front matter of Jekyll, Hugo, Zola, Pelican, Obsidian and kin",
    sniff,
    parse,
};

fn sniff(head: &[u8]) -> bool {
    let bare = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    if !bare.starts_with(b"---") && !bare.starts_with(b"+++") {
        return false;
    }
    simdutf8::compat::from_utf8(head)
        .or_else(|e| simdutf8::compat::from_utf8(head.get(..e.valid_up_to()).unwrap_or_default()))
        .is_ok_and(|text| {
            let rest = front_matter::behind(text).unwrap_or("<!").trim_start();
            !rest.starts_with("<!") && !rest.starts_with("<html")
        })
}

fn parse(bytes: &[u8], origin: &Origin<'_>) -> Result<Vec<Article>, Problem> {
    let decoded = encoding::decode(bytes, None).ok_or(Problem::Binary)?;
    let mut article = read(&decoded.text, origin);
    article.provenance.encoding = decoded.encoding;
    Ok(vec![article])
}

/// Reads a decoded file.
fn read(text: &str, origin: &Origin<'_>) -> Article {
    let mut article = Article::default();
    let note = joplin::split(text);
    if let Some(note) = &note {
        note.describe(&mut article);
    }
    let (fenced, rest) = front_matter::split(note.as_ref().map_or(text, |note| note.body));
    let (matter, rest) = match fenced {
        Some(matter) => (Some(matter), rest),
        None => front_matter::split_bare(rest),
    };
    if let Some(matter) = &matter {
        matter.describe(&mut article, origin);
    }
    let opened = opening::take(rest, &mut article, origin);
    let rest = opened.as_deref().unwrap_or(rest);
    plain_title(&mut article);
    let mut links = Links::new(article.url.as_deref());
    let modules = origin.name.rsplit('.').next().is_some_and(|ending| ending.eq_ignore_ascii_case("mdx"));
    let plain = dialect::plain(&containers::quoted(&references::apart(rest)), modules);
    article.body = blocks::read(&plain, &mut links);
    article.links = links.into_list();
    settle_headline(&mut article);
    article.note(FoundIn::Heading);
    clippings::take_excerpt(&mut article);
    clippings::drop_site(&mut article);
    clippings::cut_site(&mut article);
    readwise::take_metadata(&mut article);
    article.note(FoundIn::Text);
    drop_repeated_standfirst(&mut article);
    references::take(rest, &mut article);
    sources_section::lift(&mut article);
    if article.body.is_empty() && (matter.is_some() || article.headline.is_none()) {
        let below = "nothing to read below the front matter";
        let warning = if matter.is_some() { below } else { "nothing to read in this file" };
        article.provenance.warnings.push(Text::new(warning));
    }
    article
}

/// Reads the markup in the title and the summary of the front matter.
fn plain_title(article: &mut Article) {
    for field in [&mut article.headline, &mut article.standfirst] {
        let marked =
            |text: &&mut Text| text.contains(['`', '*', '_', '[', '\\']) && !text.contains(['<', '^']);
        let Some(text) = field.as_mut().filter(marked) else { continue };
        let blocks = blocks::read(text, &mut Links::default());
        if let [Block::Paragraph(runs)] = blocks.as_slice() {
            *text = Text::line(&words(runs));
        }
    }
}

/// Takes the headline from the only top heading, or drops the heading that repeats it.
fn settle_headline(article: &mut Article) {
    let tops: Vec<usize> = positions(&article.body, |level| level == blocks::TOP);
    let first = article.body.iter().position(|block| !matches!(block, Block::Figure(_) | Block::Rule));
    let (at, known) = (tops.first().copied(), article.headline.clone());
    let repeats = |at: &usize| match (article.body.get(*at), &known) {
        (Some(Block::Crosshead { text, .. }), Some(known)) => letters(&words(text)).eq(letters(known)),
        _ => false,
    };
    let heads = at.filter(|at| match known {
        Some(_) => repeats(at),
        None => tops.len() == 1 || first == Some(*at),
    });
    let repeated_lower = first.filter(|first| known.is_some() && repeats(first));
    if let Some(at) = heads.or(repeated_lower)
        && let Block::Crosshead { text, .. } = article.body.remove(at)
        && article.headline.is_none()
    {
        article.headline = Text::some_line(&words(&text));
    }
    blocks::settle_levels(&mut article.body);
}

fn positions(body: &[Block], wanted: impl Fn(u8) -> bool) -> Vec<usize> {
    let heads = body.iter().enumerate().filter_map(|(at, block)| match block {
        Block::Crosshead { level, .. } if wanted(*level) => Some(at),
        _ => None,
    });
    heads.collect()
}

/// Drops a standfirst that is only the beginning of the body.
fn drop_repeated_standfirst(article: &mut Article) {
    let Some(standfirst) = &article.standfirst else { return };
    let opening = article.body.iter().find_map(|block| match block {
        Block::Paragraph(runs) => Some(runs),
        _ => None,
    });
    let Some(opening) = opening else { return };
    let mut said = opening.iter().flat_map(|run| letters(&run.text));
    if letters(standfirst).all(|letter| said.next() == Some(letter)) {
        article.standfirst = None;
    }
}

/// The letters and figures of a text, in lower case.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| is_alphanumeric(*c)).flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests;
