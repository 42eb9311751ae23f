//! Stories of folded versions in the cache, and the cache against the shelf.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use proptest::prelude::*;

use crate::article::{Article, ArticleId, Block, Inline, Text};
use crate::library::cache::Store;
use crate::library::{Entry, Order, OrderBy, Query, Request, Shelf, Standing};

/// A story by number, in one of its versions: the words that are its own, some that only this version has.
fn article(story: usize, version: usize) -> Article {
    let own = (0..90).map(|n| format!("s{story}w{n}")).collect::<Vec<_>>().join(" ");
    let text = format!("{own} only{story}v{version} {}", "x ".repeat(version));
    Article {
        headline: Some(Text::new(&format!("Story number {story}"))),
        body: vec![Block::Paragraph(vec![Inline::plain(Text::new(&text))])],
        ..Article::default()
    }
}

struct Library {
    _folder: tempfile::TempDir,
    store: Store,
    shelf: Shelf,
    cache: super::Cache,
}

/// Writes articles to an index in two commits, and puts them on a shelf.
fn library(articles: &[(usize, usize)]) -> Library {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::of(folder.path(), &[PathBuf::from("shelf")]);
    let entry = |(n, (story, version)): (usize, &(usize, usize))| {
        Arc::new(Entry::of(&article(*story, *version), Path::new(&format!("shelf/{n}.txt")), 0, 0))
    };
    let entries: Vec<Arc<Entry>> = articles.iter().enumerate().map(entry).collect();
    let mut writer = store.write().unwrap();
    for half in entries.chunks(entries.len().div_ceil(2).max(1)) {
        for entry in half {
            writer.put(&entry.path, 1, std::slice::from_ref(entry), false).unwrap();
        }
        writer.commit().unwrap();
    }
    drop(writer);
    let mut shelf = Shelf::default();
    shelf.fold(true);
    shelf.insert(entries);
    store.fold().unwrap();
    let mut cache = store.open().unwrap();
    cache.fold(&store);
    Library { _folder: folder, store, shelf, cache }
}

fn request(typed: &str, by: OrderBy) -> Request {
    Request::first(50, Query::parse(typed).unwrap(), Order { by, reversed: false })
}

#[test]
fn versions_are_one_row_and_any_of_them_is_found() {
    let library = library(&[(1, 0), (1, 3), (2, 0), (1, 0)]);
    let unread = |_: ArticleId| Standing::default();
    let view = library.cache.view(&request("", OrderBy::Title), &unread).unwrap();
    let others: Vec<usize> = view.rows.iter().map(|row| row.others.len()).collect();
    assert_eq!((view.total, view.unread, others), (2, 2, vec![2, 0]));
    let found = library.cache.view(&request("only1v0", OrderBy::Date), &unread).unwrap();
    assert_eq!((found.total, found.rows[0].id), (1, view.rows[0].id), "an older version was found");
    let paths: Vec<_> = library.cache.versions(found.rows[0].id).into_iter().map(|one| one.path).collect();
    assert_eq!(paths.len(), 3);
    assert_eq!(library.cache.stories().count(), 1);
}

#[test]
fn what_was_found_is_kept_until_the_index_is_another() {
    let library = library(&[(1, 0), (1, 3), (2, 0)]);
    assert!(!library.store.fold().unwrap(), "nothing changed");
    let mut writer = library.store.write().unwrap();
    let entry = Arc::new(Entry::of(&article(2, 2), Path::new("shelf/new.txt"), 0, 0));
    writer.put(&entry.path, 1, std::slice::from_ref(&entry), false).unwrap();
    writer.commit().unwrap();
    drop(writer);
    assert!(library.store.fold().unwrap());
    assert_eq!(library.store.folds().unwrap().groups().len(), 2);
    let file = library.store.folder().join(super::FILE);
    let kept = std::fs::File::options().write(true).open(&file).unwrap();
    kept.set_len(kept.metadata().unwrap().len() - 1).unwrap();
    assert_eq!(library.store.folds(), None, "what is not what was written is not believed");
    assert!(library.store.fold().unwrap(), "and is found again");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The cache folds as the shelf does, whatever is asked.
    #[test]
    fn the_cache_and_the_shelf_fold_alike(
        articles in proptest::collection::vec((0usize..5, 0usize..4), 1..24),
        typed in "(s[0-4]w7|only[0-4]v[0-3]|-only[0-4]v[0-3]|is:unread|is:starred|-is:read|number)( (s[0-4]w7|only[0-4]v[0-3]|is:read|is:starred|is:hidden))?",
        read in any::<u64>(),
        starred in any::<u64>(),
        hidden in 0u64..16,
        by in proptest::sample::select(vec![OrderBy::Date, OrderBy::Title, OrderBy::Unread]),
    ) {
        let library = library(&articles);
        let marks = |id: ArticleId| {
            let bit = id.number() % 64;
            Standing {
                read: read >> bit & 1 == 1,
                starred: starred >> bit & 1 == 1,
                hidden: hidden == id.number() % 16,
                ..Standing::default()
            }
        };
        let asked = request(&typed, by);
        let (mut shelf, mut cache) = (library.shelf.view(&asked, &marks), library.cache.view(&asked, &marks).unwrap());
        prop_assert_eq!((shelf.total, shelf.unread), (cache.total, cache.unread), "{}", &typed);
        // Articles of one moment may stand in another order.
        for view in [&mut shelf, &mut cache] {
            view.rows.iter_mut().for_each(|row| { row.others.sort_unstable(); row.context = None; });
            view.rows.sort_by_key(|row| row.id);
        }
        prop_assert_eq!(shelf.rows, cache.rows, "{}", &typed);
    }
}
