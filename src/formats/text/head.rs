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
/// are known, one of them the title, and ends at the first blank line.
pub fn take<'a>(text: &'a str, article: &mut Article, reading: Reading) -> &'a str {
    let (fields, rest) = read(text);
    let known = fields.iter().filter(|(field, _)| *field != Field::Other).count();
    if known < 2 || !fields.iter().any(|(field, _)| *field == Field::Title) {
        return text;
    }
    for (field, value) in fields {
        fill(article, field, value.trim(), reading);
    }
    rest
}

/// Reads `Key: value` lines up to the first blank line; nothing when a line is of another kind.
fn read(text: &str) -> (Vec<(Field, String)>, &str) {
    let mut fields: Vec<(Field, String)> = Vec::new();
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
            (Some((field, value)), _) => fields.push((field, value.to_owned())),
            (None, Some((_, value))) if line.starts_with([' ', '\t']) => {
                value.push(' ');
                value.push_str(line.trim());
            }
            _ => return (Vec::new(), text),
        }
        rest = after;
    }
    (Vec::new(), text)
}

fn key(line: &str) -> Option<(Field, &str)> {
    let (name, value) = line.split_once([':', '：'])?;
    let name = name.trim();
    if name.chars().nth(40).is_some() || name.is_empty() || line.starts_with([' ', '\t']) {
        return None;
    }
    let folded = fold(name);
    let known = KEYS.iter().find(|(_, names)| names.contains(&folded.as_str())).map(|(field, _)| *field);
    let one_word = !name.contains(' ') && (value.is_empty() || value.starts_with(' '));
    Some((known.or_else(|| one_word.then_some(Field::Other))?, value))
}

fn fill(article: &mut Article, field: Field, value: &str, reading: Reading) {
    match field {
        Field::Title => article.headline = article.headline.take().or_else(|| Text::some_line(value)),
        Field::Author => article.byline.extend(people::names(&[value.to_owned()])),
        Field::Date => {
            let at = dates::parse(value, reading);
            let found = at.map(|at| Published { at, from: FoundIn::FrontMatter });
            article.published = article.published.or(found);
        }
        Field::Updated => article.updated = dates::parse(value, reading),
        Field::Link if url::Url::parse(value).is_ok() => article.url = Text::some_line(value),
        Field::Collection => article.outlet = Text::some_line(value),
        Field::Tags => article.tags.extend(value.split([',', ';']).filter_map(Text::some_line)),
        Field::Language => article.language = Language::parse(value),
        Field::Summary => article.standfirst = Text::some_line(value),
        Field::Link | Field::Other => {}
    }
}
