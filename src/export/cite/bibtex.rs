//! Owns citations as BibTeX entries. Every character that means something to BibTeX or TeX is written
//! so that it stands for itself; it refuses to guess which part of a name is the family's.

use std::fmt::Write;

use unicode_normalization::UnicodeNormalization;

use super::Reference;

/// The months by the names BibTeX knows.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Writes an entry: an article of a journal where the publisher is known, else a thing of its own.
pub(super) fn entry(work: &Reference) -> String {
    let kind = if work.publisher.is_some() { "article" } else { "misc" };
    let mut out = format!("@{kind}{{{},\n", key(work));
    let mut field = |name: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            // Writing to a String cannot fail.
            _ = writeln!(out, "  {name} = {value},");
        }
    };
    let braced = |text: &str| format!("{{{}}}", escaped(text));
    let authors = work.authors.iter().map(|name| author(name)).collect::<Vec<_>>().join(" and ");
    field("author", (!authors.is_empty()).then(|| format!("{{{authors}}}")));
    // The second braces keep the capitals.
    field("title", (!work.title.is_empty()).then(|| format!("{{{}}}", braced(&work.title))));
    field("journal", work.publisher.as_deref().map(braced));
    field("address", work.place.as_deref().map(braced));
    // An entry cannot say that a day is a guess.
    let day = work.day.filter(|_| !work.circa);
    field("year", day.map(|day| format!("{{{}}}", day.year())));
    let month = day.and_then(|day| MONTHS.get(usize::try_from(day.month() - 1).ok()?).copied());
    field("month", month.map(str::to_owned));
    field("day", day.map(|day| format!("{{{}}}", day.day())));
    field("url", work.url.as_deref().map(|url| format!("{{{}}}", address(url))));
    field("language", work.language.as_deref().map(braced));
    out.push_str("}\n");
    out
}

/// Makes the entry's key: who, when, the first word of the title; ASCII letters and digits alone.
fn key(work: &Reference) -> String {
    let who = work.authors.first().map(|name| name.rsplit(' ').next().unwrap_or(name));
    let who = who.or(work.publisher.as_deref()).map(ascii).unwrap_or_default();
    let year = work.day.filter(|_| !work.circa).map(|day| day.year().to_string()).unwrap_or_default();
    let mut words = work.title.split_whitespace().map(ascii);
    let word = words.find(|word| word.len() > 3).unwrap_or_default();
    let key = format!("{who}{year}{word}");
    if key.chars().any(|c| c.is_ascii_alphabetic()) { key } else { format!("newsprint{}", ascii(&work.id)) }
}

/// Keeps the ASCII letters and digits of a text, accents taken off, in lower case.
fn ascii(text: &str) -> String {
    let plain = text.nfkd().filter(char::is_ascii_alphanumeric);
    plain.map(|c| c.to_ascii_lowercase()).take(24).collect()
}

/// Writes a name; one that BibTeX would take apart wrongly is kept whole by braces.
fn author(name: &str) -> String {
    let parts = name.contains(',') || name.split(' ').any(|word| word.eq_ignore_ascii_case("and"));
    if parts { format!("{{{}}}", escaped(name)) } else { escaped(name) }
}

/// Writes text so that TeX prints it as it is.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Braces by name: an escaped brace still counts when BibTeX looks for the end of a field.
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Writes an address, which TeX takes as it is, so that no brace in it ends the field.
fn address(url: &str) -> String {
    url.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C").replace(' ', "%20")
}
