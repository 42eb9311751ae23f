//! Stories of lists, and the shelf against an oracle that knows no short cuts.

#![expect(clippy::string_slice, reason = "a test that slices wrongly should fail")]

use std::cmp::Reverse;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::article::{Article, Block, FoundIn, Inline, Language, Published, Source, Text};
use crate::library::{Order, OwnWords, Standing, query};

/// Makes an entry of a headline and one paragraph.
pub(in crate::library) fn entry(headline: &str, body: &str) -> Entry {
    Entry::of(&article(headline, body), Path::new("shelf/a.txt"), 0, 0)
}

/// Makes an entry of an article the test dresses.
pub(in crate::library) fn entry_with(dress: impl FnOnce(&mut Article)) -> Entry {
    let mut article = article("headline", "body");
    dress(&mut article);
    Entry::of(&article, Path::new("shelf/a.txt"), 0, 0)
}

pub(in crate::library) fn article(headline: &str, body: &str) -> Article {
    let body = vec![Block::Paragraph(vec![Inline::plain(Text::new(body))])];
    Article { headline: Some(Text::line(headline)), body, ..Article::default() }
}

fn dated(headline: &str, body: &str, day: jiff::civil::Date) -> Article {
    let published = Some(Published { at: day.into(), from: FoundIn::Text });
    Article { published, ..article(headline, body) }
}

fn shelf(articles: &[Article]) -> Shelf {
    let mut shelf = Shelf::default();
    for (number, article) in articles.iter().enumerate() {
        shelf.put(&reading(&format!("shelf/{number}.txt"), article.clone()));
    }
    shelf
}

fn reading(path: &str, article: Article) -> Reading {
    Reading { path: PathBuf::from(path), modified: 0, articles: Ok(vec![article]) }
}

fn request(typed: &str, by: OrderBy) -> Request {
    Request::first(50, Query::parse(typed).unwrap(), Order { by, reversed: false })
}

fn unread(_: ArticleId) -> Standing {
    Standing::default()
}

fn headlines(shelf: &Shelf, typed: &str, by: OrderBy) -> Vec<String> {
    let view = shelf.view(&request(typed, by), &unread);
    view.rows.iter().map(|row| row.headline.to_string()).collect()
}

fn three() -> Shelf {
    shelf(&[
        dated("The old port", "Ships, and one lamp.", date(2020, 1, 1)),
        dated("L'armée", "A port, a port, a port.", date(2022, 1, 1)),
        dated("« Zebra »", "Nothing of ships.", date(2021, 1, 1)),
    ])
}

#[test]
fn the_newest_comes_first_and_other_orders_on_request() {
    let shelf = three();
    assert_eq!(headlines(&shelf, "", OrderBy::Date), ["L'armée", "« Zebra »", "The old port"]);
    assert_eq!(headlines(&shelf, "", OrderBy::Title), ["L'armée", "The old port", "« Zebra »"]);
    assert_eq!(headlines(&shelf, "port", OrderBy::Date), ["L'armée", "The old port"]);
    assert_eq!(headlines(&shelf, "port", OrderBy::Relevance), ["The old port", "L'armée"]);
    let mut turned = request("", OrderBy::Date);
    turned.order.reversed = true;
    assert_eq!(shelf.view(&turned, &unread).rows[0].headline, "The old port");
}

#[test]
fn an_undated_article_sorts_by_its_file() {
    let mut shelf = three();
    let mut undated = reading("shelf/new.txt", article("Fresh", "words"));
    undated.modified = 4_000_000_000;
    shelf.put(&undated);
    assert_eq!(headlines(&shelf, "", OrderBy::Date)[0], "Fresh");
}

#[test]
fn outlets_stand_together_and_the_nameless_last() {
    let from = |outlet: Option<&str>, headline: &str, year| Article {
        outlet: outlet.map(Text::new),
        ..dated(headline, "words", date(year, 1, 1))
    };
    let shelf = shelf(&[
        from(None, "a", 2024),
        from(Some("Étoile"), "b", 2020),
        from(Some("Daily"), "c", 2021),
        from(Some("etoile"), "d", 2022),
    ]);
    assert_eq!(headlines(&shelf, "", OrderBy::Outlet), ["c", "d", "b", "a"]);
}

#[test]
fn what_is_unread_can_come_first_and_what_was_just_read_can_stay() {
    let shelf = three();
    let newest = shelf.view(&request("", OrderBy::Date), &unread).rows[0].id;
    let standing = |id| Standing { read: id == newest, ..Standing::default() };
    let view = shelf.view(&request("", OrderBy::Unread), &standing);
    assert_eq!((view.rows[2].id, view.total, view.unread), (newest, 3, 2));
    let mut asked = request("is:unread port", OrderBy::Date);
    assert_eq!(shelf.ids(&asked, &standing).len(), 1);
    asked.keep = vec![newest];
    assert_eq!(shelf.ids(&asked, &standing).first(), Some(&newest));
}

#[test]
fn copies_are_one_row_and_the_fullest_is_it() {
    let page = |words: &str| Article { url: Some("https://a.example/x".into()), ..article("Page", words) };
    let mut shelf = shelf(&[page("short"), page("short and long"), page("short")]);
    assert_eq!(shelf.len(), 1);
    let id = shelf.entries().next().unwrap().id;
    assert_eq!(shelf.get(id).unwrap().path, Path::new("shelf/1.txt"));
    shelf.remove(Path::new("shelf/1.txt"));
    assert_eq!(shelf.get(id).unwrap().path, Path::new("shelf/0.txt"));
}

#[test]
fn a_file_read_again_replaces_what_it_was() {
    let mut shelf = three();
    shelf.put(&reading("shelf/0.txt", article("Other", "words")));
    assert_eq!((shelf.len(), headlines(&shelf, "old", OrderBy::Date).len()), (3, 0));
    shelf.put(&Reading { path: "shelf/0.txt".into(), modified: 0, articles: Err("looks binary".into()) });
    assert_eq!(shelf.len(), 2);
}

#[test]
fn a_window_opens_where_it_is_asked() {
    let articles: Vec<Article> = (0..20).map(|n| article(&format!("h{n:02}"), &format!("w{n}"))).collect();
    let shelf = shelf(&articles);
    let mut asked = request("", OrderBy::Title);
    let ids = shelf.ids(&asked, &unread);
    asked.window = Window::Around { id: ids[10], count: 6 };
    let view = shelf.view(&asked, &unread);
    assert_eq!((view.first, view.found, view.rows.len()), (7, Some(10), 6));
    asked.window = Window::Around { id: ids[19], count: 6 };
    assert_eq!(shelf.view(&asked, &unread).first, 14);
    asked.query = Query::parse("h01").unwrap();
    let view = shelf.view(&asked, &unread);
    assert_eq!((view.first, view.found, view.total), (0, None, 1));
    asked.window = Window::From { first: 99, count: 6 };
    assert_eq!(shelf.view(&asked, &unread).rows.len(), 0);
}

#[test]
fn a_hit_in_the_headline_is_lit_there_and_one_in_the_text_shows_its_line() {
    let long =
        "Rien de neuf au village, ".repeat(9) + "mais la trêve tient " + &"et la rivière coule ".repeat(9);
    let shelf = shelf(&[article("Une trêve", "x"), article("Le soir", &long)]);
    let view = shelf.view(&request("treve", OrderBy::Title), &unread);
    let (evening, truce) = (&view.rows[0], &view.rows[1]);
    assert_eq!(&truce.headline[truce.lit[0].clone()], "trêve");
    assert_eq!(truce.context, None);
    let context = evening.context.as_ref().unwrap();
    assert_eq!(&context.text[context.lit[0].clone()], "trêve");
    assert!(context.text.starts_with('…') && context.text.ends_with('…'), "{}", context.text);
    assert!((50..=84).contains(&context.text.chars().count()), "{}", context.text);
    assert!(context.text.contains("village, mais la trêve tient et"), "{}", context.text);
}

#[test]
fn a_hit_deep_in_a_long_text_or_across_a_line_is_shown() {
    let deep = "lorem ipsum dolor\n".repeat(3000) + "the hidden\ncove " + &"sit amet ".repeat(50);
    let shelf =
        shelf(&[article("t", &deep), article("港", &("海".repeat(6000) + "灯り" + &"波".repeat(200)))]);
    for (typed, shown) in [("\"hidden cove\"", "hidden cove"), ("灯り", "灯り")] {
        let view = shelf.view(&request(typed, OrderBy::Date), &unread);
        let context = view.rows[0].context.as_ref().unwrap();
        assert_eq!(&context.text[context.lit[0].clone()], shown);
    }
}

#[test]
fn sources_are_found_by_publisher_and_host_and_a_word_of_them_alone_shows_its_line() {
    let source = Source {
        number: 1,
        publisher: Some("L’Orient le Jour".into()),
        url: Some("https://www.orient.example/a".into()),
        ..Source::default()
    };
    let shelf = shelf(&[Article { sources: vec![source], ..article("t", "words") }]);
    let view = shelf.view(&request("orient", OrderBy::Date), &unread);
    let context = view.rows[0].context.as_ref().unwrap();
    assert_eq!(
        (context.text.as_str(), &context.text[context.lit[0].clone()]),
        ("L’Orient le Jour", "Orient")
    );
    for typed in ["source:\"orient le jour\"", "source:orient.example", "has:sources"] {
        let view = shelf.view(&request(typed, OrderBy::Date), &unread);
        assert_eq!((view.total, view.rows[0].context.clone()), (1, None), "{typed}");
    }
}

#[test]
fn a_nameless_article_goes_by_its_file() {
    let mut nameless = article("", "words");
    nameless.headline = None;
    assert_eq!(Entry::of(&nameless, Path::new("notes/Le soir.txt"), 0, 0).row.headline, "Le soir");
}

/// Small articles of few words, so that queries of few words find some of them.
pub(in crate::library) fn articles() -> impl Strategy<Value = Vec<Article>> {
    let words = "([abc]{1,2}|l'[abc]|[ab]-[ab]|[港灯り]{1,3}|à)( ([abc]{1,2}|[ab]-[ab]|[港灯]{1,3})){0,4}";
    let day = prop::option::of((2015i16..2018, 1i8..12));
    let one = (words, words, prop::option::of("[abc]"), day, any::<bool>(), 0..8u8).prop_map(
        |(headline, body, outlet, day, sourced, page)| Article {
            outlet: outlet.map(|o| Text::new(&o)),
            tags: vec![Text::new(&headline)],
            language: Language::parse(if sourced { "fr" } else { "en" }),
            sources: if sourced {
                vec![Source { raw: Text::new(&body), ..Source::default() }]
            } else {
                Vec::new()
            },
            published: day.map(|(y, m)| Published { at: date(y, m, 1).into(), from: FoundIn::Url }),
            url: (page == 0).then(|| "https://a.example/page".into()),
            ..article(&headline, &body)
        },
    );
    prop::collection::vec(one, 0..12)
}

pub(in crate::library) fn standing_of(id: ArticleId) -> Standing {
    let digits = id.to_string();
    Standing {
        read: digits.ends_with(['0', '2', '4', '6', '8', 'a']),
        starred: digits.starts_with(['1', '2']),
        hidden: digits.ends_with('5'),
        later: digits.ends_with('3'),
        tagged: digits.ends_with(['3', '4', 'c']),
        ..Standing::default()
    }
}

/// A reader who did things, and wrote words, by the digits of an article's id.
pub(in crate::library) struct Reader;

impl Standings for Reader {
    fn of(&self, id: ArticleId) -> Standing {
        standing_of(id)
    }

    fn own_words(&self, id: ArticleId) -> Option<OwnWords> {
        let words = OwnWords { tags: " b | a c ".into(), notes: " ab ".into() };
        id.to_string().ends_with(['3', '4', 'c']).then_some(words)
    }
}

/// Answers a request by asking every article, one by one; one that was saved twice has the words of both files.
fn oracle(shelf: &Shelf, request: &Request) -> Vec<ArticleId> {
    let (matcher, arranged) = (request.query.matcher(), shelf.arranged());
    let files = |e: &Entry| {
        let place = arranged.places.get(&e.id).copied();
        place.into_iter().flat_map(|place| arranged.versions(place))
    };
    let fits = |e: &&Entry| {
        let kept = request.keep.contains(&e.id);
        let left_out = standing_of(e.id).hidden && !request.query.asks_hidden() && !kept;
        !left_out && files(e).any(|file| matcher.shows(file, &Reader, kept))
    };
    let mut shown: Vec<&Entry> = shelf.entries().filter(fits).collect();
    match request.order.by {
        OrderBy::Date => {}
        OrderBy::Relevance => shown.sort_by_key(|e| Reverse(files(e).map(|file| matcher.score(file)).max())),
        OrderBy::Title => shown.sort_by_key(|e| e.folded.title.clone()),
        OrderBy::Outlet => shown.sort_by_key(|e| (e.row.outlet.is_none(), e.row.outlet.clone())),
        OrderBy::Unread => shown.sort_by_key(|e| standing_of(e.id).read),
    }
    if request.order.reversed {
        shown.reverse();
    }
    shown.into_iter().map(|e| e.id).collect()
}

pub(in crate::library) fn order() -> impl Strategy<Value = Order> {
    let by = prop::sample::select(vec![
        OrderBy::Date,
        OrderBy::Relevance,
        OrderBy::Title,
        OrderBy::Outlet,
        OrderBy::Unread,
    ]);
    (by, any::<bool>()).prop_map(|(by, reversed)| Order { by, reversed })
}

proptest! {
    #[test]
    fn the_shelf_agrees_with_the_oracle(
        articles in articles(), typed in query::tests::typed(), order in order(), kept in any::<bool>(),
    ) {
        let shelf = shelf(&articles);
        let keep: Vec<ArticleId> = shelf.entries().take(usize::from(kept)).map(|e| e.id).collect();
        // Letter by letter on one shelf, so that every narrowing is tried.
        for end in (0..=typed.len()).filter(|at| typed.is_char_boundary(*at)) {
            let Ok(query) = Query::parse(&typed[..end]) else { continue };
            let request = Request { keep: keep.clone(), ..Request::first(50, query, order) };
            let ids = shelf.ids(&request, &Reader);
            prop_assert_eq!(&ids, &oracle(&shelf, &request), "{}", &typed[..end]);
            let view = shelf.view(&request, &Reader);
            let rows: Vec<ArticleId> = view.rows.iter().map(|r| r.id).collect();
            prop_assert_eq!((view.total, &rows), (ids.len(), &ids));
            prop_assert_eq!(view.unread, ids.iter().filter(|id| !standing_of(**id).read).count());
        }
    }

    #[test]
    fn what_is_lit_is_part_of_what_is_shown(articles in articles(), typed in query::tests::typed()) {
        let Ok(query) = Query::parse(&typed) else { return Ok(()) };
        let request = Request::first(50, query, Order::default());
        for row in shelf(&articles).view(&request, &Reader).rows {
            prop_assert!(row.lit.iter().all(|r| row.headline.get(r.clone()).is_some()));
            if let Some(context) = row.context {
                prop_assert!(!context.lit.is_empty(), "{:?}", context);
                prop_assert!(context.lit.iter().all(|r| context.text.get(r.clone()).is_some()));
            }
        }
    }
}
