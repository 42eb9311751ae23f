//! Lists made of slips, held against a shelf that has every article.

use std::path::PathBuf;

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::article::{FoundIn, Published, Text};
use crate::library::shelf::tests::article;
use crate::library::{Query, Reading, Request, Shelf, Standing};

/// An article of few possible kinds, so that copies, equal days and equal headlines come up.
fn some_article() -> impl Strategy<Value = Article> {
    let kinds = (
        0..4_usize,
        0..3_usize,
        proptest::option::of(1..4_i8),
        proptest::option::of(0..3_usize),
        any::<bool>(),
    );
    kinds.prop_map(|(headline, body, day, outlet, is_linked)| {
        let headlines = ["The quay at night", "“A lamp”", "Bread", "A LAMP"];
        let bodies = ["The lamp went out.", "Nobody asked why.", "The lamp went out, and nobody asked why."];
        let mut made = article(headlines[headline], bodies[body]);
        let at = |day: i8| Published { at: date(2025, 11, day).into(), from: FoundIn::Text };
        made.published = day.map(at);
        made.outlet = outlet.map(|outlet| Text::new(["Harbour Post", "Krume", "krume"][outlet]));
        // One page saved several times is one article, however long each copy is.
        made.url = is_linked.then(|| Text::new("https://harbour.example/lamp"));
        made
    })
}

fn ids(shelf: &Shelf, order: Order) -> Vec<ArticleId> {
    shelf.ids(&Request::first(usize::MAX, Query::default(), order), &Standing::default())
}

proptest! {
    #[test]
    fn a_list_of_slips_has_the_order_of_a_shelf(
        files in proptest::collection::vec((proptest::collection::vec(some_article(), 1..4), 0..3_i64), 0..8),
        reversed in any::<bool>(),
    ) {
        let paths: Vec<PathBuf> = (0..files.len()).map(|n| format!("shelf/{}.txt", (n * 7) % 11).into()).collect();
        for by in [OrderBy::Date, OrderBy::Relevance, OrderBy::Title, OrderBy::Outlet] {
            let order = Order { by, reversed };
            let (mut shelf, mut slips, mut keys) = (Shelf::default(), Vec::new(), Vec::new());
            for (file, ((articles, modified), path)) in (0..).zip(files.iter().zip(&paths)) {
                for (item, one) in (0..).zip(articles) {
                    slips.push(Slip::of(one, file, item, *modified));
                    keys.push(key(one, path, by));
                }
                shelf.put(&Reading { path: path.clone(), modified: *modified, articles: Ok(articles.clone()) });
            }
            for (slip, rank) in slips.iter_mut().zip(ranks(&keys)) {
                slip.rank = rank;
            }
            let places = arrange(&slips, &paths, order, |_| Some(0));
            let mut list: Vec<ArticleId> = places.keys().copied().collect();
            list.sort_by_key(|id| places[id]);
            prop_assert_eq!(list, ids(&shelf, order));
        }
    }
}

#[test]
fn the_better_match_comes_first_and_what_is_not_shown_has_no_place() {
    let paths: Vec<PathBuf> = vec!["a.txt".into(), "b.txt".into(), "c.txt".into()];
    let titles = ["The quay", "Bread", "A lamp"];
    let slips: Vec<Slip> =
        (0..).zip(titles).map(|(file, title)| Slip::of(&article(title, ""), file, 0, 0)).collect();
    let score = |id: ArticleId| match slips.iter().position(|slip| slip.id == id) {
        Some(0) => Some(3),
        Some(2) => Some(8),
        _ => None,
    };
    let places = arrange(&slips, &paths, Order { by: OrderBy::Relevance, reversed: false }, score);
    assert_eq!(places.len(), 2);
    assert_eq!((places[&slips[2].id], places[&slips[0].id]), (0, 1));
}
