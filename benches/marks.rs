//! Measures marks: loading a journal, taking its lines in, asking for one. The figures to hold are a
//! load of 100,000 lines within 15 ms and an append that no key press would notice.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot run should stop")]

use std::path::Path;

use newsprint::app::App;
use newsprint::app::message::Message;
use newsprint::article::ArticleId;
use newsprint::config::Config;
use newsprint::keys::Chord;
use newsprint::library::{Row, View};
use newsprint::marks::{Change, Journal, Marks, What};
use newsprint::theme::Theme;
use newsprint::words::Words;

fn main() {
    divan::main();
}

fn changes(count: u64) -> Vec<Change> {
    let article =
        |n: u64| -> ArticleId { format!("{:016x}", n.wrapping_mul(0x9e37_79b9_7f4a_7c15)).parse().unwrap() };
    (0..count)
        .map(|n| Change {
            article: article(n),
            what: What::Read(n % 7 != 0),
            stamp: 1_772_389_211_042 + n,
            path: Some(format!("/home/ada/news/2026/{:02}/article-{n}.txt", n % 12)),
            part: None,
        })
        .collect()
}

fn journal(folder: &Path, count: u64) -> Journal {
    let mut journal = Journal::of_device(folder, "ada");
    journal.append(&changes(count)).unwrap();
    journal
}

#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 20)]
fn load(bencher: divan::Bencher<'_, '_>, count: u64) {
    let folder = tempfile::tempdir().unwrap();
    let journal = journal(folder.path(), count);
    bencher.bench_local(|| journal.marks().unwrap());
}

#[divan::bench]
fn append_one(bencher: divan::Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = journal(folder.path(), 1);
    let one = changes(1);
    bencher.bench_local(|| journal.append(&one).unwrap());
}

/// What a key press costs that marks an article: the step, the marks, the effect, the list's request.
#[divan::bench(args = [0, 100_000])]
fn mark_one_on_the_screen(bencher: divan::Bencher<'_, '_>, known: u64) {
    let mut marks = Marks::default();
    marks.extend(&changes(known));
    let theme = Theme::named("default", true).unwrap();
    let (mut app, _) = App::new(&Config::default(), theme, Words::english());
    app.remember(marks);
    app.update(0, Message::Resize(120, 40));
    let row = |n: u64| Row {
        id: ArticleId::from_number(n.wrapping_mul(0x9e37_79b9_7f4a_7c15)),
        path: format!("/home/ada/news/{n}.txt").into(),
        headline: "Lamps".into(),
        outlet: None,
        author: None,
        published: None,
        language: None,
        minutes: 1,
        sources: 0,
        host: None,
        lit: Vec::new(),
        context: None,
        others: Vec::new(),
    };
    let view = || View { total: 48, unread: 48, first: 0, rows: (0..48).map(row).collect(), found: Some(0) };
    let mut now = 1_800_000_000_000;
    app.start(Some(view()));
    let star: Chord = "s".parse().unwrap();
    bencher.bench_local(|| {
        now += 1;
        app.update(now, Message::Key(star))
    });
}

#[divan::bench]
fn ask_one_of_100_000(bencher: divan::Bencher<'_, '_>) {
    let mut marks = Marks::default();
    let known = changes(100_000);
    marks.extend(&known);
    let id = known.get(50_000).map(|change| change.article).unwrap();
    bencher.bench_local(|| marks.get(divan::black_box(id)));
}
