//! Owns what the makers of feeds put behind the text of every entry: where it appeared first, a link to the rest.
//! It refuses to cut anything but the end.

use std::sync::LazyLock;

use super::super::citations;
use super::super::fold::{bare, fold};
use crate::article::{Article, Block, Inline, Text, body::words};

/// What `WordPress` says behind the title of an entry, in the languages it speaks.
const APPEARED: &[&str] = &[
    "appeared first on",
    "first appeared on",
    "est apparu en premier sur",
    "erschien zuerst auf",
    "se publico primero en",
    "aparece primero en",
    "apareceu primeiro em",
    "proviene da",
    "verscheen eerst op",
    "pochodzi z serwisu",
    "появились сначала на",
    "dok forst upp pa",
    "dukket forst opp pa",
    "blev først udgivet på",
    "blev forst udgivet pa",
    "ha aparegut primer a",
    "pochazi z",
    "最先出现在",
    "最早出現於",
    "に最初に表示されました",
    "aparece primeiro em",
    "впервые появилась",
    "з'явилися спочатку на",
    "uzerinde ortaya cikti",
    "اولا على",
    "اولين بار در",
    "הופיע לראשונה",
    "bejegyzes eloszor",
    "apare prima data",
    "εμφανιστηκε πρωτα",
    "julkaistiin ensimmaisen kerran",
    "에 처음 등장했습니다",
    "was originally published in",
];
/// What the link to the rest of a text says.
const MORE: &[&str] = &[
    "continue reading",
    "read more",
    "read the full",
    "read the rest",
    "keep reading",
    "lire la suite",
    "weiterlesen",
    "mehr lesen",
    "leer mas",
    "seguir leyendo",
    "continua a leggere",
    "leggi tutto",
    "lees verder",
    "lees meer",
    "leia mais",
    "continue lendo",
    "czytaj dalej",
    "czytaj wiecej",
    "читать далее",
    "las mer",
    "les mer",
    "laes mere",
    "続きを読む",
    "もっと読む",
    "阅读全文",
    "阅读更多",
    "閱讀全文",
    "閱讀更多",
    "اقرا المزيد",
    "المزيد من التفاصيل",
    "devamini oku",
    "devami icin",
    "читать дальше",
    "читать полностью",
    "читати далі",
    "더 읽기",
    "더 보기",
    "계속 읽기",
    "cist dal",
    "citeste mai mult",
    "διαβαστε περισσοτερα",
    "lue lisaa",
    "tovabb olvasom",
    "read full topic",
];
/// Both, folded as the texts are.
static FOLDED: LazyLock<(Vec<String>, Vec<String>)> = LazyLock::new(|| {
    let folded = |phrases: &[&str]| phrases.iter().map(|phrase| fold(phrase)).collect();
    (folded(APPEARED), folded(MORE))
});
/// Characters beside the title that such a sentence has at most.
const BESIDE: usize = 120;
/// The most letters of the link to the rest behind its phrase, where it does not name the title.
const LINK: usize = 12;

/// Cuts such words off the end of an entry and of its standfirst.
pub(super) fn drop(article: &mut Article) {
    let title = article.headline.as_deref().unwrap_or_default().to_owned();
    if let Some(line) = article.standfirst.take() {
        article.standfirst = match start(&line, &title) {
            Some(at) => Text::some_line(line.get(..at).unwrap_or_default()),
            None => Some(line),
        };
    }
    let mut dropped = Vec::new();
    // One may stand behind the other.
    for _ in 0..2 {
        let Some(Block::Paragraph(runs)) = article.body.last_mut() else { break };
        let Some(at) = start(&words(runs), &title) else { break };
        dropped.push(Block::Paragraph(split_off(runs, at)));
        if !runs.iter().any(|run| run.text.chars().any(char::is_alphanumeric)) {
            article.body.pop();
        }
    }
    if !dropped.is_empty() {
        citations::drop_links(article, &mut dropped);
    }
}

/// Says whether a text is nothing but such words.
pub(super) fn is_all(blocks: &[Block], title: &str) -> bool {
    let [Block::Paragraph(runs)] = blocks else { return false };
    start(&words(runs), title) == Some(0)
}

/// Returns where such words begin in a text they end.
fn start(text: &str, title: &str) -> Option<usize> {
    let longest = title.len() + 4 * BESIDE;
    let from = text.ceil_char_boundary(text.len().saturating_sub(longest));
    let tail = text.get(from..)?;
    let folded = fold(tail);
    if FOLDED.0.iter().any(|phrase| folded.contains(phrase.as_str())) && names(tail, title) {
        return Some(from + sentence(tail, title));
    }
    if !FOLDED.1.iter().any(|phrase| folded.contains(phrase.as_str())) {
        return None;
    }
    let phrase = |at: &usize| {
        let said = fold(tail.get(*at..).unwrap_or_default());
        let rest = FOLDED.1.iter().find_map(|phrase| said.strip_prefix(phrase.as_str()));
        rest.is_some_and(|rest| bare(rest).chars().count() <= LINK || names(rest, title))
    };
    let starts = tail.char_indices().filter(|(at, _)| {
        let before = tail.get(..*at).unwrap_or_default().chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '-' | '\''))
    });
    let near = starts.map(|(at, _)| at).filter(|at| tail.len() - at <= title.len() + BESIDE);
    let at = near.into_iter().find(phrase)?;
    // In running text the words are meant as they stand.
    let before = tail.get(..at)?.trim_end();
    let apart = before.is_empty()
        || before.ends_with(['.', '…', '!', '?', ']', '[', '(', '»', '”', '"', '\n', '。', '！', '？']);
    apart.then_some(from + before.trim_end_matches(['[', '(', ' ']).len())
}

/// Says whether a text holds a title, whatever its quotes and dashes.
fn names(text: &str, title: &str) -> bool {
    let title = bare(title);
    !title.is_empty() && bare(text).contains(&title)
}

/// Returns where the sentence begins that holds the title: behind the last end of a sentence in front of it.
fn sentence(tail: &str, title: &str) -> usize {
    let head = tail.rfind(title).and_then(|at| tail.get(..at));
    let Some(head) = head else {
        return if tail.chars().count() <= title.len() + BESIDE { 0 } else { tail.len() };
    };
    let ends = head.rmatch_indices(['.', '!', '?', '…', ']', '\n', '。']);
    let mut ends = ends.map(|(at, end)| at + end.len());
    ends.find(|at| {
        head.get(*at..).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    })
    .unwrap_or(0)
}

/// Cuts runs at a byte of their words; returns those behind it.
fn split_off(runs: &mut Vec<Inline>, at: usize) -> Vec<Inline> {
    let mut left = at;
    let mut kept = Vec::new();
    let mut behind = Vec::new();
    for run in runs.drain(..) {
        let (before, after) = run.text.split_at_checked(left.min(run.text.len())).unwrap_or((&run.text, ""));
        left = left.saturating_sub(run.text.len());
        if !before.is_empty() {
            kept.push(Inline { text: Text::new(before), ..run.clone() });
        }
        if !after.is_empty() {
            behind.push(Inline { text: Text::new(after), ..run.clone() });
        }
    }
    *runs = kept;
    behind
}
