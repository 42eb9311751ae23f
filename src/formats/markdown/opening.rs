//! Owns the lines people and clippers put between the headline of a Markdown file and its text: fields, a byline,
//! a date. It refuses to look below the first lines, and to overrule the front matter.

use crate::article::{Article, FoundIn, Moment, Published, Text};
use crate::formats::Origin;
use crate::formats::byline::{byline, is_name_word};
use crate::formats::dates::{self, Reading};
use crate::formats::fold::fold;
use crate::formats::front_matter::{self, FrontMatter};

/// The most lines of fields.
const MOST: usize = 16;
/// The longest of such lines, in bytes.
const LONGEST: usize = 400;
/// The longest byline or date line, in characters.
const LONGEST_LINE: usize = 120;

/// Keys that clippers write for themselves and that say nothing of the article, folded.
const OTHERS: &[&str] = &[
    "saved",
    "clipped",
    "retrieved",
    "archived",
    "accessed",
    "added",
    "saved at",
    "date saved",
    "date added",
    "status",
    "rating",
    "type",
    "id",
    "cover",
    "image",
    "favicon",
    "domain",
    "hostname",
    "site",
    "feed",
    "section",
    "reading time",
    "read time",
    "word count",
    "words",
    "created",
    "slug",
    "draft",
    "layout",
    "highlights",
];

/// Words around the day of an article, folded.
const BEFORE_DAYS: &[&str] = &[
    "published",
    "published on",
    "first published",
    "posted",
    "posted on",
    "on",
    "date",
    "written",
    "written on",
    "publie",
    "publie le",
    "le",
    "date de publication",
    "veroffentlicht",
    "veroffentlicht am",
    "erschienen am",
    "am",
    "vom",
    "datum",
    "publicado",
    "publicado el",
    "el",
    "fecha",
    "pubblicato",
    "pubblicato il",
    "il",
    "data",
    "publicado em",
    "em",
    "gepubliceerd",
    "gepubliceerd op",
    "op",
    "den",
    "publicerad",
    "publisert",
    "udgivet",
    "opublikowano",
    "опубликовано",
    "дата",
    "julkaistu",
    "发布",
    "发布于",
    "公開日",
];
/// Words before the day of a change, folded.
const BEFORE_CHANGES: &[&str] = &[
    "updated",
    "updated on",
    "last updated",
    "last updated on",
    "modified",
    "last modified",
    "mis a jour",
    "mis a jour le",
    "aktualisiert",
    "aktualisiert am",
    "actualizado",
    "actualizado el",
    "aggiornato",
    "aggiornato il",
    "atualizado",
    "atualizado em",
    "bijgewerkt",
    "bijgewerkt op",
    "uppdaterad",
    "oppdatert",
    "opdateret",
    "zaktualizowano",
    "обновлено",
    "paivitetty",
    "更新",
];

/// Reads the lines under the headline into `article`, and returns the text without them.
pub(super) fn take(text: &str, article: &mut Article, origin: &Origin<'_>) -> Option<String> {
    let titled = article.headline.is_some();
    let headline = headline(text);
    if headline.is_none() && !titled {
        return None;
    }
    let (mut at, heading) = headline.unwrap_or_default();
    let newest = origin.modified.and_then(|day| day.tomorrow().ok());
    let reading = Reading { language: article.language, newest, ..Reading::default() };
    let start = at;
    if let Some(length) = fields(text.get(at..)?, heading, article, origin) {
        at += length;
    }
    while let Some(length) = lines(text.get(at..)?, article, reading) {
        at += length;
    }
    let rest = text.get(at..)?;
    (at > start && !rest.trim().is_empty())
        .then(|| [text.get(..start).unwrap_or_default(), "\n", rest].concat())
}

/// Returns where the heading that opens a text ends, and its words.
fn headline(text: &str) -> Option<(usize, &str)> {
    let at = text.len() - text.trim_start_matches(['\n', '\r', ' ']).len();
    let rest = text.get(at..)?;
    let (line, after) = rest.split_once('\n')?;
    let end = at + line.len() + 1;
    if let Some(words) = line.strip_prefix("# ") {
        return Some((end, words.trim_end_matches('#').trim()));
    }
    let (under, _) = after.split_once('\n')?;
    let underlined = under.len() >= 3 && under.trim_end().bytes().all(|byte| byte == b'=');
    (underlined && !line.trim().is_empty()).then_some((end + under.len() + 1, line.trim()))
}

/// Returns the lines up to the next blank one, and the length of them with the blank lines in front.
fn paragraph(text: &str) -> Option<(Vec<&str>, usize)> {
    let mut length = text.len() - text.trim_start_matches(['\n', '\r']).len();
    let mut found = Vec::new();
    for line in text.get(length..)?.split_inclusive('\n') {
        let bare = line.trim();
        if bare.is_empty() {
            break;
        }
        if found.len() >= MOST || line.len() > LONGEST {
            return None;
        }
        length += line.len();
        found.push(bare);
    }
    (!found.is_empty()).then_some((found, length))
}

/// Reads `**Key:** value` lines, of which at least two are known and all are understood; returns their length.
fn fields(text: &str, heading: &str, article: &mut Article, origin: &Origin<'_>) -> Option<usize> {
    let (lines, length) = paragraph(text)?;
    let pairs: Vec<(&str, &str)> = lines.iter().map(|line| pair(line)).collect::<Option<_>>()?;
    let known = pairs.iter().filter(|(key, _)| front_matter::knows(key)).count();
    let titles = pairs.iter().filter(|(key, _)| ["title", "headline"].contains(&fold(key).as_str()));
    // What has another title than the text is what the text is about.
    let other = titles
        .into_iter()
        .any(|(_, title)| !heading.is_empty() && super::letters(title).ne(super::letters(heading)));
    let understood =
        pairs.iter().all(|(key, _)| front_matter::knows(key) || OTHERS.contains(&fold(key).as_str()));
    if known < 2 || !understood || other {
        return None;
    }
    let mut told = Article { language: article.language, ..Article::default() };
    FrontMatter::of(&pairs).describe(&mut told, origin);
    // What the front matter says stands above what is said here.
    let mut own = std::mem::replace(article, told);
    article.headline = None;
    article.provenance.warnings = std::mem::take(&mut own.provenance.warnings);
    article.take_over(own);
    Some(length)
}

/// Splits a line at its key; marks of quotation, list and emphasis around it are no part of it.
fn pair(line: &str) -> Option<(&str, &str)> {
    let bare = line.trim_start_matches(['>', ' ']);
    let bare = ["- ", "* ", "+ "].iter().find_map(|mark| bare.strip_prefix(mark)).unwrap_or(bare);
    let bare = bare.trim_end_matches(['\\', ' ']);
    let (key, value) = bare.split_once([':', '：'])?;
    let marks = ['*', '_', ' '];
    let key = key.trim_matches(marks);
    let value = value.trim_start_matches(['*', '_']).trim();
    let value = value.strip_suffix("**").or_else(|| value.strip_suffix('*')).unwrap_or(value);
    let value = value.strip_prefix('<').and_then(|value| value.strip_suffix('>')).unwrap_or(value);
    let short = !key.is_empty() && key.chars().count() <= 24 && key.starts_with(char::is_alphabetic);
    (short && !value.is_empty()).then_some((key, value))
}

/// Reads a paragraph that is only a byline, a date, or one above the other; returns its length.
fn lines(text: &str, article: &mut Article, reading: Reading) -> Option<usize> {
    if !article.byline.is_empty() && article.published.is_some() {
        return None;
    }
    let (found, length) = paragraph(text)?;
    let told: Vec<Told> = found.iter().take(3).map(|line| told(line, reading)).collect::<Option<_>>()?;
    let next = paragraph(text.get(length..)?).and_then(|(lines, _)| self::told(lines.first()?, reading));
    // A name alone is one only where a day stands right below it.
    let dated = |told: &Told| told.published.is_some();
    let sure = told.iter().any(|told| !told.name_only)
        || next.as_ref().is_some_and(|next| dated(next) && !next.name_only);
    if found.len() > 2 || !sure {
        return None;
    }
    for told in told {
        if article.byline.is_empty() {
            article.byline = told.names;
        }
        article.published = article.published.or(told.published);
        article.updated = article.updated.or(told.updated);
        article.outlet = article.outlet.take().or(told.outlet);
    }
    article.note(FoundIn::Text);
    Some(length)
}

/// What a line says of the article.
#[derive(Default)]
struct Told {
    names: Vec<Text>,
    published: Option<Published>,
    updated: Option<Moment>,
    outlet: Option<Text>,
    name_only: bool,
}

/// Reads a line that says who wrote the article or when, and nothing else.
fn told(line: &str, reading: Reading) -> Option<Told> {
    // A day in a heading or a list is what the text below it is about.
    let heads = line.starts_with('#');
    if ["- ", "* ", "+ ", ">", "|", "!"].iter().any(|mark| line.starts_with(mark)) {
        return None;
    }
    let line = line.trim_start_matches(['#', ' ', '*', '_']).trim_end_matches(['*', '_', '\\', ' ']);
    if line.chars().nth(LONGEST_LINE).is_some() || line.contains("](") {
        return None;
    }
    let mut told = Told::default();
    let mut rest = line.to_owned();
    for _ in 0..2 {
        let Some((range, at)) = dates::find(&rest, reading) else { break };
        let before = rest.get(..range.start)?;
        let label = before.rsplit(['|', '•', '·', '—', '–', ',']).find(|part| !part.trim().is_empty());
        let label = fold(label.unwrap_or_default().trim_matches([' ', ':', '*', '_']));
        if BEFORE_CHANGES.contains(&label.as_str()) {
            told.updated = told.updated.or(Some(at));
        } else if told.published.is_none() {
            told.published = Some(Published { at, from: FoundIn::Text });
        }
        rest = [before, " | ", rest.get(range.end..)?].concat();
    }
    for raw in rest.split(['|', '•', '·', '—', '–']) {
        let part = raw.trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | ':' | '*' | '_' | '(' | ')' | '-')
        });
        let folded = fold(part);
        if part.is_empty()
            || BEFORE_DAYS.contains(&folded.as_str())
            || BEFORE_CHANGES.contains(&folded.as_str())
        {
            continue;
        }
        if let Some(names) = byline(part, reading) {
            told.names.extend(names);
        } else if told.names.is_empty() && !heads && is_name(part) && !raw.trim_end().ends_with(',') {
            told.names.extend(Text::some_line(part));
            told.name_only = told.published.is_none();
        } else if told.outlet.is_none()
            && !told.names.is_empty()
            && told.published.is_some()
            && is_outlet(part)
        {
            told.outlet = Text::some_line(part);
        } else if !is_length(&folded) {
            return None;
        }
    }
    if heads && told.names.is_empty() {
        return None;
    }
    (!told.names.is_empty() || told.published.is_some() || told.updated.is_some()).then_some(told)
}

/// Says whether a part of a line may be the name of a person and nothing else.
fn is_name(part: &str) -> bool {
    let words = part.split_whitespace().count();
    (2..=4).contains(&words) && part.chars().count() <= 40 && part.split_whitespace().all(is_name_word)
}

/// Says whether a part of a line with a name and a day may be the name of the outlet.
fn is_outlet(part: &str) -> bool {
    let bare = part.trim_start_matches("in ").trim();
    bare.split_whitespace().count() <= 4 && bare.split_whitespace().all(is_name_word)
}

/// Says whether a part of a line only tells how long the reading takes: `5 min read`.
fn is_length(folded: &str) -> bool {
    folded.starts_with(|c: char| c.is_ascii_digit())
        && folded.split_whitespace().count() <= 4
        && ["min", "мин", "分"].iter().any(|unit| folded.contains(unit))
}
