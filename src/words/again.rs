//! Owns saying again, in the reader's language, what a module that knows no language said in English: why
//! a file could not be read, what is wrong with a query or with the config. Those sentences go to logs and
//! to JSON as they are. It refuses to guess: what it does not know stays as it was.

use std::sync::OnceLock;

use fluent_bundle::{FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};

use super::{Locale, Words};

/// Sentences that stand alone, those with the most words of their own first.
const WHOLE: &[&str] = &[
    "problem-binary",
    "problem-missing",
    "problem-forbidden",
    "problem-folder",
    "problem-irregular",
    "problem-loop",
    "problem-large",
    "problem-vanished",
    "problem-broken",
    "problem-parser",
    "problem-packed",
    "problem-no-articles",
    "problem-cut-early",
    "problem-nested-parts",
    "problem-no-headers",
    "problem-no-message",
    "problem-no-table",
    "problem-no-feed-entries",
    "problem-no-feed",
    "problem-no-book",
    "problem-no-page",
    "problem-no-text",
    "problem-gone",
    "warning-no-text",
    "warning-empty",
    "warning-nothing",
    "warning-only-matter",
    "warning-matter",
    "warning-no-day",
    "warning-empty-page",
    "warning-deep",
    "warning-deep-or-long",
    "warning-tags",
    "warning-open-tags",
    "warning-huge-tag",
    "warning-packed",
    "warning-unpacked",
    "warning-empty-letter",
    "warning-knotted",
    "warning-long-letter",
    "warning-no-page",
    "warning-feed-link",
    "warning-export-link",
    "warning-feed-cut",
    "warning-export-cut",
    "warning-marked",
    "warning-empty-book",
    "warning-chapter",
    "warning-sealed",
    "warning-long-book",
    "warning-lines",
    "warning-entries",
    "warning-first-bytes",
    "warning-changed",
    "warning-beside",
    "warning-links",
    "warning-messages",
    "warning-large-entry",
    "query-no-field",
    "query-language",
    "query-date",
    "query-nested",
    "query-regex-open",
    "query-regex-wrong",
    "slip-unreadable",
    "slip-at",
    "slip-preset",
    "slip-place",
    "slip-keys",
    "slip-theme",
    "slip-marks",
    "query-takes",
    "problem-around",
    "problem-deep",
    "problem-dangling",
    "problem-closed",
    "warning-pages",
    "marks-line",
    "marks-torn",
    "marks-unread",
    "cache-missing",
    "cache-busy",
    "cache-broken",
    "warning-packed-pages",
    "marks-lines",
    "uncached",
    "unwatched-full",
    "unwatched-folder",
    "unwatched-over",
    "failed-inside",
];

/// Parts of those sentences, which are looked for only there.
const PARTS: &[&str] = &[
    "slip-theme-at",
    "slip-theme-palette",
    "slip-theme-table",
    "slip-theme-quotes",
    "slip-theme-look",
    "slip-theme-near",
    "slip-theme-unknown",
    "slip-theme-circle",
    "slip-theme-role-near",
    "slip-theme-role",
    "slip-theme-colour",
    "slip-unknown-option",
    "slip-unknown-library",
    "slip-near",
    "slip-known",
    "slip-unicode",
    "slip-until",
    "slip-preset",
    "slip-place",
    "slip-there-are",
    "slip-libraries",
    "slip-write-libraries",
    "slip-no-folder",
    "slip-write-folder",
    "slip-searches",
    "slip-write-searches",
    "slip-no-words",
    "slip-write-words",
    "slip-no-keys",
    "slip-write-keys",
    "slip-outside",
    "slip-write-scope",
    "slip-no-command",
    "slip-write-command",
    "slip-cannot-be",
    "slip-takes",
    "slip-takes-flag",
    "slip-takes-library",
    "slip-takes-theme",
    "slip-takes-number",
    "slip-takes-address",
    "slip-takes-words",
    "slip-takes-one",
    "slip-command-near",
    "slip-command",
    "slip-does-nothing",
    "slip-is-typed",
    "slip-clash",
    "slip-no-key",
    "slip-theme-switch",
    "slip-theme-style",
    "query-no-field",
    "query-language",
    "query-date",
    "query-nested",
    "query-regex-open",
    "query-regex-wrong",
    "query-takes",
];

/// How deep parts may stand within parts.
const DEEPEST: usize = 4;

/// A piece of a message: words, or the name of what is filled in.
enum Piece {
    Words(String),
    Filled(String),
}

/// An English message in pieces, by its key.
type Messages = Vec<(&'static str, Vec<Piece>)>;

impl Words {
    /// Says again what was said in English: one sentence, several parted by semicolons, or one behind the
    /// name of what it is about.
    pub fn again(&self, english: &str) -> String {
        let known = |text: &str| self.said(text, whole(), DEEPEST);
        let each = || {
            let said: Vec<Option<String>> = english.split("; ").map(known).collect();
            said.into_iter().collect::<Option<Vec<String>>>().map(|said| said.join("; "))
        };
        let behind = || {
            let (about, what) = english.split_once(": ")?;
            let what = known(what).or_else(|| what.contains("; ").then(|| self.again(what)))?;
            Some(format!("{about}: {what}"))
        };
        known(english).or_else(each).or_else(behind).unwrap_or_else(|| english.to_owned())
    }

    fn said(&self, english: &str, messages: &Messages, depth: usize) -> Option<String> {
        messages.iter().find_map(|(key, pieces)| {
            let filled = filled(pieces, english)?;
            let say = |text: &str| {
                let part = if depth > 0 { self.said(text, parts(), depth - 1) } else { None };
                FluentValue::from(part.unwrap_or_else(|| text.to_owned()))
            };
            let arguments: Vec<_> = filled.into_iter().map(|(name, text)| (name, say(text))).collect();
            Some(self.with(key, &arguments))
        })
    }
}

/// Returns what fills a message in, if a sentence is that message.
fn filled<'a>(pieces: &'a [Piece], sentence: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    let (mut rest, mut found) = (sentence, Vec::new());
    let mut pieces = pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        match (piece, pieces.peek()) {
            (Piece::Words(words), _) => rest = rest.strip_prefix(words.as_str())?,
            (Piece::Filled(name), None) => {
                found.push((name.as_str(), rest));
                rest = "";
            }
            (Piece::Filled(name), Some(Piece::Words(words))) => {
                let end = rest.find(words.as_str())?;
                found.push((name.as_str(), rest.get(..end)?));
                rest = rest.get(end..)?;
            }
            (Piece::Filled(_), Some(Piece::Filled(_))) => return None,
        }
    }
    (rest.is_empty() && found.iter().all(|(_, text)| !text.is_empty())).then_some(found)
}

fn whole() -> &'static Messages {
    static MESSAGES: OnceLock<Messages> = OnceLock::new();
    MESSAGES.get_or_init(|| english(WHOLE))
}

fn parts() -> &'static Messages {
    static MESSAGES: OnceLock<Messages> = OnceLock::new();
    MESSAGES.get_or_init(|| english(PARTS))
}

/// Reads the English messages of these keys, in their order.
fn english(keys: &[&'static str]) -> Messages {
    let file = Locale::English.messages().to_owned();
    let resource = FluentResource::try_new(file).unwrap_or_else(|(good, _)| good);
    let pieces = |key: &str| {
        resource.entries().find_map(|entry| match entry {
            Entry::Message(message) if message.id.name == key => {
                message.value.as_ref()?.elements.iter().map(piece).collect::<Option<Vec<_>>>()
            }
            _ => None,
        })
    };
    keys.iter().filter_map(|key| Some((*key, pieces(key)?))).collect()
}

fn piece(element: &PatternElement<&str>) -> Option<Piece> {
    match element {
        PatternElement::TextElement { value } => Some(Piece::Words((*value).to_owned())),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => Some(Piece::Filled(id.name.to_owned())),
        PatternElement::Placeable { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_is_one_that_the_program_says() {
        let source = super::super::tests::sources();
        for (key, pieces) in whole().iter().chain(parts()) {
            for piece in pieces {
                let Piece::Words(words) = piece else { continue };
                for words in words.split('`').map(str::trim) {
                    let is_said = source.contains(words) || source.contains(&words.replace('"', "\\\""));
                    assert!(is_said, "{key}: nothing says {words:?} any more");
                }
            }
        }
        assert_eq!(whole().len() + parts().len(), WHOLE.len() + PARTS.len());
    }

    #[test]
    fn what_is_known_is_said_in_the_readers_language_and_the_rest_stays() {
        let french = Words::new(Locale::French, false);
        assert_eq!(french.again("is larger than 64 MB"), "dépasse 64 Mo");
        assert_eq!(french.again("could not be read: disk on fire"), "n’a pas pu être lu : disk on fire");
        assert_eq!(french.again("something new"), "something new");
        assert_eq!(french.again("quay.md: is a folder"), "quay.md: est un dossier");
        assert_eq!(
            french.again("marks/ada: line 3 is not understood and kept as it is; its last line is unfinished and not counted"),
            "marks/ada: la ligne 3 n’est pas comprise et reste telle quelle; sa dernière ligne est inachevée et ne compte pas"
        );
        assert_eq!(
            french.again("chapter a.xhtml is no text: it may be encrypted"),
            "le chapitre a.xhtml n’est pas du texte : il est peut-être chiffré"
        );
        assert_eq!(
            french.again("mouse cannot be 5: /etc/np/config.toml, line 3, column 11: it takes true or false"),
            "mouse ne peut pas être 5 : /etc/np/config.toml, ligne 3, colonne 11 : il faut true ou false"
        );
        assert_eq!(
            french
                .again("unknown option \"mesure\": config.toml, line 2, column 1: did you mean \"measure\"?"),
            "option inconnue \"mesure\" : config.toml, ligne 2, colonne 1 : vouliez-vous dire \"measure\" ?"
        );
        let told = "keys.article: `x`: unknown command `serch`; did you mean `search`?";
        assert_eq!(
            french.again(told),
            "keys.article : `x` : commande inconnue `serch` ; vouliez-vous dire `search` ?"
        );
        assert_eq!(Words::english().again(told), told);
        assert_eq!(
            french.again(
                "keys.headline: config.toml, line 2, column 7: no such place; did you mean `headlines`?"
            ),
            "keys.headline : config.toml, ligne 2, colonne 7 : pas de tel endroit ; vouliez-vous dire `headlines` ?"
        );
    }
}
