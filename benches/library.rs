//! How fast words are folded, queries parsed, lists answered and folders read.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench that cannot start should stop")]

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use newsprint::article::{Article, Block, FoundIn, Inline, Published, Text};
use newsprint::library::cache::Store;
use newsprint::library::{Entry, Order, OrderBy, Query, Request, Shelf, Standing, Window, fold, scan};

fn main() {
    divan::main();
}

const WORDS: &str = "la ville de nuit où l’armée reprend lentement ses quartiers détruits et qu’une trêve fragile \
    laisse passer les convois d’hiver aujourd'hui encore cessez-le-feu près du cœur historique mais les familles \
    attendent devant l'école fermée depuis décembre sans électricité ni chauffage pendant que des élus promettent";

/// Makes French-looking text of about `length` bytes, the same for the same seed.
fn prose(seed: u64, length: usize) -> String {
    let words: Vec<&str> = WORDS.split(' ').collect();
    let mut out = String::with_capacity(length + 16);
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    while out.len() < length {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        out += words[usize::try_from(state % words.len() as u64).unwrap()];
        if state.is_multiple_of(97) {
            out += " rare";
            out += &(state % 5000).to_string();
        }
        out.push(if state.is_multiple_of(23) { '\n' } else { ' ' });
    }
    out
}

fn shelf(articles: usize) -> Shelf {
    let mut shelf = Shelf::default();
    let entries = (0..u32::try_from(articles).unwrap()).map(|n| {
        let day = jiff::civil::date(2016, 1, 1).checked_add(jiff::Span::new().days(n % 2000)).unwrap();
        let article = Article {
            headline: Some(Text::line(&prose(u64::from(n) + 7, 50))),
            outlet: Some(Text::new(&format!("Journal {}", n % 40))),
            published: Some(Published { at: day.into(), from: FoundIn::Metadata }),
            body: vec![Block::Paragraph(vec![Inline::plain(Text::new(&prose(u64::from(n), 4000)))])],
            ..Article::default()
        };
        Entry::of(&article, Path::new(&format!("library/{n}.txt")), 0, 0)
    });
    shelf.insert(entries.collect());
    shelf
}

/// An index of so many articles, in a folder of its own.
fn cache(articles: usize) -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::of(folder.path(), &[PathBuf::from("library")]);
    let mut writer = store.write().unwrap();
    for entry in shelf(articles).entries() {
        writer.put(&entry.path, 1, &[Arc::new(entry.clone())], false).unwrap();
    }
    writer.commit().unwrap();
    writer.finish().unwrap();
    (folder, store)
}

fn request(typed: &str, by: OrderBy) -> Request {
    Request {
        query: Query::parse(typed).unwrap(),
        order: Order { by, reversed: false },
        window: Window::From { first: 0, count: 50 },
        keep: Vec::new(),
    }
}

fn standing(_: newsprint::article::ArticleId) -> Standing {
    Standing::default()
}

#[divan::bench]
fn fold_french(bencher: Bencher) {
    let text = prose(1, 1 << 20);
    bencher.counter(BytesCount::of_str(&text)).bench(|| fold::fold(black_box(&text)));
}

#[divan::bench]
fn fold_japanese(bencher: Bencher) {
    let text = "港の灯りは静かに揺れ、船は夜明けを待つ。".repeat(10_000);
    bencher.counter(BytesCount::of_str(&text)).bench(|| fold::fold(black_box(&text)));
}

#[divan::bench(args = ["trêve", "source:orient \"cessez le feu\" -paix (a OR b) before:2017-02 is:unread tr"])]
fn parse_query(typed: &str) -> Query {
    Query::parse(black_box(typed)).unwrap()
}

#[divan::bench]
fn light_an_article(bencher: Bencher) {
    let (text, query) = (prose(3, 4096), Query::parse("treve convois").unwrap());
    bencher.counter(BytesCount::of_str(&text)).bench(|| query.matches(black_box(&text)));
}

const TYPED: [&str; 8] =
    ["", "t", "tre", "rare123 ", "nowhere", "l'armee cons", "\"treve fragile\"", "a -de is:unread"];

#[divan::bench(args = TYPED, consts = [2000, 10_000])]
fn view<const ARTICLES: usize>(bencher: Bencher, typed: &str) {
    let shelf = shelf(ARTICLES);
    let (other, asked) = (request("zzz", OrderBy::Date), request(typed, OrderBy::Date));
    shelf.view(&other, &standing);
    // Another query before each one, so that nothing is answered from memory.
    bencher
        .with_inputs(|| shelf.view(&other, &standing))
        .bench_values(|_| shelf.view(black_box(&asked), &standing));
}

#[divan::bench(args = ["t", "treve convois"])]
fn view_by_relevance(bencher: Bencher, typed: &str) {
    let shelf = shelf(10_000);
    let (other, asked) = (request("zzz", OrderBy::Date), request(typed, OrderBy::Relevance));
    bencher
        .with_inputs(|| shelf.view(&other, &standing))
        .bench_values(|_| shelf.view(black_box(&asked), &standing));
}

#[divan::bench]
fn view_next_page(bencher: Bencher) {
    let shelf = shelf(10_000);
    let mut asked = request("tre", OrderBy::Title);
    asked.window = Window::From { first: 3000, count: 50 };
    bencher.bench(|| shelf.view(black_box(&asked), &standing));
}

#[divan::bench]
fn scan_a_folder(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..1000_u64 {
        let path = folder.path().join(format!("{}/{n}.txt", n % 17));
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::io::Write::write_all(&mut std::fs::File::create(path).unwrap(), prose(n, 4000).as_bytes())
            .unwrap();
    }
    let places: Vec<PathBuf> = vec![folder.path().to_owned()];
    bencher.counter(ItemsCount::new(1000_usize)).bench(|| {
        let (files, _) = scan::files(&places, true);
        files.iter().map(|file| scan::read(file).modified).max()
    });
}

#[divan::bench]
fn open_an_index(bencher: Bencher) {
    let (_folder, store) = cache(10_000);
    let asked = request("", OrderBy::Date);
    bencher.bench(|| store.open().unwrap().view(black_box(&asked), &standing).unwrap().total);
}

#[divan::bench(args = TYPED)]
fn view_by_index(bencher: Bencher, typed: &str) {
    let (_folder, store) = cache(10_000);
    let asked = request(typed, OrderBy::Date);
    // Opened anew each time, so that no answer is remembered.
    let opened = || {
        let cache = store.open().unwrap();
        cache.view(&request("zzz", OrderBy::Date), &standing).unwrap();
        cache
    };
    bencher.with_inputs(opened).bench_refs(|cache| cache.view(black_box(&asked), &standing).unwrap().total);
}

#[divan::bench]
fn page_of_an_index_at_random(bencher: Bencher) {
    let (_folder, store) = cache(10_000);
    let cache = store.open().unwrap();
    let mut asked = request("", OrderBy::Date);
    let mut page = 0;
    bencher.bench_local(|| {
        page = (page * 7919 + 4273) % 9950;
        asked.window = Window::From { first: page, count: 50 };
        cache.view(black_box(&asked), &standing).unwrap().rows.len()
    });
}
