//! Owns what the entries of feeds and of exports have in common, and turning one into an article. It
//! refuses to know which format an entry came from.

mod pages;
mod trailers;
mod words;

use url::Url;
use xxhash_rust::xxh3::Xxh3;

pub(super) use pages::tell_apart;
pub(super) use words::Words;

use super::links::Links;
use super::{Origin, dates, people, sources_section};
use crate::article::{Article, Block, Field, FoundIn, Language, Moment, Published, Text, measure};

/// A summary longer than this, in characters, is no standfirst.
const LONGEST_STANDFIRST: usize = 700;
/// Letters that two texts must begin with to be called the same text.
const SAME: usize = 80;
/// Characters of a headline made of an entry's first words.
const HEADLINE: usize = 90;

/// An entry of a feed or an export, as raw as it was written.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// Its place in the file, where the file names one; else it is numbered.
    pub(super) place: Option<String>,
    /// A name its publisher gives it, the same in every copy.
    pub(super) guid: Option<String>,
    pub(super) title: Option<Words>,
    pub(super) url: Option<String>,
    /// What relative addresses in the entry are relative to, if not to its own.
    pub(super) base: Option<String>,
    /// Lines of names.
    pub(super) authors: Vec<String>,
    pub(super) published: Option<String>,
    pub(super) updated: Option<String>,
    /// When a reader saved it: no later than this did it appear.
    pub(super) saved: Option<String>,
    pub(super) summary: Option<Words>,
    pub(super) content: Option<Words>,
    pub(super) tags: Vec<String>,
    pub(super) language: Option<String>,
    pub(super) outlet: Option<String>,
}

/// Gives an entry without a title the first words of its text for a headline, else its address.
fn name(article: &mut Article) {
    if article.headline.is_none() {
        article.headline = first_words(&article.body);
        article.note(FoundIn::Text);
    }
    if article.headline.is_none() {
        article.headline.clone_from(&article.url);
        article.note(FoundIn::Url);
    }
}

fn all_words(blocks: &[Block]) -> String {
    let mut out = String::new();
    measure::each_run(blocks, &mut |text| {
        out.push_str(text);
        out.push(' ');
    });
    out
}

/// The collection entries came from.
#[derive(Debug, Clone, Default)]
pub(super) struct Collection {
    /// Its name: the title of the feed or the name of the export.
    pub(super) name: Option<Text>,
    /// Its own address.
    pub(super) url: Option<String>,
    /// The language it says it is in.
    pub(super) language: Option<Language>,
    /// Whether a summary is the best text there is; else it only says what the text is about.
    pub(super) summary_is_text: bool,
    /// Said of an entry without text.
    pub(super) without_text: &'static str,
}

impl Entry {
    /// Makes an article of the entry.
    pub(super) fn into_article(self, of: &Collection, origin: &Origin<'_>) -> Article {
        let base = self.base.clone().or_else(|| of.url.clone());
        let url = self.url.as_deref().and_then(|url| absolute(url, base.as_deref()));
        let mut links = Links::new(
            base.as_deref().filter(|_| self.base.is_some()).or(url.as_deref()).or(base.as_deref()),
        );
        let language = self.language.as_deref().and_then(Language::parse).or(of.language);
        let reading = reading(language, origin);
        let moment = |raw: &Option<String>| raw.as_deref().and_then(|raw| read_date(raw, reading));
        let updated = moment(&self.updated);
        let told = moment(&self.published).or(updated);
        // The address of a mere link may hold the day it appeared; what was kept whole is as it was on the day it
        // was kept.
        let dated = self.content.is_none() && url.as_deref().is_some_and(|url| dates::in_url(url).is_some());
        let saved = moment(&self.saved).filter(|_| !dated).map(|at| Published { at, from: FoundIn::Sources });
        let mut article = Article {
            published: told.map(|at| Published { at, from: FoundIn::Metadata }).or(saved),
            updated,
            headline: self.title.as_ref().and_then(Words::line),
            byline: people::names(&self.authors),
            outlet: self.outlet.as_deref().and_then(Text::some_line),
            url: url.as_deref().and_then(Text::some_line),
            guid: self.guid(of),
            language,
            tags: tags(&self.tags),
            ..Article::default()
        };
        self.read_body(&mut article, &mut links, of.summary_is_text);
        article.links = links.into_list();
        trailers::drop(&mut article);
        // An entry that is nothing but a list is the list it announces.
        if article.body.len() > 1 {
            sources_section::lift(&mut article);
        }
        self.note_places(&mut article, of);
        name(&mut article);
        article.provenance.item = self.place.as_deref().and_then(Text::some_line);
        article.provenance.collection.clone_from(&of.name);
        if article.body.is_empty() {
            article.provenance.warnings.push(Text::line(of.without_text));
        }
        article
    }

    /// Notes where the fields of the entry were found: what the feed says for all of them is not its own.
    fn note_places(&self, article: &mut Article, of: &Collection) {
        if article.outlet.is_some() && article.outlet == of.name {
            article.provenance.places.set(Field::Outlet, FoundIn::Container);
        }
        if self.language.as_deref().and_then(Language::parse).is_none() {
            article.provenance.places.set(Field::Language, FoundIn::Container);
        }
        article.note(FoundIn::Metadata);
    }

    /// Fills body and standfirst: the content, else the summary; both only where they say different things.
    fn read_body(&self, article: &mut Article, links: &mut Links, summary_is_text: bool) {
        let content = self.content.as_ref().map(|words| words.blocks(links)).unwrap_or_default();
        let Some(summary) = &self.summary else {
            article.body = content;
            return;
        };
        let headline = article.headline.as_deref().unwrap_or_default();
        let says_nothing = !holds_words(&content) || trailers::is_all(&content, headline);
        if summary_is_text && says_nothing {
            article.body = summary.blocks(links);
            return;
        }
        let line = summary.line().filter(|line| line.chars().count() <= LONGEST_STANDFIRST);
        article.standfirst = line.filter(|line| !begins_alike(line, &all_words(&content)));
        article.body = content;
    }

    /// Returns a name for the entry that stays the same from load to load. One that may be given twice
    /// in the world (a mere number) is prefixed with the feed's own.
    fn guid(&self, of: &Collection) -> Option<Text> {
        let given = self.guid.as_deref().map(str::trim).filter(|guid| !guid.is_empty());
        if let Some(guid) = given {
            let home = of.url.as_deref().or(of.name.as_deref()).unwrap_or_default();
            let global = guid.contains(':') || guid.len() >= 32;
            return Text::some_line(&if global { guid.to_owned() } else { format!("{home} {guid}") });
        }
        if self.url.is_some() {
            return None;
        }
        let mut hasher = Xxh3::new();
        let raw = |words: &Option<Words>| match words {
            Some(Words::Plain(text) | Words::Html(text)) => text.clone(),
            None => String::new(),
        };
        let published = self.published.clone().unwrap_or_default();
        for part in [raw(&self.title), published, raw(&self.content), raw(&self.summary)] {
            hasher.update(part.as_bytes());
            hasher.update(b"\0");
        }
        Some(Text::line(&format!("{:016x}", hasher.digest())))
    }
}

/// Makes an address absolute, and refuses what is none.
pub(super) fn absolute(url: &str, base: Option<&str>) -> Option<String> {
    let url = url.trim();
    if url.is_empty() {
        return None;
    }
    if Url::parse(url).is_ok() {
        return Some(url.to_owned());
    }
    if url.starts_with("www.") {
        return Some(format!("http://{url}"));
    }
    let base = base.and_then(|base| Url::parse(base).ok());
    Some(base.and_then(|base| base.join(url).ok()).map_or_else(|| url.to_owned(), String::from))
}

fn reading(language: Option<Language>, origin: &Origin<'_>) -> dates::Reading {
    let newest = origin.modified.and_then(|day| day.tomorrow().ok());
    dates::Reading { language, newest, ..dates::Reading::default() }
}

/// Reads a date of a feed, in the writer's own zone: the ways the standards know, then the ways feeds
/// break them (a wrong weekday, 24 o'clock, a Unix time).
fn read_date(raw: &str, reading: dates::Reading) -> Option<Moment> {
    let raw = raw.trim();
    if raw.len() == 10 && raw.bytes().all(|b| b.is_ascii_digit()) {
        return seconds(raw.parse().ok()?);
    }
    if raw.len() == 13 && raw.bytes().all(|b| b.is_ascii_digit()) {
        return seconds(raw.parse::<i64>().ok()? / 1000);
    }
    let without_weekday = || raw.split_once(',').map(|(_, rest)| rest.trim());
    dates::parse(raw, reading)
        .or_else(|| dates::parse(without_weekday()?, reading))
        .or_else(|| dates::find(raw, reading).map(|(_, moment)| moment))
}

fn seconds(seconds: i64) -> Option<Moment> {
    let at = jiff::Timestamp::from_second(seconds).ok()?.to_zoned(jiff::tz::TimeZone::UTC);
    Some(Moment { day: at.date(), time: Some(at.time()), offset: Some(at.offset()) })
}

fn tags(raw: &[String]) -> Vec<Text> {
    let mut found: Vec<Text> = Vec::new();
    for tag in raw.iter().take(200).filter_map(|tag| Words::guess(tag).line()) {
        if !found.contains(&tag) {
            found.push(tag);
        }
    }
    found
}

fn holds_words(blocks: &[Block]) -> bool {
    let mut found = false;
    measure::each_run(blocks, &mut |text| found |= text.chars().any(char::is_alphanumeric));
    found
}

/// Says whether a summary is but the beginning of the text.
fn begins_alike(summary: &str, text: &str) -> bool {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
        letters.take(SAME).collect()
    };
    let (summary, text) = (letters(summary), letters(text));
    !text.is_empty() && (text.starts_with(&summary) || summary.starts_with(&text))
}

/// Makes a headline of the first words of a body.
pub(super) fn first_words(body: &[Block]) -> Option<Text> {
    let mut first = String::new();
    measure::each_run(body, &mut |text| {
        if first.trim().is_empty() {
            first = text.chars().take(HEADLINE * 2).collect();
        }
    });
    let line = Text::some_line(&first)?;
    if line.chars().count() <= HEADLINE {
        return Some(line);
    }
    let cut: String = line.chars().take(HEADLINE).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    Some(Text::line(&format!("{}…", cut.trim_end_matches([',', ';', ':', '.', '–', '—', '-']))))
}
