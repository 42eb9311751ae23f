//! What every fuzz target asks of an article, whatever it was read from: that it parses without a
//! panic, can be set at any width, and holds nothing a terminal would act upon.

use newsprint::article::clean::clean;
use newsprint::article::{Article, Text};
use newsprint::formats::complete::complete;
use newsprint::formats::{Format, Origin};
use newsprint::typeset::{Setting, plain, typeset};

/// Widths that articles are set at, in cells.
const WIDTHS: [u16; 2] = [1, 60];
/// Bytes of an article's text up to which it is also typeset.
const TYPESET: usize = 20_000;

/// Reads `bytes` as a file of one format and examines every article in it.
pub fn read(format: &Format, bytes: &[u8], name: &str) {
    let origin = Origin { name, ..Origin::default() };
    let Ok(articles) = (format.parse)(bytes, &origin) else { return };
    for mut article in articles {
        complete(&mut article, &origin);
        examine(&article);
    }
}

fn examine(article: &Article) {
    let text = article.plain_text();
    safe(&text);
    for line in lines(article) {
        safe(line);
    }
    for source in &article.sources {
        source.url.as_deref().into_iter().for_each(safe);
    }
    if text.len() > TYPESET {
        return;
    }
    for width in WIDTHS {
        let column = typeset(article, Setting { width, leftovers: true, ..Setting::default() });
        safe(&plain(&column));
        assert!(column.lines.is_sorted_by_key(|line| line.start), "lines start in order");
    }
}

fn lines(article: &Article) -> impl Iterator<Item = &Text> {
    let single = [&article.headline, &article.kicker, &article.standfirst, &article.outlet, &article.url];
    let many = [&article.byline, &article.tags, &article.leftovers, &article.provenance.warnings];
    let links = article.links.iter().flat_map(|link| [&link.text, &link.url]);
    single.into_iter().flatten().chain(many.into_iter().flatten()).chain(links)
}

fn safe(text: &str) {
    let acts = |c: char| c != '\n' && c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!text.chars().any(acts), "a terminal would act on {text:?}");
}

/// Cleans any characters, and looks whether they are clean.
pub fn wash(raw: &str) {
    let once = clean(raw).into_owned();
    safe(&once);
    assert_eq!(clean(&once), once, "what is clean stays as it is");
    let line = Text::line(raw);
    assert_eq!(Text::line(&line), line);
    assert!(!line.contains('\n'));
}
