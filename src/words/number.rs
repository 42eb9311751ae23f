//! Owns how a language writes numbers. It refuses to know what is counted.

use fluent_bundle::FluentValue;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use super::Locale;

/// Writes digits with their thousands apart.
pub(super) fn grouped(digits: &str, locale: Locale, ascii: bool) -> String {
    let apart = match locale {
        Locale::English => ',',
        Locale::French if ascii => ' ',
        Locale::French => '\u{202f}',
        Locale::German | Locale::Spanish => '.',
    };
    // Spanish writes four digits together.
    let least = if locale == Locale::Spanish { 5 } else { 4 };
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 * apart.len_utf8());
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && digits.len() >= least && (digits.len() - index).is_multiple_of(3) {
            out.push(apart);
        }
        out.push(digit);
    }
    out
}

/// The language of the messages being formatted.
struct Speaker(Locale);

impl Memoizable for Speaker {
    type Args = ();
    type Error = ();
    fn construct(lang: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        Ok(Self(Locale::named(lang.language.as_str()).unwrap_or_default()))
    }
}

/// Writes a number inside a message.
pub(super) fn in_message(value: &FluentValue<'_>, speakers: &IntlLangMemoizer) -> Option<String> {
    written(value, speakers, false)
}

/// As [`in_message`], in ASCII.
pub(super) fn in_plain_message(value: &FluentValue<'_>, speakers: &IntlLangMemoizer) -> Option<String> {
    written(value, speakers, true)
}

fn written(value: &FluentValue<'_>, speakers: &IntlLangMemoizer, ascii: bool) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.as_string();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    speakers.with_try_get::<Speaker, _, _>((), |speaker| grouped(&digits, speaker.0, ascii)).ok()
}
