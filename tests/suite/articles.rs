//! The shipped library: every article parses without a warning, in the languages and formats promised.

use std::collections::BTreeSet;

use newsprint::library::scan;

use crate::desk::shipped;

#[test]
fn every_shipped_article_parses_without_a_warning() {
    let (files, problems) = scan::files(&[shipped()], true);
    assert!(problems.is_empty(), "{problems:?}");
    assert!(files.len() >= 16);
    let (mut formats, mut languages) = (BTreeSet::new(), BTreeSet::new());
    for file in files {
        let articles = scan::read(&file).articles.unwrap_or_else(|what| panic!("{}: {what}", file.display()));
        assert_eq!(articles.len(), 1, "{}", file.display());
        for article in articles {
            assert!(article.provenance.warnings.is_empty(), "{}", file.display());
            assert!(article.headline.is_some() && article.published.is_some(), "{}", file.display());
            assert!(article.word_count() > 100, "{}", file.display());
            formats.insert(article.provenance.format);
            languages.extend(article.language.map(|language| language.to_string()));
        }
    }
    assert!(["html", "markdown", "text"].iter().all(|format| formats.contains(format)), "{formats:?}");
    let promised = ["ar", "de", "en", "es", "fr", "ja"];
    assert!(promised.iter().all(|tag| languages.contains(*tag)), "{languages:?}");
}
