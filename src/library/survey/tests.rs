//! Surveys of a small library, from memory and from the cache: both must say the same.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::*;
use crate::article::{Block, FoundIn, Inline, Moment, Published, Source, Text};
use crate::library::cache::Store;
use crate::library::{Entry, Shelf};

fn source(publisher: &str, title: &str) -> Source {
    Source { publisher: Text::some_line(publisher), title: Text::some_line(title), ..Source::default() }
}

fn article(title: &str, outlet: &str, year: i16, text: &str, sources: Vec<Source>) -> Article {
    let at = Moment::from(jiff::civil::date(year, 3, 1));
    Article {
        headline: Text::some_line(title),
        outlet: Text::some_line(outlet),
        published: Some(Published { at, from: FoundIn::Text }),
        body: vec![Block::Paragraph(vec![Inline::plain(Text::new(text))])],
        sources,
        ..Article::default()
    }
}

fn articles() -> Vec<Article> {
    let quay = "The Aleppo mooring waits below the sandbar while lanterns burn. A mooring without lanterns is a \
        sandbar with hopes.";
    let mut all = vec![
        article(
            "The ferry stays away",
            "Harbour Post",
            2015,
            "Plain words only.",
            vec![source("Bell", "Ice on the roads")],
        ),
        article("Ice on the roads", "Bell", 2014, "Cold and plain.", vec![]),
        article(
            "A winter without boats",
            "",
            2016,
            quay,
            vec![source("bell", "Ice on the Roads"), source("Harbour Post", "The ferry stays away")],
        ),
        article(
            "Lanterns of the mooring",
            "Bell",
            2016,
            "Lanterns hang over the mooring at Aleppo, past the sandbar.",
            vec![],
        ),
    ];
    all.extend((0..12).map(|n| {
        article(&format!("Filler number {n} of many"), "", 2000, "Nothing of note was said.", vec![])
    }));
    all
}

struct Both {
    _folder: tempfile::TempDir,
    kept: [Collection; 2],
}

fn both() -> Both {
    let entries: Vec<Arc<Entry>> = articles()
        .iter()
        .enumerate()
        .map(|(n, article)| Arc::new(Entry::of(article, Path::new(&format!("{n}.txt")), 0, 0)))
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let store = Store::of(folder.path(), &[PathBuf::from("x")]);
    let (old, fresh) = entries.split_at(10);
    let mut writer = store.write().unwrap();
    for entry in old {
        writer.put(&entry.path, 1, std::slice::from_ref(entry), false).unwrap();
    }
    writer.commit().unwrap();
    drop(writer);
    let mut cache = store.open().unwrap();
    for entry in fresh {
        cache.put(&entry.path, std::slice::from_ref(entry));
    }
    let mut shelf = Shelf::default();
    shelf.insert(entries);
    Both { _folder: folder, kept: [Collection::Shelf(Box::new(shelf)), Collection::Cache(Box::new(cache))] }
}

fn asked(number: usize) -> (ArticleId, Article) {
    let article = articles().swap_remove(number);
    (ArticleId::of(&article), article)
}

#[test]
fn a_source_that_is_in_the_library_is_found_and_so_is_who_cites_an_article() {
    for library in both().kept {
        let (id, winter) = asked(2);
        let Findings::Tied(tied) = library.survey(&Survey::tied(id, &winter)).unwrap() else { panic!() };
        let here: Vec<_> =
            tied.here.iter().map(|row| row.as_ref().map(|row| row.headline.as_str())).collect();
        assert_eq!(here, [Some("Ice on the roads"), Some("The ferry stays away")]);
        assert_eq!(tied.shared, [1, 0]);
        assert!(tied.cited_by.is_empty());
        let (id, ice) = asked(1);
        let Findings::Tied(tied) = library.survey(&Survey::tied(id, &ice)).unwrap() else { panic!() };
        let mut citing: Vec<_> = tied.cited_by.iter().map(|row| row.headline.as_str()).collect();
        citing.sort_unstable();
        assert_eq!(citing, ["A winter without boats", "The ferry stays away"]);
    }
}

#[test]
fn outlets_are_counted_as_publishers_and_as_cited_under_their_usual_name() {
    for library in both().kept {
        let Findings::Outlets(mut outlets) = library.survey(&Survey::Outlets).unwrap() else { panic!() };
        outlets.sort_by(|a, b| a.name.cmp(&b.name));
        let said: Vec<_> = outlets.iter().map(|o| (o.name.as_str(), o.articles, o.citations)).collect();
        assert_eq!(said, [("Bell", 2, 2), ("Harbour Post", 1, 1)]);
        let bell = &outlets[0];
        let year = jiff::civil::Date::year;
        assert_eq!((bell.first.map(year), bell.last.map(year)), (Some(2014), Some(2016)));
        assert_eq!(bell.years, [(2014, 1), (2015, 1), (2016, 2)].into());
    }
}

#[test]
fn what_is_related_shares_sources_first_and_then_rare_words_and_says_so() {
    for library in both().kept {
        let (id, winter) = asked(2);
        let Findings::Related(_, related) = library.survey(&Survey::related(id, &winter)).unwrap() else {
            panic!()
        };
        let said: Vec<_> =
            related.iter().map(|r| (r.row.headline.as_str(), r.reason.cites, r.reason.sources)).collect();
        assert_eq!(
            said,
            [
                ("The ferry stays away", true, 1),
                ("Ice on the roads", true, 0),
                ("Lanterns of the mooring", false, 0)
            ]
        );
        let words = &related[2].reason.words;
        assert_eq!(words.len(), 3, "{words:?}");
        assert!(
            words.iter().all(|w| ["Aleppo", "mooring", "sandbar", "lanterns"].contains(&w.as_str())),
            "{words:?}"
        );
    }
}

#[test]
fn in_a_small_library_common_words_are_no_reason() {
    let common = [
        "Through the whole summer people walked along the river because mornings stayed bright.",
        "People walked because summer mornings were long, and the whole river was bright.",
        "Along the river nobody walked; the summer was over, mornings dark.",
        "The guild of Kerlaven weighs loaves, and loaves are counted there, which took which mornings.",
        "Loaves from Kerlaven are sold along the river; which of them, and at which price?",
    ];
    let mut shelf = Shelf::default();
    let of = |n: usize| article(&format!("Piece {n}"), "", 2000, common[n], vec![]);
    let fill =
        (0..15).map(|n| article(&format!("Other {n}"), "", 2000, &format!("Nothing was said {n}."), vec![]));
    let all: Vec<Article> = (0..common.len()).map(of).chain(fill).collect();
    let entry = |(n, article): (usize, &Article)| Entry::of(article, Path::new(&format!("{n}.txt")), 0, 0);
    shelf.insert(all.iter().enumerate().map(entry).map(Arc::new).collect::<Vec<_>>());
    let ask = |n: usize| {
        let Findings::Related(_, related) =
            shelf.survey(&Survey::related(ArticleId::of(&all[n]), &all[n])).unwrap()
        else {
            panic!()
        };
        related.iter().map(|r| (r.row.headline.to_string(), r.reason.words.clone())).collect::<Vec<_>>()
    };
    assert_eq!(ask(0), [], "summer, river, mornings and people are in many an article");
    let words = ["Kerlaven".to_owned(), "loaves".to_owned()];
    let loaves = ask(3);
    assert_eq!(loaves.len(), 1, "{loaves:?}");
    assert_eq!(loaves[0].0, "Piece 4");
    assert!(words.iter().all(|word| loaves[0].1.contains(word)), "{loaves:?}");
    assert!(!loaves[0].1.iter().any(|word| word == "which"), "it holds sentences together: {loaves:?}");
}
