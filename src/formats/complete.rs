//! Owns what every format needs at the end: a headline where there was none, a date from the URL,
//! the file name or the sources, a language from the words. It refuses to overrule a parser.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Origin, citations, dates, language};
use crate::article::letters::is_letter;
use crate::article::{Article, Block, Field, FoundIn, Language, Moment, Published, Text, measure};

/// Letters above which a sure guess of the language outweighs what a page says of itself.
const SURE: usize = 200;
/// Characters of the body shown to the guesser.
const SHOWN: usize = 2400;
/// The longest line of stars, in bytes.
const LONGEST_RULE: usize = 80;
/// The first second of the web's own times worth reading (2001), and the last (2033).
const SECONDS: std::ops::Range<i64> = 1_000_000_000..2_000_000_000;
/// Languages so near to each other that a file's own word counts more than a guess.
const SIBLINGS: &[&[&str]] = &[
    &["da", "no"],
    &["hr", "sr", "bs", "sl", "mk", "bg"],
    &["cs", "sk"],
    &["id", "ms", "jv"],
    &["es", "gl", "ca", "pt"],
    &["ru", "uk", "be"],
    &["nl", "af"],
    &["hi", "mr", "ne"],
    &["fa", "ar", "ur", "ps"],
];

/// Fills what the parser left open, each field with where it came from; says so where there is no text.
pub fn complete(article: &mut Article, origin: &Origin<'_>) {
    settle_rules(&mut article.body);
    citations::cite(article);
    if article.headline.is_none() {
        article.headline = headline(origin.name);
        article.provenance.places.set(Field::Headline, FoundIn::FileName);
    }
    if article.published.is_none() {
        article.published = published(article, origin);
    }
    let language = language(article);
    if language != article.language {
        article.language = language;
        article.provenance.places.set(Field::Language, FoundIn::Words);
    }
    if article.body.is_empty() && article.provenance.warnings.is_empty() {
        article.provenance.warnings.push(Text::new("no text: there is nothing under the headline"));
    }
}

/// Makes rules of lines of stars, and leaves out those that part nothing: at the ends, behind another.
fn settle_rules(body: &mut Vec<Block>) {
    let stars = |c: char| matches!(c, '*' | '⁂' | '·' | ' ' | '\u{a0}');
    for block in body.iter_mut() {
        if let Block::Paragraph(runs) = block
            && matches!(runs.as_slice(), [run] if run.text.len() <= LONGEST_RULE
                && run.text.contains(['*', '⁂'])
                && run.text.chars().all(stars))
        {
            *block = Block::Rule;
        }
    }
    let mut after_rule = true;
    body.retain(|block| {
        let keeps = !(after_rule && *block == Block::Rule);
        after_rule = *block == Block::Rule;
        keeps
    });
    body.pop_if(|block| *block == Block::Rule);
}

/// Makes a headline of a file name: without its date and extension, signs as spaces.
fn headline(name: &str) -> Option<Text> {
    let (_, name) = dates::split_file_name(name).unwrap_or((Date::ZERO, name));
    let stem = name.rsplit_once('.').filter(|(stem, e)| !stem.is_empty() && e.len() <= 8 && !e.contains(' '));
    let stem = stem.map_or(name, |(stem, _)| stem);
    let spaced = if stem.contains(' ') { stem.replace('_', " ") } else { stem.replace(['-', '_'], " ") };
    Text::some_line(&spaced)
}

fn published(article: &Article, origin: &Origin<'_>) -> Option<Published> {
    let from = |day: Date, from| Published { at: Moment::from(day), from };
    let in_url = || article.url.as_deref().and_then(dates::in_url).map(|day| from(day, FoundIn::Url));
    let in_name = || dates::in_file_name(origin.name).map(|day| from(day, FoundIn::FileName));
    let newest = || article.sources.iter().filter_map(|s| s.date).max();
    in_url()
        .or_else(in_name)
        .or_else(|| newest().or_else(|| in_leftovers(article)).map(|day| from(day, FoundIn::Sources)))
}

/// Finds a Unix time in a leftover line of nothing but numbers: those pictures and pages are filed under often
/// hold one.
fn in_leftovers(article: &Article) -> Option<Date> {
    let is_figures = |line: &&Text| line.chars().all(|c| c.is_ascii_digit() || c.is_whitespace());
    let numbers = article.leftovers.iter().filter(is_figures).flat_map(|line| line.split_whitespace());
    let seconds =
        numbers.filter(|n| n.len() == 10).filter_map(|n| n.parse().ok()).find(|s| SECONDS.contains(s))?;
    Some(Timestamp::from_second(seconds).ok()?.to_zoned(TimeZone::UTC).date())
}

/// Settles the language: a sure guess from enough words, else what the file says, else any guess.
fn language(article: &Article) -> Option<Language> {
    let sample = sample(article);
    let guess = language::guess(&sample);
    let (Some(declared), Some(guessed)) = (article.language, guess) else {
        return article.language.or(guess);
    };
    let sure = sample.chars().filter(|c| is_letter(*c)).nth(SURE - 1).is_some();
    let siblings =
        SIBLINGS.iter().any(|family| family.contains(&declared.tag()) && family.contains(&guessed.tag()));
    // Latin in a page that says otherwise is filler, not Latin.
    let filler = matches!(guessed.tag(), "la" | "eo");
    let trusted = sure && !siblings && !filler && language::is_known(declared);
    Some(if trusted { guessed } else { declared })
}

fn sample(article: &Article) -> String {
    let mut out = String::with_capacity(2 * SHOWN);
    out.push_str(article.headline.as_deref().unwrap_or_default());
    for block in &article.body {
        measure::each_run(std::slice::from_ref(block), &mut |text| {
            if out.len() < SHOWN {
                out.push('\n');
                out.push_str(language::first(text, SHOWN));
            }
        });
        if out.len() >= SHOWN {
            break;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Inline;

    fn article(language: &str, words: &str) -> Article {
        let body = vec![Block::Paragraph(vec![Inline::plain(Text::new(words))])];
        Article { language: Language::parse(language), body, ..Article::default() }
    }

    fn settled(declared: &str, words: &str) -> Option<String> {
        let mut article = article(declared, words);
        complete(&mut article, &Origin::default());
        article.language.map(|l| l.to_string())
    }

    #[test]
    fn rules_part_two_things_and_stars_are_rules() {
        let line = |words: &str| Block::Paragraph(vec![Inline::plain(Text::new(words))]);
        let mut body = vec![Block::Rule, line("One."), line("***"), Block::Rule, line("Two."), Block::Rule];
        settle_rules(&mut body);
        assert_eq!(body, [line("One."), Block::Rule, line("Two.")]);
    }

    const GERMAN: &str = "Der Bäcker öffnet um fünf Uhr, und die ersten Kunden warten schon vor der Tür. ";

    #[test]
    fn many_words_outweigh_a_wrong_label_and_few_do_not() {
        assert_eq!(settled("en", &GERMAN.repeat(4)).as_deref(), Some("de"));
        assert_eq!(settled("en", GERMAN).as_deref(), Some("en"));
        assert_eq!(settled("", GERMAN).as_deref(), Some("de"));
    }

    #[test]
    fn a_label_the_guesser_has_no_name_for_stays() {
        assert_eq!(settled("lb", &GERMAN.repeat(4)).as_deref(), Some("lb"));
    }

    #[test]
    fn a_headline_comes_from_the_file_name() {
        let named = |name| headline(name).map(|t| t.to_string());
        assert_eq!(named("2016-12-08-the_last-tram.txt").as_deref(), Some("the last tram"));
        assert_eq!(named("St. Olav's well-worn stair.html").as_deref(), Some("St. Olav's well-worn stair"));
        assert_eq!(named(""), None);
    }

    #[test]
    fn the_address_dates_what_nothing_else_does_and_overrules_nothing() {
        let mut dated =
            Article { url: Text::some_line("https://a.example/2016/12/08/x"), ..Article::default() };
        complete(&mut dated, &Origin { name: "2011-01-01-x.txt", modified: None });
        assert_eq!(dated.published.map(|p| p.from), Some(FoundIn::Url));
        let first = dated.published;
        complete(&mut dated, &Origin { name: "2012-01-01-x.txt", modified: None });
        assert_eq!(dated.published, first);
    }
}
