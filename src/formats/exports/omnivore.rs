//! Owns joining the three parts an article of Omnivore is kept in: what is known of it, its page, the
//! passages its reader marked. It refuses to look for the files.

use crate::article::{Article, Block, Field, Text};
use crate::formats::{Origin, html, markdown};

/// Says whether a file is one of Omnivore's lists, by its name (`metadata_0_to_20.json`).
pub fn is_list(name: &str) -> bool {
    let inside = name.strip_prefix("metadata_").and_then(|rest| rest.strip_suffix(".json"));
    let bounds = inside.and_then(|inside| inside.split_once("_to_"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    bounds.is_some_and(|(from, to)| is_number(from) && is_number(to))
}

/// The folders beside a list that hold the other two parts, each with the ending of its files.
pub const PARTS: [(&str, &str); 2] = [("content", "html"), ("highlights", "md")];

/// Returns the name its parts are kept under, without an ending, of an article that came without text.
/// `None` for a name that would lead to another folder.
pub fn slug(article: &Article) -> Option<&str> {
    let slug = article.provenance.item.as_deref().filter(|_| article.body.is_empty())?;
    let safe = !slug.is_empty() && !slug.starts_with('.') && !slug.contains(['/', '\\', ':', '\0']);
    safe.then_some(slug)
}

/// Gives an article its text, and the marked passages under it.
pub fn join(article: &mut Article, page: Option<&[u8]>, marked: Option<&[u8]>) {
    let mut found = page.and_then(|page| html::page(page, None)).unwrap_or_default();
    if !found.body.is_empty() {
        article.body = std::mem::take(&mut found.body);
        article.links = std::mem::take(&mut found.links);
        article.sources = std::mem::take(&mut found.sources);
        article.leftovers = std::mem::take(&mut found.leftovers);
        for field in [Field::Caption, Field::Language] {
            if let Some(place) = found.found_in(field).filter(|_| !article.has(field)) {
                article.provenance.places.set(field, place);
            }
        }
        article.caption = article.caption.take().or_else(|| found.caption.take());
        article.language = article.language.or(found.language);
        article.provenance.warnings.clear();
        article.provenance.warnings.append(&mut found.provenance.warnings);
    }
    let marked = marked.and_then(|bytes| (markdown::FORMAT.parse)(bytes, &Origin::default()).ok());
    let passages = marked.into_iter().flatten().flat_map(|notes| notes.body);
    // Links in the passages are those of the page, numbered anew: the words are enough.
    let mut passages: Vec<Block> = passages.filter(|block| matches!(block, Block::Quote { .. })).collect();
    crate::article::body::each_inline_mut(&mut passages, &mut |run| run.target = None);
    if article.body.is_empty() && !passages.is_empty() {
        article.provenance.warnings.push(Text::new("only the marked passages: the export holds no more"));
        article.body = passages;
    }
}
