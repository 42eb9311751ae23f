//! Owns the block of fields in front of a text: finding it, and what its keys mean for an article in
//! the dialects people use. It refuses to lose the body over a broken block.

mod bare;
mod fields;
mod keys;
mod lines;

pub use bare::split_bare;

use super::dates::{self, Reading};
use super::{Origin, people};
use crate::article::{Article, FoundIn, Language, Moment, Published, Text};
use fields::Fields;

/// The longest block, in bytes; a later fence is a rule in the text.
const LONGEST: usize = 64 * 1024;

/// The most characters of a date that are repeated to who wrote it.
const LONGEST_DATE: usize = 40;

/// A block of fields, read.
#[derive(Debug, Default)]
pub struct FrontMatter {
    fields: Fields,
    warning: Option<&'static str>,
}

/// Splits a text into its block of fields, if it has one, and the rest.
pub fn split(text: &str) -> (Option<FrontMatter>, &str) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some((inside, rest)) = json(text)
        && let Some(fields) = fields::yaml(inside)
    {
        return (Some(FrontMatter { fields, warning: None }), rest);
    }
    let Some((block, rest)) = fenced(text) else { return (None, text) };
    let toml = block.fence == "+++" || fields::looks_like_toml(block.inside);
    let mut matter = FrontMatter::default();
    let strict = if toml { fields::toml(block.inside) } else { fields::yaml(block.inside) };
    if let Some(fields) = strict {
        matter.fields = fields;
    } else {
        let lenient = lines::read(block.inside);
        if lenient.skipped > 0 || lenient.fields.is_empty() {
            matter.warning = Some("the front matter is broken: read as far as it could be");
        }
        matter.fields = lenient.fields;
    }
    (Some(matter), rest)
}

/// Returns what stands behind the block of fields between fences that a file begins with; `None` where it
/// begins with none.
pub fn behind(text: &str) -> Option<&str> {
    fenced(text.strip_prefix('\u{feff}').unwrap_or(text)).map(|(_, rest)| rest)
}

struct Block<'a> {
    fence: &'a str,
    inside: &'a str,
}

/// Cuts fields written as JSON off the front of a text: between `---json` and `---`, or an object with a
/// title. JSON is YAML too.
fn json(text: &str) -> Option<(&str, &str)> {
    if let Some(rest) = text.strip_prefix("---json") {
        let rest = rest.trim_start_matches([' ', '\r']).strip_prefix('\n')?;
        let (inside, rest) = rest.split_once("\n---")?;
        return (inside.len() <= LONGEST).then_some((inside, rest));
    }
    if !text.starts_with('{') || text.starts_with("{{") || text.starts_with("{%") {
        return None;
    }
    let head = text.get(..text.floor_char_boundary(LONGEST))?;
    let mut values =
        serde_json::Deserializer::from_str(head).into_iter::<serde_json::Map<String, serde_json::Value>>();
    let titled = values.next()?.ok()?.contains_key("title");
    let (inside, rest) = text.split_at_checked(values.byte_offset())?;
    (titled && rest.starts_with(['\n', '\r'])).then_some((inside, rest))
}

/// Cuts the fenced block off the front of a text.
fn fenced(text: &str) -> Option<(Block<'_>, &str)> {
    let first = text.lines().next()?;
    let fence = first.trim_end();
    if fence != "---" && fence != "+++" {
        return None;
    }
    let from = first.len() + text.get(first.len()..)?.find('\n')? + 1;
    let mut at = from;
    for line in text.get(from..)?.split_inclusive('\n') {
        let bare = line.trim_end();
        if bare == fence || (bare == "..." && fence == "---") {
            let inside = text.get(from..at)?;
            let block = Block { fence, inside };
            return has_fields(&block).then(|| (block, text.get(at + line.len()..).unwrap_or_default()));
        }
        at += line.len();
        if at > LONGEST {
            return None;
        }
    }
    None
}

/// Says whether what stands between two fences is fields, not a text between two rules.
fn has_fields(block: &Block<'_>) -> bool {
    let mut lines = block
        .inside
        .lines()
        .map(str::trim_end)
        .filter(|l| !l.trim().is_empty() && !l.starts_with('#'))
        .peekable();
    if lines.peek().is_none() {
        return true;
    }
    block.fence == "+++"
        || lines.next().is_some_and(|line| {
            lines::key_value(line).is_some() || line.contains('=') || line.starts_with(['[', '{', '&'])
        })
}

/// Says whether a key is one of those that are read.
pub fn knows(key: &str) -> bool {
    let all = [
        keys::TITLE,
        keys::DATE,
        keys::UPDATED,
        keys::AUTHOR,
        keys::SOURCE,
        keys::LANGUAGE,
        keys::TAGS,
        keys::SUMMARY,
        keys::OUTLET,
    ];
    let key = key.to_lowercase();
    all.iter().any(|names| names.contains(&key.as_str()))
}

impl FrontMatter {
    /// Makes fields of keys and values found elsewhere.
    pub fn of(pairs: &[(&str, &str)]) -> Self {
        let mut fields = Fields::default();
        for (key, value) in pairs {
            fields.add(key, vec![(*value).to_owned()]);
        }
        Self { fields, warning: None }
    }

    /// Fills what the fields say into `article`, over what it had.
    pub fn describe(&self, article: &mut Article, origin: &Origin<'_>) {
        let one = |names: &[&str]| self.fields.one(names).and_then(|value| Text::some_line(&value));
        let language = one(keys::LANGUAGE).and_then(|tag| Language::parse(&tag));
        let known = language.or(article.language);
        let reading = Reading { language: known, newest: origin.modified, ..Reading::default() };
        let mut told = Article {
            headline: one(keys::TITLE),
            standfirst: one(keys::SUMMARY),
            byline: self.authors(),
            outlet: one(keys::OUTLET).or_else(|| self.named_source()),
            published: self.published(reading).map(|at| Published { at, from: FoundIn::FrontMatter }),
            updated: self.moment(keys::UPDATED, reading),
            url: self.address(),
            language,
            tags: self.tags(),
            ..Article::default()
        };
        let dateless = told.published.is_none();
        told.note(FoundIn::FrontMatter);
        article.take_over(told);
        article.provenance.warnings.extend(self.no_day().filter(|_| dateless));
        article.provenance.warnings.extend(self.warning.map(Text::line));
    }

    /// Returns the source, where it is a name and not an address.
    fn named_source(&self) -> Option<Text> {
        let value = self
            .fields
            .one(&["source", "fuente", "quelle", "fonte", "bron", "источник", "来源"])
            .map(|value| unbracketed(&value))?;
        let is_host = value.contains('.') && !value.contains(' ');
        Text::some_line(&value).filter(|_| !value.contains("//") && !value.starts_with('/') && !is_host)
    }

    fn address(&self) -> Option<Text> {
        let given = keys::SOURCE.iter().filter_map(|key| self.fields.one(&[key]));
        let is_web = |value: &String| value.starts_with("http://") || value.starts_with("https://");
        let named = given.map(|value| linked(&value).map_or_else(|| unbracketed(&value), str::to_owned));
        let named = named.into_iter().find(is_web);
        named
            .or_else(|| self.fields.original_address().filter(is_web))
            .and_then(|value| Text::some_line(&value))
    }

    /// Returns the day given, or the day in a Zola `path`.
    fn published(&self, reading: Reading) -> Option<Moment> {
        self.moment(keys::DATE, reading).or_else(|| {
            let path = self.fields.one(&["path", "permalink"])?;
            dates::in_url(&format!("https://x.invalid/{}/", path.trim_matches('/'))).map(Moment::from)
        })
    }

    /// Says that the date given names no day, as `2019-07` does: an article appeared on one, and a made-up
    /// day would be taken for its own.
    fn no_day(&self) -> Option<Text> {
        let given = self.fields.one(keys::DATE)?;
        let shown: String = given.trim().chars().take(LONGEST_DATE).collect();
        Some(Text::line(&format!("the date {shown} in the front matter names no day and was left out")))
    }

    fn moment(&self, names: &[&str], reading: Reading) -> Option<Moment> {
        let given = names.iter().filter_map(|name| self.fields.one(&[name]));
        given.into_iter().find_map(|value| {
            let value = value.trim();
            dates::parse(value, reading).or_else(|| dates::find(value, reading).map(|(_, at)| at))
        })
    }

    fn authors(&self) -> Vec<Text> {
        let mut found: Vec<Text> = Vec::new();
        for value in self.fields.all(keys::AUTHOR) {
            let value = unbracketed(&value);
            let parts = value
                .split([',', ';'])
                .enumerate()
                .filter(|(at, part)| *at == 0 || !names_a_job(part))
                .flat_map(|(_, part)| part.split(" and "))
                .flat_map(|part| part.split(" & "));
            for name in parts.filter_map(author) {
                if !found.contains(&name) {
                    found.push(name);
                }
            }
        }
        found
    }

    fn tags(&self) -> Vec<Text> {
        let mut found: Vec<Text> = Vec::new();
        let values = keys::TAGS.iter().flat_map(|key| self.fields.all(&[key]));
        let given: Vec<String> = values.map(|value| unbracketed(&value)).collect();
        let words = given.iter().flat_map(|value| value.split(',')).flat_map(|value| value.split(" #"));
        for tag in words.filter_map(|word| Text::some_line(word.trim().trim_start_matches('#'))) {
            if !found.contains(&tag) {
                found.push(tag);
            }
        }
        found
    }
}

/// Returns one author's name without mail address or leading "by".
fn author(part: &str) -> Option<Text> {
    let bare = part.split(['<', '(']).next().unwrap_or(part).trim();
    let bare = bare.strip_prefix("By ").or_else(|| bare.strip_prefix("by ")).unwrap_or(bare);
    Text::some_line(bare.trim_start_matches('@')).filter(|name| !name.contains("://"))
}

/// Says whether what stands behind a comma is what somebody does, and no second name.
fn names_a_job(part: &str) -> bool {
    part.split_whitespace().any(|word| people::is_job(word) || word.split('-').any(people::is_job))
}

/// Returns the address of `[words](address)`.
fn linked(value: &str) -> Option<&str> {
    let (_, rest) = value.trim().strip_prefix('[')?.split_once("](")?;
    rest.strip_suffix(')').map(|address| address.trim_matches(['<', '>']))
}

/// Returns the words of `[[Name|words]]` and `[words](address)`, the address when it is asked for.
fn unbracketed(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("[[") {
        let Some((inside, tail)) = after.split_once("]]") else { break };
        out.push_str(before);
        out.push_str(inside.rsplit('|').next().unwrap_or(inside));
        rest = tail;
    }
    out.push_str(rest);
    let link = out.strip_prefix('[').and_then(|inside| inside.split_once("]("));
    match link {
        Some((words, _)) => words.to_owned(),
        None => out,
    }
}

#[cfg(test)]
mod tests;
