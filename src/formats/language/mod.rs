//! Owns guessing the language of a text: by its commonest words where they leave no doubt, else by
//! its letters in threes, which costs fifty times as much. It refuses to guess from too few letters.

mod neighbours;
mod words;

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::article::Language;
use crate::article::letters::is_letter;
use crate::article::measure::is_ideograph;

/// Characters of text looked at; more do not make a guess better.
const LOOKED_AT: usize = 1200;
/// Characters of them whose letters are counted in threes, which costs the most.
const IN_THREES: usize = 500;
/// Characters looked at where a glance will do.
const GLANCED_AT: usize = 500;
/// Letters below which a guess is a coin toss.
const FEWEST_LETTERS: usize = 60;
/// The same for scripts that write a word in one or two characters.
const FEWEST_IDEOGRAPHS: usize = 16;

/// The two-letter tags of the languages the guesser names by three letters.
const TAGS: &[(&str, &str)] = &[
    ("afr", "af"),
    ("aka", "ak"),
    ("amh", "am"),
    ("ara", "ar"),
    ("aze", "az"),
    ("bel", "be"),
    ("ben", "bn"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("cmn", "zh"),
    ("cym", "cy"),
    ("dan", "da"),
    ("deu", "de"),
    ("ell", "el"),
    ("eng", "en"),
    ("epo", "eo"),
    ("est", "et"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("guj", "gu"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("hye", "hy"),
    ("ind", "id"),
    ("ita", "it"),
    ("jav", "jv"),
    ("jpn", "ja"),
    ("kan", "kn"),
    ("kat", "ka"),
    ("khm", "km"),
    ("kor", "ko"),
    ("lat", "la"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("mal", "ml"),
    ("mar", "mr"),
    ("mkd", "mk"),
    ("mya", "my"),
    ("nep", "ne"),
    ("nld", "nl"),
    ("nob", "no"),
    ("ori", "or"),
    ("pan", "pa"),
    ("pes", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rus", "ru"),
    ("sin", "si"),
    ("slk", "sk"),
    ("slv", "sl"),
    ("sna", "sn"),
    ("spa", "es"),
    ("srp", "sr"),
    ("swe", "sv"),
    ("tam", "ta"),
    ("tel", "te"),
    ("tgl", "tl"),
    ("tha", "th"),
    ("tuk", "tk"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("uzb", "uz"),
    ("vie", "vi"),
    ("yid", "yi"),
    ("zul", "zu"),
];

/// Names the language of a text if its first words leave no doubt, at a tenth of the cost of a guess.
pub fn glance(text: &str) -> Option<Language> {
    Language::parse(words::name(&sample(text, GLANCED_AT))?)
}

/// Guesses the language of a text from its first letters; `None` when unsure.
pub fn guess(text: &str) -> Option<Language> {
    let sample = sample(text, LOOKED_AT);
    let letters = || sample.chars().filter(|c| is_letter(*c)).nth(FEWEST_LETTERS - 1).is_some();
    let ideographs = || sample.chars().filter(|c| is_ideograph(*c)).nth(FEWEST_IDEOGRAPHS - 1).is_some();
    if !letters() && !ideographs() {
        return None;
    }
    if let Some(tag) = words::name(&sample) {
        return Language::parse(tag);
    }
    let info = whatlang::detect(first(&sample, IN_THREES)).filter(whatlang::Info::is_reliable)?;
    if info.lang() == whatlang::Lang::Zul {
        return Language::parse(neighbours::xhosa_or_zulu(&sample));
    }
    let code = info.lang().code();
    Language::parse(TAGS.iter().find(|(long, _)| *long == code).map_or(code, |(_, short)| short))
}

/// The words that say nothing of what a text is about.
#[derive(Debug, Clone, Default)]
pub struct Idle(FxHashSet<&'static str>);

impl Idle {
    /// Knows those of the language a text seems to be in, beside the commonest words of any language.
    pub fn of(text: &str) -> Self {
        let listed = guess(text).and_then(|language| stop_words::lookup(language.tag()));
        Self(listed.into_iter().flatten().copied().collect())
    }

    /// Says whether a word is among them; in lower case, as it is written.
    pub fn has(&self, word: &str) -> bool {
        words::is_common(word) || self.0.contains(word)
    }
}

/// Says whether a language is among those a guess can name; of another, no guess can be trusted.
pub fn is_known(language: Language) -> bool {
    TAGS.iter().any(|(_, short)| *short == language.tag())
}

/// Returns the first words of a text, without addresses and what looks like code.
fn sample(text: &str, characters: usize) -> Cow<'_, str> {
    let text = text.trim_start();
    let head = first(text, characters);
    if !head.starts_with("www.") && !holds_foreign(head) {
        return Cow::Borrowed(head);
    }
    let mut out = String::with_capacity(text.len().min(characters * 2));
    let mut left = characters;
    for word in text.split_whitespace().filter(|word| !is_foreign(word)) {
        let taken = first(word, left);
        let count = if taken.is_ascii() { taken.len() } else { taken.chars().count() };
        left = left.saturating_sub(count + 1);
        out.push_str(taken);
        out.push(' ');
        if left == 0 {
            break;
        }
    }
    Cow::Owned(out)
}

/// Returns the first characters of a text.
pub(super) fn first(text: &str, characters: usize) -> &str {
    if text.len() <= characters {
        return text;
    }
    let mut chars = text.chars();
    let Some(last) = characters.checked_sub(1) else { return "" };
    chars.nth(last);
    text.get(..text.len() - chars.as_str().len()).unwrap_or(text)
}

/// Says whether any word of a text may be [foreign](is_foreign).
fn holds_foreign(text: &str) -> bool {
    let bytes = text.as_bytes();
    let signs = bytes.iter().fold(false, |any, byte| {
        any | matches!(byte, b'@' | b'_' | b'{' | b'}' | b'=' | b'\\' | b'`' | b'<' | b'>')
    });
    let followed = |sign: u8, by: &[u8]| {
        memchr::memchr_iter(sign, bytes)
            .any(|at| bytes.get(at + 1..).is_some_and(|rest| rest.starts_with(by)))
    };
    signs || followed(b':', b"//") || followed(b'(', b")") || followed(b'w', b"ww.")
}

/// The bytes that stand in addresses and code.
static STRANGE: LazyLock<[bool; 256]> = LazyLock::new(|| {
    std::array::from_fn(|byte| b"@_{}=\\`<>:(".iter().any(|strange| usize::from(*strange) == byte))
});

fn is_foreign(word: &str) -> bool {
    let head = word.get(..word.len().min(512)).unwrap_or_default();
    let table = &*STRANGE;
    let strange = |byte: &u8| table.get(usize::from(*byte)).copied().unwrap_or_default();
    if !head.as_bytes().iter().fold(false, |any, byte| any | strange(byte)) {
        return head.starts_with("www.");
    }
    head.contains(['@', '_', '{', '}', '=', '\\', '`', '<', '>'])
        || head.contains("://")
        || head.starts_with("www.")
        || head.contains("()")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> Option<String> {
        guess(text).map(|l| l.tag().to_owned())
    }

    #[test]
    fn a_paragraph_is_enough() {
        let french =
            "Le gardien du phare descend chaque matin au village pour acheter son pain, puis il remonte.";
        let german =
            "Der Bäcker öffnet um fünf Uhr, und die ersten Kunden warten schon vor der Tür im Regen.";
        assert_eq!(tag(french).as_deref(), Some("fr"));
        assert_eq!(tag(german).as_deref(), Some("de"));
        assert_eq!(tag("港の灯りが夜の海を静かに照らしている。漁師たちは網を直す。").as_deref(), Some("ja"));
        assert_eq!(tag("渔民们在黎明之前修补渔网，等待潮水退去，然后出海捕鱼。").as_deref(), Some("zh"));
    }

    #[test]
    fn common_words_settle_what_they_leave_no_doubt_about() {
        let english = "The keeper of the lighthouse goes down to the village in the morning to buy his bread, \
            and he is back on the stairs before the fog has left the harbour to the gulls.";
        let danish = "Fyrpasseren går ned til byen hver morgen for at købe sit brød, og han er tilbage på \
            trappen, før tågen har forladt havnen, som om han ikke havde været der.";
        assert_eq!(words::name(english), Some("en"));
        assert_eq!(words::name(danish), None, "its neighbour has nearly the same common words");
        assert_eq!(words::name("Bread salt butter jam ".repeat(20).as_str()), None);
        assert_eq!(words::name("Ο φαροφύλακας κατεβαίνει κάθε πρωί στο χωριό"), Some("el"));
    }

    #[test]
    fn neighbours_are_told_apart_by_the_words_one_of_them_lacks() {
        let danish = "Byrådet besluttede tirsdag at holde den gamle hal åben efter en kampagne af beboere, som havde \
            samlet mange navne, og som nu er blevet hørt. Hvor pengene skal komme fra, blev der ikke sagt noget om, \
            og hun havde selv spurgt efter det, da mødet var slut. Pengene kommer nu af en pulje.";
        let swahili = "Baraza la jiji liliamua kwamba bwawa la zamani litabaki wazi kwa miaka mitatu zaidi, baada ya \
            kampeni ya wakazi waliokusanya sahihi nyingi. Fedha hizo sasa zitatoka kwenye mfuko wa maegesho ya magari \
            katika mji huo, alisema mwalimu mkuu wa shule hiyo.";
        assert_eq!((tag(danish).as_deref(), tag(swahili).as_deref()), (Some("da"), Some("sw")));
        let xhosa = "Ibhunga lesixeko ligqibe ukuba idama elidala lihlale livuliwe iminyaka emithathu, emva kwephulo \
            labahlali abaqokelele imisayino. Imali ngoku iza kuvela kwingxowa eyenzelwe indawo yokupaka kwelinye icala \
            lomlambo, kwaye umsebenzi uza kuqala entwasahlobo kunye nokulungiswa kophahla okanye iindonga.";
        assert_eq!(tag(xhosa).as_deref(), Some("xh"));
    }

    #[test]
    fn words_that_say_nothing_are_those_of_the_language_of_a_text() {
        let german = "Der Bäcker öffnet um fünf Uhr, und jemand steht schon vor der Tür im Regen. ";
        let german = Idle::of(&german.repeat(3));
        assert!(german.has("jemand") && german.has("steht") && german.has("und"));
        assert!(!german.has("bäcker") && !german.has("regen"));
        let none = Idle::of("Bread");
        assert!(!none.has("jemand") && none.has("the"), "the commonest of any language are always known");
    }

    #[test]
    fn a_few_words_are_not() {
        assert_eq!(tag("Bread and salt"), None);
        assert_eq!(tag(""), None);
    }

    #[test]
    fn addresses_and_code_do_not_count() {
        assert_eq!(tag(&"https://www.example.org/the/house/of/the/rising/sun ".repeat(9)), None);
        assert_eq!(tag(&"self.list.push(value_of_the_thing) ".repeat(9)), None);
    }
}
