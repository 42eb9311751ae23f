//! Owns the table of options: what each is called, what it takes, how it is read from TOML and
//! printed as TOML. Docs, errors and `newsprint config` read this table. It refuses to open files.

use toml::de::DeValue;

use super::{Config, Images, MarkRead, Sort};
use crate::typeset::{Ambiguous, Bidi};
use crate::words::{LOCALES, Locale};

/// One option of the config file.
pub struct Row {
    /// Its name in the file.
    pub name: &'static str,
    /// What it decides, as a sentence.
    pub about: &'static str,
    /// What it takes, as the end of "it takes …".
    pub takes: &'static str,
    /// Sets it; `None` when the value is not one it takes.
    pub read: fn(&mut Config, &DeValue<'_>) -> Option<()>,
    /// Returns its value as TOML.
    pub show: fn(&Config) -> String,
}

/// The tables of the config file, read apart from the options.
pub const TABLES: &[&str] = &["libraries", "searches", "keys"];

/// The fewest and the most cells of a reading measure.
const MEASURES: std::ops::RangeInclusive<u16> = 20..=200;
/// The fewest and the most seconds of a dwell.
const DWELLS: std::ops::RangeInclusive<u16> = 0..=600;

/// Every option that is a single value, in the order they are documented.
pub static OPTIONS: &[Row] = &[
    Row {
        name: "library",
        about: "The library opened when no place is given; empty: the first under [libraries].",
        takes: "a name from [libraries]",
        read: |config, value| text(value).map(|name| config.library = name),
        show: |config| quoted(&config.library),
    },
    Row {
        name: "sort",
        about: "What orders the list, until a key chooses another order for a library.",
        takes: "\"date\", \"title\", \"source\" or \"unread\"",
        read: |config, value| named(value, SORTS).map(|sort| config.sort = sort),
        show: |config| quoted(name_of(&config.sort, SORTS)),
    },
    Row {
        name: "mark-read",
        about: "When an opened article counts as read.",
        takes: "\"never\", \"open\", \"dwell\" or \"end\"",
        read: |config, value| named(value, MOMENTS).map(|moment| config.mark_read = moment),
        show: |config| quoted(name_of(&config.mark_read, MOMENTS)),
    },
    Row {
        name: "dwell",
        about: "How many seconds an article passed on the way (Tab, J, K, n, Space) stays open before it counts as read; with mark-read = \"dwell\", any article.",
        takes: "a whole number from 0 to 600",
        read: |config, value| number(value, &DWELLS).map(|seconds| config.dwell = seconds),
        show: |config| config.dwell.to_string(),
    },
    Row {
        name: "measure",
        about: "How many cells a line of an article takes at most.",
        takes: "a whole number from 20 to 200",
        read: |config, value| number(value, &MEASURES).map(|measure| config.measure = measure),
        show: |config| config.measure.to_string(),
    },
    Row {
        name: "language",
        about: "The language newsprint speaks; auto: that of the environment.",
        takes: "\"auto\", \"en\", \"fr\", \"de\" or \"es\"",
        read: language,
        show: |config| quoted(config.language.map_or(AUTO, Locale::tag)),
    },
    Row {
        name: "justify",
        about: "Whether lines are filled to the measure, where no gap grows too wide for it.",
        takes: "true or false",
        read: |config, value| value.as_bool().map(|on| config.justify = on),
        show: |config| config.justify.to_string(),
    },
    Row {
        name: "bidi",
        about: "What is done with lines that run from right to left.",
        takes: "\"off\", \"visual\" or \"terminal\"",
        read: |config, value| named(value, DIRECTIONS).map(|bidi| config.bidi = bidi),
        show: |config| quoted(name_of(&config.bidi, DIRECTIONS)),
    },
    Row {
        name: "ambiguous",
        about: "How wide the terminal draws the characters that East Asian fonts make wide.",
        takes: "\"narrow\" or \"wide\"",
        read: |config, value| named(value, WIDTHS).map(|width| config.ambiguous = width),
        show: |config| quoted(name_of(&config.ambiguous, WIDTHS)),
    },
    Row {
        name: "images",
        about: "Whether pictures inside an article's file or beside it are shown, where the terminal can.",
        takes: "\"auto\" or \"off\"",
        read: |config, value| named(value, IMAGES).map(|images| config.images = images),
        show: |config| quoted(name_of(&config.images, IMAGES)),
    },
    Row {
        name: "theme",
        about: "The colours: a built-in theme, a file of the themes folder without its .toml, or auto: theme-light or theme-dark, as the terminal says.",
        takes: "the name of a theme",
        read: |config, value| text(value).filter(|t| !t.is_empty()).map(|theme| config.theme = theme),
        show: |config| quoted(&config.theme),
    },
    Row {
        name: "theme-light",
        about: "The theme for a light terminal, where theme is auto.",
        takes: "the name of a theme",
        read: |config, value| text(value).filter(|t| !t.is_empty()).map(|theme| config.theme_light = theme),
        show: |config| quoted(&config.theme_light),
    },
    Row {
        name: "theme-dark",
        about: "The theme for a dark terminal, where theme is auto.",
        takes: "the name of a theme",
        read: |config, value| text(value).filter(|t| !t.is_empty()).map(|theme| config.theme_dark = theme),
        show: |config| quoted(&config.theme_dark),
    },
    Row {
        name: "mouse",
        about: "Whether wheel and click are listened to.",
        takes: "true or false",
        read: |config, value| value.as_bool().map(|on| config.mouse = on),
        show: |config| config.mouse.to_string(),
    },
    Row {
        name: "follow-links",
        about: "Whether links to folders and files outside a library are followed.",
        takes: "true or false",
        read: |config, value| value.as_bool().map(|on| config.follow_links = on),
        show: |config| config.follow_links.to_string(),
    },
    Row {
        name: "fold-versions",
        about: "Whether the versions of a story that was saved more than once are one entry of the list.",
        takes: "true or false",
        read: |config, value| value.as_bool().map(|on| config.fold_versions = on),
        show: |config| config.fold_versions.to_string(),
    },
    Row {
        name: "search-url",
        about: "The web search for a source without an address.",
        takes: "a web address with {query} in it",
        read: |config, value| template(value, "{query}").map(|url| config.search_url = url),
        show: |config| quoted(&config.search_url),
    },
    Row {
        name: "archive-url",
        about: "The web archive for a source; {date} becomes YYYYMMDD.",
        takes: "a web address with {url} in it",
        read: |config, value| template(value, "{url}").map(|url| config.archive_url = url),
        show: |config| quoted(&config.archive_url),
    },
    Row {
        name: "opener",
        about: "The program that opens links, with its arguments; empty: the platform's own.",
        takes: "a list of words, such as [\"firefox\", \"--new-tab\"]",
        read: |config, value| words(value).map(|argv| config.opener = argv),
        show: |config| list(&config.opener),
    },
    Row {
        name: "editor",
        about: "The program for a copy of an article, with its arguments; empty: $VISUAL, else $EDITOR.",
        takes: "a list of words, such as [\"code\", \"--wait\"]",
        read: |config, value| words(value).map(|argv| config.editor = argv),
        show: |config| list(&config.editor),
    },
    Row {
        name: "pager",
        about: "The program that shows a copy of an article, with its arguments; empty: $PAGER.",
        takes: "a list of words, such as [\"less\", \"-R\"]",
        read: |config, value| words(value).map(|argv| config.pager = argv),
        show: |config| list(&config.pager),
    },
    Row {
        name: "pipe",
        about: "The program that takes an article as Markdown, with its arguments; empty: none.",
        takes: "a list of words, such as [\"wc\", \"-w\"]",
        read: |config, value| words(value).map(|argv| config.pipe = argv),
        show: |config| list(&config.pipe),
    },
];

const SORTS: &[(&str, Sort)] =
    &[("date", Sort::Date), ("title", Sort::Title), ("source", Sort::Source), ("unread", Sort::Unread)];

const DIRECTIONS: &[(&str, Bidi)] =
    &[("off", Bidi::Off), ("visual", Bidi::Visual), ("terminal", Bidi::Terminal)];

const IMAGES: &[(&str, Images)] = &[("auto", Images::Auto), ("off", Images::Off)];

const WIDTHS: &[(&str, Ambiguous)] = &[("narrow", Ambiguous::Narrow), ("wide", Ambiguous::Wide)];

const MOMENTS: &[(&str, MarkRead)] = &[
    ("never", MarkRead::Never),
    ("open", MarkRead::Open),
    ("dwell", MarkRead::Dwell),
    ("end", MarkRead::End),
];

/// What an option is set to where the environment decides.
const AUTO: &str = "auto";

/// Writes a string as TOML does.
pub fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// Writes a list of words as TOML does.
fn list(words: &[String]) -> String {
    format!("[{}]", words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(", "))
}

fn text(value: &DeValue<'_>) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn named<T: Copy>(value: &DeValue<'_>, names: &[(&str, T)]) -> Option<T> {
    let written = value.as_str()?;
    names.iter().find(|(name, _)| *name == written).map(|(_, meaning)| *meaning)
}

fn name_of<'a, T: PartialEq>(meaning: &T, names: &[(&'a str, T)]) -> &'a str {
    names.iter().find(|(_, known)| known == meaning).map_or("", |(name, _)| name)
}

/// Sets the language; `auto` leaves it to the environment.
fn language(config: &mut Config, value: &DeValue<'_>) -> Option<()> {
    let written = value.as_str()?;
    let named = LOCALES.iter().find(|(_, tag, _)| *tag == written).map(|(locale, ..)| *locale);
    (named.is_some() || written == AUTO).then(|| config.language = named)
}

fn number(value: &DeValue<'_>, among: &std::ops::RangeInclusive<u16>) -> Option<u16> {
    let number = value.as_integer()?;
    u16::from_str_radix(number.as_str(), number.radix()).ok().filter(|number| among.contains(number))
}

fn template(value: &DeValue<'_>, slot: &str) -> Option<String> {
    let is_web = |url: &String| url.starts_with("https://") || url.starts_with("http://");
    text(value).filter(|url| is_web(url) && url.contains(slot))
}

fn words(value: &DeValue<'_>) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|word| text(word.get_ref()).filter(|w| !w.is_empty())).collect()
}
