//! Owns heads of `Key: value` lines, as newsboat, mail and static site makers write them, in the
//! languages they are translated to. It refuses to read fenced front matter.

use crate::article::{Article, FoundIn, Language, Published, Text};
use crate::formats::dates::{self, Reading};
use crate::formats::fold::fold;
use crate::formats::people;

/// What a key of the head says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Title,
    Author,
    Date,
    Updated,
    Link,
    Collection,
    Tags,
    Language,
    Summary,
    Other,
}

/// The keys that are understood, folded.
const KEYS: &[(Field, &[&str])] = &[
    (
        Field::Title,
        &[
            "title",
            "titre",
            "titel",
            "titulo",
            "titolo",
            "tytul",
            "заголовок",
            "baslik",
            "見出し",
            "标题",
            "標題",
            "subject",
            "headline",
            "betreff",
            "objet",
            "asunto",
            "oggetto",
            "rubrik",
            "otsikko",
            "cim",
            "nadpis",
            "titlu",
            "titulok",
            "tittel",
            "назва",
        ],
    ),
    (
        Field::Author,
        &[
            "author",
            "authors",
            "auteur",
            "auteurs",
            "autor",
            "autore",
            "автор",
            "yazar",
            "作者",
            "著者",
            "by",
            "byline",
            "from",
            "von",
            "forfatter",
            "forfattare",
            "szerzo",
            "kirjoittaja",
        ],
    ),
    (
        Field::Date,
        &[
            "date",
            "datum",
            "fecha",
            "data",
            "дата",
            "tarih",
            "日付",
            "日期",
            "published",
            "dato",
            "datum vydani",
        ],
    ),
    (Field::Updated, &["modified", "updated"]),
    (
        Field::Link,
        &[
            "link",
            "lien",
            "enlace",
            "collegamento",
            "odsylacz",
            "ссылка",
            "url",
            "permalink",
            "source_url",
            "source",
            "original",
            "baglanti",
            "リンク",
            "链接",
            "連結",
            "lank",
            "odkaz",
            "enllac",
            "lenke",
            "koppeling",
            "посилання",
            "鏈結",
            "kapcsolat",
        ],
    ),
    (
        Field::Collection,
        &[
            "feed",
            "fil",
            "fuente",
            "kanal",
            "лента",
            "feed title",
            "zdroj",
            "フィート",
            "源",
            "font",
            "forras",
            "strøm",
            "strom",
            "fonte",
            "webbflode",
            "besleme",
            "тема",
            "种子",
            "來源",
        ],
    ),
    (Field::Tags, &["tags", "keywords", "tag", "category", "categories"]),
    (Field::Language, &["lang", "language", "langue", "sprache"]),
    (Field::Summary, &["summary", "description", "subtitle", "abstract"]),
    (
        Field::Other,
        &[
            "flags",
            "podcast download url",
            "podcast",
            "slug",
            "status",
            "template",
            "to",
            "cc",
            "reply-to",
            "message-id",
            "drapeaux",
            "marquage",
            "flaggen",
            "save_as",
            "an",
            "mime-version",
            "content-type",
            "sent",
            "layout",
            "priznaky (flags)",
            "url de descarrega del podcast",
            "url de descarga del podcast",
            "lien de telechargement du podcast",
            "podcast letoltes url",
            "url scaricamento podcast",
            "download-url podcast",
            "adres podcastu",
            "url para baixar podcast",
            "ссылка загрузки подкаста",
            "hamtnings-url for poddsandning",
            "pod yayini indirme adresi",
            "посилання на завантаження podcast",
            "播客下载地址",
        ],
    ),
];

/// Reads the head of a text into the article and returns the rest. A head has at least two keys that
/// are known, one of them the title, and ends at the first blank line. What no field holds is left over.
pub fn take<'a>(text: &'a str, article: &mut Article, reading: Reading) -> &'a str {
    let (fields, rest) = read(text);
    let known = fields.iter().filter(|line| line.field != Field::Other).count();
    if known < 2 || !fields.iter().any(|line| line.field == Field::Title) {
        return text;
    }
    for Line { field, name, value } in fields {
        let value = value.trim();
        if !value.is_empty() && !fill(article, field, value, reading) {
            article.leftovers.extend(Text::some_line(&format!("{name}: {value}")));
        }
    }
    rest
}

/// A line of the head.
struct Line<'a> {
    field: Field,
    name: &'a str,
    value: String,
}

/// Reads `Key: value` lines up to the first blank line; nothing when a line is of another kind.
fn read(text: &str) -> (Vec<Line<'_>>, &str) {
    let mut fields: Vec<Line<'_>> = Vec::new();
    let mut rest = text;
    for _ in 0..64 {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        if line.trim().is_empty() {
            if fields.is_empty() && !after.is_empty() {
                rest = after;
                continue;
            }
            return (fields, after);
        }
        match (key(line), fields.last_mut()) {
            (Some(line), _) => fields.push(line),
            (None, Some(Line { value, .. })) if line.starts_with([' ', '\t']) => {
                value.push(' ');
                value.push_str(line.trim());
            }
            _ => return (Vec::new(), text),
        }
        rest = after;
    }
    (Vec::new(), text)
}

fn key(line: &str) -> Option<Line<'_>> {
    let (name, value) = line.split_once([':', '：'])?;
    let name = name.trim();
    if name.chars().nth(40).is_some() || name.is_empty() || line.starts_with([' ', '\t']) {
        return None;
    }
    let folded = fold(name);
    let known = KEYS.iter().find(|(_, names)| names.contains(&folded.as_str())).map(|(field, _)| *field);
    let one_word = !name.contains(' ') && (value.is_empty() || value.starts_with(' '));
    let field = known.or_else(|| one_word.then_some(Field::Other))?;
    Some(Line { field, name, value: value.to_owned() })
}

/// Gives the article what a line says; `false` where it has no place for it.
fn fill(article: &mut Article, field: Field, value: &str, reading: Reading) -> bool {
    match field {
        Field::Title => return set(&mut article.headline, value),
        Field::Author => article.byline.extend(people::names(&[value.to_owned()])),
        Field::Date => {
            let Some(at) = dates::parse(value, reading).filter(|_| article.published.is_none()) else {
                return false;
            };
            article.published = Some(Published { at, from: FoundIn::FrontMatter });
        }
        Field::Updated => {
            let Some(at) = dates::parse(value, reading) else { return false };
            article.updated = Some(at);
        }
        Field::Link if url::Url::parse(value).is_ok() => return set(&mut article.url, value),
        Field::Collection => return set(&mut article.outlet, value),
        Field::Tags => article.tags.extend(value.split([',', ';']).filter_map(Text::some_line)),
        Field::Language => {
            article.language = article.language.or_else(|| Language::parse(value));
            return article.language.is_some();
        }
        Field::Summary => return set(&mut article.standfirst, value),
        Field::Link | Field::Other => return false,
    }
    true
}

/// Fills a field nothing has filled before.
fn set(field: &mut Option<Text>, value: &str) -> bool {
    let free = field.is_none();
    *field = field.take().or_else(|| Text::some_line(value));
    free
}
