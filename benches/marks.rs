//! Measures marks: loading a journal, taking its lines in, asking for one. The figures to hold are a
//! load of 100,000 lines within 15 ms and an append that no key press would notice.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot run should stop")]

use std::path::Path;

use newsprint::article::ArticleId;
use newsprint::marks::{Change, Journal, Marks, What};

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

#[divan::bench(args = [10_000, 100_000], sample_count = 30)]
fn load(bencher: divan::Bencher<'_, '_>, count: u64) {
    let folder = tempfile::tempdir().unwrap();
    let journal = journal(folder.path(), count);
    bencher.bench_local(|| journal.load().unwrap());
}

#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 20)]
fn load_and_merge(bencher: divan::Bencher<'_, '_>, count: u64) {
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

#[divan::bench]
fn ask_one_of_100_000(bencher: divan::Bencher<'_, '_>) {
    let mut marks = Marks::default();
    let known = changes(100_000);
    marks.extend(&known);
    let id = known.get(50_000).map(|change| change.article).unwrap();
    bencher.bench_local(|| marks.get(divan::black_box(id)));
}
