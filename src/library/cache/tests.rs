//! Stories of the cache, and the cache against the shelf, which looks at every article one by one.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::article::Article;
use crate::library::shelf::tests::{Reader, article, articles, order, standing_of};
use crate::library::{Collection, Order, Shelf, Standing, query};

pub(super) struct Library {
    _folder: tempfile::TempDir,
    pub(super) store: Store,
    pub(super) cache: Cache,
    shelf: Shelf,
}

fn entry(number: usize, article: &Article) -> Arc<Entry> {
    Arc::new(Entry::of(article, Path::new(&format!("shelf/{number}.txt")), 0, 0))
}

/// Puts `committed` into an index and the rest beside it, and all of them on a shelf.
fn library(articles: &[Article], committed: usize) -> Library {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::of(folder.path(), &[PathBuf::from("shelf")]);
    let entries: Vec<Arc<Entry>> = articles.iter().enumerate().map(|(n, a)| entry(n, a)).collect();
    let (old, fresh) = entries.split_at(committed.min(entries.len()));
    let mut writer = store.write().unwrap();
    // Two commits, so that there are two segments.
    for half in old.chunks(old.len().div_ceil(2).max(1)) {
        for entry in half {
            writer.put(&entry.path, 1, std::slice::from_ref(entry), false).unwrap();
        }
        writer.commit().unwrap();
    }
    drop(writer);
    let mut cache = store.open().unwrap();
    for entry in fresh {
        cache.put(&entry.path, std::slice::from_ref(entry));
    }
    let mut shelf = Shelf::default();
    shelf.insert(entries);
    Library { _folder: folder, store, cache, shelf }
}

pub(super) fn request(typed: &str, order: Order) -> Request {
    Request::first(50, Query::parse(typed).unwrap(), order)
}

fn unread(_: ArticleId) -> Standing {
    Standing::default()
}

fn total(cache: &Cache, typed: &str) -> usize {
    cache.view(&request(typed, Order::default()), &unread).unwrap().total
}

pub(super) fn three() -> Library {
    library(
        &[
            article("The old port", "Ships, and one lamp of the harbour."),
            article("L’armée", "Le port, 東京大学でAI技術を学ぶ, a port."),
            article("Zebra", "Nothing of ships."),
        ],
        2,
    )
}

#[test]
fn what_is_committed_and_what_is_fresh_answer_alike() {
    let library = three();
    for (typed, found) in [
        ("", 3),
        ("port", 2),
        ("s", 2),
        ("sh", 2),
        ("shi", 2),
        ("armee", 1),
        ("\"lamp of th", 1),
        ("\"lamp of th\"", 0),
        ("学", 1),
        ("大学", 1),
        ("AI技", 1),
        ("京都", 0),
        ("-port", 1),
        ("zebra OR armee", 2),
        ("in:shelf", 3),
        ("title:port", 1),
    ] {
        assert_eq!(total(&library.cache, typed), found, "{typed}");
    }
    assert_eq!(library.cache.len(), 3);
}

#[test]
fn rows_come_back_as_they_were() {
    let library = three();
    let asked = request("", Order::default());
    let (mut ours, mut theirs) =
        (library.cache.view(&asked, &unread).unwrap().rows, library.shelf.view(&asked, &unread).rows);
    ours.sort_by_key(|row| row.id);
    theirs.sort_by_key(|row| row.id);
    assert_eq!(ours, theirs);
}

#[test]
fn a_file_read_again_replaces_what_it_was_and_a_forgotten_one_is_gone() {
    let mut library = three();
    library.cache.put(Path::new("shelf/0.txt"), &[entry(0, &article("Other", "words"))]);
    assert_eq!(
        (total(&library.cache, "lamp"), total(&library.cache, "other"), library.cache.len()),
        (0, 1, 3)
    );
    let gone =
        HashSet::from([changes::name(Path::new("shelf/0.txt")), changes::name(Path::new("shelf/1.txt"))]);
    library.cache.forget(&gone);
    assert_eq!((library.cache.len(), total(&library.cache, "port")), (1, 0));
    let mut writer = library.store.write().unwrap();
    writer.forget(&gone);
    writer.commit().unwrap();
    library.cache.reload().unwrap();
    assert_eq!(library.cache.len(), 0, "the fresh one was not committed");
}

#[test]
fn one_writes_at_a_time() {
    let library = three();
    let writer = library.store.write().unwrap();
    assert!(matches!(library.store.write(), Err(CacheError::Busy)));
    drop(writer);
    assert!(library.store.write().is_ok());
}

#[test]
fn a_cache_of_another_version_is_none() {
    let library = three();
    let version = library.store.folder().join("version");
    std::fs::File::create(version).unwrap();
    assert!(matches!(library.store.open(), Err(CacheError::Missing)));
    drop(library.store.write().unwrap());
    assert!(library.store.open().unwrap().is_empty());
}

#[test]
fn a_damaged_cache_is_thrown_away_and_made_anew_unless_it_is_being_written() {
    for (endings, bytes) in [(&["term", "fast"][..], 3), (&["json"], 0), (&["idx"], 0), (&["store"], 40)] {
        let library = three();
        let damage = |file: &Path| {
            let ends = |ending: &&str| file.extension().is_some_and(|extension| extension == *ending);
            endings.iter().any(ends)
        };
        for file in std::fs::read_dir(library.store.folder().join("index")).unwrap() {
            let file = file.unwrap().path();
            if damage(&file) && file.file_name().is_none_or(|name| name != ".managed.json") {
                std::fs::OpenOptions::new().write(true).open(file).unwrap().set_len(bytes).unwrap();
            }
        }
        assert!(matches!(library.store.open(), Err(CacheError::Missing)), "{endings:?}");
        drop(library.store.write().unwrap());
        assert!(library.store.open().unwrap().is_empty());
    }
    let library = three();
    let writer = library.store.write().unwrap();
    std::fs::File::create(library.store.folder().join("index/meta.json")).unwrap();
    assert!(matches!(library.store.open(), Err(CacheError::Damaged(_))));
    drop(writer);
    assert!(matches!(library.store.open(), Err(CacheError::Missing)));
}

#[test]
fn the_stamps_are_those_that_were_written() {
    let library = three();
    let known = library.cache.known().unwrap();
    let name = |n: usize| changes::name(Path::new(&format!("shelf/{n}.txt")));
    assert_eq!(known.len(), 2);
    assert_eq!(known.change(name(1), 1), changes::Change::None);
    assert_eq!(known.change(name(1), 2), changes::Change::Edited);
    let one = library.cache.known_of(&HashSet::from([name(0)])).unwrap();
    assert_eq!((one.len(), one.change(name(1), 1)), (1, changes::Change::New));
}

#[test]
fn a_moved_file_keeps_its_articles_under_its_new_path() {
    let mut library = three();
    let (old, new) = (Path::new("shelf/0.txt"), Path::new("harbour/gulls.txt"));
    let mut writer = library.store.write().unwrap();
    writer.follow(vec![(changes::name(old), new.to_owned())]);
    writer.commit().unwrap();
    library.cache.reload().unwrap();
    let places = |cache: &Cache| {
        let rows = cache.view(&request("lamp", Order::default()), &unread).unwrap().rows;
        rows.iter().map(|row| row.path.clone()).collect::<Vec<_>>()
    };
    assert_eq!(places(&library.cache), [new]);
    assert_eq!((total(&library.cache, "in:harbour"), total(&library.cache, "in:shelf")), (1, 1));
    // Another file comes where it was, and the moved one goes.
    writer.put(old, 2, &[entry(0, &article("Newcomer", "words"))], false).unwrap();
    writer.forget(&HashSet::from([changes::name(new)]));
    writer.commit().unwrap();
    library.cache.reload().unwrap();
    assert_eq!((total(&library.cache, "lamp"), total(&library.cache, "newcomer")), (0, 1));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn the_cache_agrees_with_the_shelf(
        articles in articles(), committed in 0..12usize,
        asked in prop::collection::vec((query::tests::typed(), order(), any::<bool>()), 1..12),
    ) {
        let library = library(&articles, committed);
        prop_assert_eq!(library.cache.len(), library.shelf.len());
        for (typed, order, kept) in asked {
            let Ok(query) = Query::parse(&typed) else { continue };
            let keep: Vec<ArticleId> = library.shelf.entries().take(usize::from(kept)).map(|e| e.id).collect();
            let request = Request { query, keep, ..request("", order) };
            let ours = library.cache.view(&request, &Reader).unwrap();
            let theirs = library.shelf.view(&request, &Reader);
            prop_assert_eq!((ours.total, ours.unread), (theirs.total, theirs.unread), "{}", typed);
            let days = library.cache.days(&request, &Reader).unwrap();
            prop_assert_eq!(days, library.shelf.days(&request, &Reader), "{}", typed);
            let ids = library.cache.ids(&request, &Reader).unwrap();
            prop_assert_eq!(&ids, &ours.rows.iter().map(|row| row.id).collect::<Vec<_>>());
            let set = |ids: &[ArticleId]| ids.iter().copied().collect::<HashSet<_>>();
            prop_assert_eq!(set(&ids), set(&library.shelf.ids(&request, &Reader)), "{}", typed);
            let key = |id: &ArticleId| rank(&library.shelf, *id, &request);
            let (ours, theirs): (Vec<_>, Vec<_>) = (
                ids.iter().map(key).collect(),
                library.shelf.ids(&request, &Reader).iter().map(key).collect(),
            );
            prop_assert_eq!(ours, theirs, "{} {:?}", typed, order);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn a_field_has_the_same_values_and_counts_in_the_cache_and_on_the_shelf(
        articles in articles(), committed in 0..12usize,
    ) {
        let Library { _folder, cache, shelf, .. } = library(&articles, committed);
        let (cache, shelf) = (Collection::Cache(Box::new(cache)), Collection::Shelf(Box::new(shelf)));
        let places = [PathBuf::from("shelf")];
        for facet in query::complete::FACETS.iter().map(|(_, facet)| *facet) {
            let offered = |library: &Collection| library.values(facet, &places, &Reader).unwrap();
            prop_assert_eq!(offered(&cache), offered(&shelf), "{:?}", facet);
        }
    }
}

/// What an order goes by, before articles of the same moment are told apart.
fn rank(shelf: &Shelf, id: ArticleId, request: &Request) -> String {
    let entry = shelf.get(id).unwrap();
    let moment = shelf::seconds(entry);
    match request.order.by {
        OrderBy::Date => moment.to_string(),
        OrderBy::Title => format!("{} {moment}", entry.folded.title),
        OrderBy::Outlet => {
            format!("{:?} {moment}", entry.row.outlet.as_deref().map(crate::library::fold::fold))
        }
        OrderBy::Unread => format!("{} {moment}", standing_of(id).read),
        // Pairs of a run overlap where needles do not.
        OrderBy::Relevance if !request.query.to_string().is_ascii() => String::new(),
        // Of copies the one counts that has most of what is asked for.
        OrderBy::Relevance => {
            let place = (0..).zip(shelf.entries()).find(|(_, entry)| entry.id == id).unwrap().0;
            let score = shelf.versions_at(place).map(|entry| request.query.matcher().score(entry)).max();
            format!("{score:?} {moment}")
        }
    }
}
