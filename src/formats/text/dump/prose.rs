//! Owns finding the stretch of a dumped page that is its article, and which of the lines in it
//! belong to it. It refuses to look for headline and byline.

use std::ops::Range;

use super::kinds::{Page, count_words, opens_unstopped, past_bullet};
use crate::article::letters::{ends_a_sentence, words};
use crate::formats::byline::byline;
use crate::formats::dates::Reading;
use crate::formats::text::lines::{Part, bullet, is_bullet};
use crate::formats::text::opening;

/// The most one paragraph may weigh.
const HEAVIEST: i64 = 500;
/// What one line that is no prose weighs, and how much each more in a row weighs on top.
const IDLE: i64 = -25;
const MORE_IDLE: i64 = -10;
/// How much more prose stands above the label of a list of other articles than under it.
const ABOVE: usize = 3;
/// The widest a teaser is, in columns.
const TEASER: usize = 280;
/// The least width of a paragraph that is the article's though it stands apart from the others, in columns.
const PARAGRAPH: usize = 140;
/// The least width of one in a script without full stops.
const UNSTOPPED: usize = 60;
/// The most words a crosshead has.
const CROSSHEAD: usize = 14;
/// Parts at the end that may ask to sign up for a letter, the longest such part in bytes, and what it calls one.
const LAST: usize = 3;
const SIGN_UP: usize = 300;
/// The most words of such a part that does not ask with the first of a sentence.
const NOTICE: usize = 14;
const LETTERS: &[&str] = &[
    "newsletter",
    "nyhetsbrev",
    "nieuwsbrief",
    "uutiskirje",
    "boletín de noticias",
    "infolettre",
    "рассылк",
    "розсилк",
    "メルマガ",
    "뉴스레터",
    "نشرتنا",
    "bülten",
    "hírlevél",
];
/// How they are asked to: others may speak of such a letter.
const ASKING: &[&str] = &[
    "sign up",
    "subscribe",
    "register",
    "inscri",
    "abonn",
    "anmeld",
    "bestell",
    "suscri",
    "apúnta",
    "assin",
    "inscrev",
    "iscriv",
    "zapis",
    "подпис",
    "підпис",
    "abone",
    "kaydol",
    "tilaa",
    "tilmeld",
    "prenumer",
    "påmeld",
    "meld je",
    "schrijf",
    "registr",
    "přihl",
    "odebír",
    "feliratkoz",
    "登録",
    "구독",
    "اشترك",
];
/// Parts under the headline among which a standfirst may stand.
const STANDFIRST: usize = 3;

/// Returns the stretch with the most prose in it.
pub(super) fn find(parts: &[Part<'_>], page: &Page) -> Range<usize> {
    let (mut best, mut best_sum) = (0..0, 0);
    let (mut start, mut sum, mut idle) = (0, 0_i64, 0_i64);
    for (at, part) in parts.iter().enumerate() {
        let weight = weight(part, page);
        idle = if weight > 0 { 0 } else { idle + 1 };
        sum += weight + (idle - 1).clamp(0, 4) * MORE_IDLE;
        if sum <= 0 {
            (start, sum) = (at + 1, 0);
        } else if sum > best_sum {
            (best, best_sum) = (start..at + 1, sum);
        }
    }
    let end = end(parts, &best, page);
    let end = without_teasers(parts, best.start..end, page);
    best.start..without_sign_up(parts, best.start..end)
}

/// Drops what asks readers to have a letter sent to them from the end.
fn without_sign_up(parts: &[Part<'_>], run: Range<usize>) -> usize {
    let asks = |part: &Part<'_>| {
        part.text.len() <= SIGN_UP && {
            let lower = part.text.to_lowercase();
            LETTERS.iter().any(|word| lower.contains(word)) && asks_to(&lower, count_words(&part.text))
        }
    };
    let last = parts.get(run.clone()).unwrap_or_default().iter().rev().take(LAST);
    let asking = last.take_while(|part| asks(part)).count();
    run.end - asking
}

/// Says whether a text in lower case asks for something: a sentence of it begins with such a word, or it is
/// one of few words with one in it. Longer ones tell of others who are asked.
fn asks_to(lower: &str, words: usize) -> bool {
    let begins = |sentence: &str| {
        let sentence = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
        ASKING.iter().any(|word| sentence.starts_with(word))
    };
    let single = || words <= NOTICE && ASKING.iter().any(|word| lower.contains(word));
    single() || lower.split_inclusive(['.', '!', '?', ':', '。']).any(begins)
}

/// Weighs a part: prose counts by its length, everything else against the stretch it stands in.
fn weight(part: &Part<'_>, page: &Page) -> i64 {
    let text = part.text.as_ref();
    if page.is_caption(part) || page.ends_the_article(part) {
        return IDLE;
    }
    if page.is_prose(part) {
        return i64::try_from(part.width()).unwrap_or(HEAVIEST).min(HEAVIEST);
    }
    let item = is_bullet(text) && ends_a_sentence(text) && words(text) >= 8;
    if item { 40 } else { IDLE }
}

/// Returns where the label of a list of other articles ends a stretch, if most of it stands above.
fn end(parts: &[Part<'_>], run: &Range<usize>, page: &Page) -> usize {
    let stretch = parts.get(run.clone()).unwrap_or_default();
    let mass = |part: &Part<'_>| if page.is_prose(part) { part.width() } else { 0 };
    let Some(label) = stretch.iter().position(|part| page.ends_the_article(part)) else { return run.end };
    let total: usize = stretch.iter().map(mass).sum();
    let mut above: usize = stretch.iter().take(label).map(mass).sum();
    for (at, part) in stretch.iter().enumerate().skip(label) {
        if above > ABOVE * (total - above) && page.ends_the_article(part) {
            return run.start + at;
        }
        above += mass(part);
    }
    run.end
}

/// Drops pairs of a title and a short text from the end, if there are two or more.
fn without_teasers(parts: &[Part<'_>], run: Range<usize>, page: &Page) -> usize {
    let (mut end, mut pairs) = (run.end, 0);
    let mut at = run.end;
    while at > run.start + 4 {
        let Some(last) = parts.get(at - 1) else { break };
        let prose = page.is_prose(last) && !page.is_caption(last);
        let titled = parts.get(at - 2).is_some_and(|part| is_title(part, page));
        match (prose, titled && !last.is_as_wide_as(TEASER + 1)) {
            (true, true) => {
                (end, pairs) = (at - 2, pairs + 1);
                at -= 2;
            }
            // What a picture shows, between two pairs.
            (true, false) if pairs > 0 && at == end && !last.is_as_wide_as(TEASER / 2 + 1) => at -= 1,
            (true, false) => break,
            (false, _) => at -= 1,
        }
    }
    if pairs >= 2 { end } else { run.end }
}

/// Says whether a line may be the title of another article.
pub(super) fn is_title(part: &Part<'_>, page: &Page) -> bool {
    !page.is_prose(part)
        && !page.is_form(part)
        && !page.is_caption(part)
        && words(past_bullet(&part.text)) >= 4
}

/// Says whether a part of the page belongs to the article whose prose stands in `run`.
pub(super) fn keeps(
    parts: &[Part<'_>],
    at: usize,
    run: &Range<usize>,
    headline: Option<usize>,
    page: &Page,
    reading: Reading,
) -> bool {
    let Some(part) = parts.get(at) else { return false };
    let text = part.text.as_ref();
    let first = headline.map_or(run.start, |headline| headline + 1);
    if !(first..run.end).contains(&at) || page.is_caption(part) || page.is_form(part) {
        return false;
    }
    let is_about = || byline(text, reading).is_some() || opening::is_date_line(text, reading);
    if at < run.start {
        let near = at < first + STANDFIRST && is_standfirst(part, page);
        return !is_about()
            && headline.is_some()
            && (near || page.is_prose(part) && part.is_as_wide_as(PARAGRAPH));
    }
    if page.is_prose(part) || part.is_as_wide_as(UNSTOPPED) && opens_unstopped(text) {
        return true;
    }
    let words = count_words(past_bullet(text));
    if is_bullet(text) {
        return words >= 5 || is_listed(parts, at, run, page);
    }
    if ends_a_sentence(text) {
        return words >= 2;
    }
    let over =
        parts.get(at + 1).is_some_and(|next| next.gap > 0 && (page.is_prose(next) || is_bullet(&next.text)));
    let alone = part.gap > 0 && page.times(part) == 1 && !is_about();
    let unspaced = text.starts_with(crate::article::measure::is_ideograph);
    alone && over && (if unspaced { 1 } else { 2 }..=CROSSHEAD).contains(&words)
}

/// Says whether an item stands right beside another with its sign, and neither is a link, as those of menus
/// are, nor said twice.
fn is_listed(parts: &[Part<'_>], at: usize, run: &Range<usize>, page: &Page) -> bool {
    let item = |at: usize| {
        let part = parts.get(at).filter(|_| run.contains(&at))?;
        let (number, rest) = bullet(&part.text)?;
        let sign = part.text.chars().next().filter(|_| number.is_none());
        let start = part.text.len() - rest.len();
        let linked = part.marks.first().is_some_and(|mark| mark.range.start <= start);
        let own = !linked && !page.is_form(part) && !page.ends_the_article(part) && page.times(part) == 1;
        own.then_some(sign)
    };
    let own = item(at);
    let beside = [at.checked_sub(1), Some(at + 1)];
    own.is_some() && beside.into_iter().flatten().any(|at| item(at) == own)
}

/// Says whether a part above the prose is the summary of the article.
fn is_standfirst(part: &Part<'_>, page: &Page) -> bool {
    let words = count_words(&part.text);
    (8..=60).contains(&words) && !is_bullet(&part.text) && page.times(part) == 1
}
