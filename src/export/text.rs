//! Owns articles as plain text, typeset. It refuses to use any other measure than the usual one.

use super::written::{Listed, Page};
use crate::article::Article;
use crate::typeset::{Setting, own_locale, plain, typeset};

/// Cells of a line.
const WIDTH: u16 = 72;

/// Sets articles one after the other, parted by a rule.
pub(super) fn all(articles: &[Page<'_>]) -> String {
    // On a page that leaves newsprint even its own words are in the language of the article, if it speaks it.
    let setting =
        |article: &Article| Setting { width: WIDTH, locale: own_locale(article), ..Setting::default() };
    let set = |page: &Page<'_>| {
        let set =
            |article| plain(&typeset(article, setting(page.article))).trim_matches('\n').to_owned() + "\n";
        let body = page.section(Listed::All);
        let mut text = set(page.article);
        if !body.is_empty() {
            let section = Article { body, language: page.article.language, ..Article::default() };
            text.push('\n');
            text.push_str(&set(&section));
        }
        text
    };
    articles.iter().map(set).collect::<Vec<_>>().join(&format!("\n{}\n\n", "═".repeat(usize::from(WIDTH))))
}
