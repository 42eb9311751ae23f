//! Owns which language newsprint speaks: the ones it can, and the one that suits an environment. It
//! refuses to read the environment itself.

use std::ffi::OsString;

/// A language newsprint speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    /// English, and what everything falls back to.
    #[default]
    English,
    /// French.
    French,
    /// German.
    German,
    /// Spanish.
    Spanish,
}

/// Each language with its tag and its messages.
pub const LOCALES: &[(Locale, &str, &str)] = &[
    (Locale::English, "en", include_str!("en.ftl")),
    (Locale::French, "fr", include_str!("fr.ftl")),
    (Locale::German, "de", include_str!("de.ftl")),
    (Locale::Spanish, "es", include_str!("es.ftl")),
];

impl Locale {
    /// Returns the language of a tag such as `fr`, or of a locale such as `fr_CA.UTF-8`.
    pub fn named(name: &str) -> Option<Self> {
        let tag = name.split(['_', '-', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
        LOCALES.iter().find(|(_, known, _)| *known == tag).map(|(locale, ..)| *locale)
    }

    /// Returns its tag: `fr`.
    pub fn tag(self) -> &'static str {
        self.row().1
    }

    /// Returns the first language newsprint speaks of those wanted, best first; English if none is.
    pub fn of<'a>(wanted: impl IntoIterator<Item = &'a String>) -> Self {
        wanted.into_iter().find_map(|name| Self::named(name)).unwrap_or_default()
    }

    pub(super) fn messages(self) -> &'static str {
        self.row().2
    }

    fn row(self) -> (Self, &'static str, &'static str) {
        LOCALES.iter().find(|(locale, ..)| *locale == self).copied().unwrap_or((self, "en", ""))
    }
}

/// Returns the languages an environment asks for, best first: those of `LANGUAGE`, then the first that
/// is set of `LC_ALL`, `LC_MESSAGES` and `LANG`. A locale without a language (`C`) asks for none, and
/// then `LANGUAGE` does not count, as everywhere else.
pub fn preferred(lookup: &dyn Fn(&str) -> Option<OsString>) -> Vec<String> {
    let set = |name: &str| lookup(name).map(|v| v.to_string_lossy().into_owned()).filter(|v| !v.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    let has_none = |locale: &String| locale == "C" || locale == "POSIX" || locale.starts_with("C.");
    let Some(locale) = locale.filter(|locale| !has_none(locale)) else { return Vec::new() };
    let list = set("LANGUAGE").unwrap_or_default();
    list.split(':').filter(|name| !name.is_empty()).map(str::to_owned).chain([locale]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(set: &[(&str, &str)]) -> Locale {
        let lookup = |name: &str| set.iter().find(|(n, _)| *n == name).map(|(_, value)| value.into());
        Locale::of(&preferred(&lookup))
    }

    #[test]
    fn the_environment_decides_in_the_usual_order() {
        assert_eq!(spoken(&[]), Locale::English);
        assert_eq!(spoken(&[("LANG", "fr_FR.UTF-8")]), Locale::French);
        assert_eq!(spoken(&[("LANG", "fr_FR.UTF-8"), ("LC_MESSAGES", "de_AT.UTF-8")]), Locale::German);
        let all = &[("LC_ALL", "es_MX"), ("LC_MESSAGES", "de_AT.UTF-8"), ("LANG", "fr_FR.UTF-8")];
        assert_eq!(spoken(all), Locale::Spanish);
        assert_eq!(spoken(&[("LC_ALL", ""), ("LANG", "de_DE@euro")]), Locale::German);
        assert_eq!(spoken(&[("LANG", "pl_PL.UTF-8")]), Locale::English);
    }

    #[test]
    fn a_list_of_languages_comes_first_unless_the_locale_has_none() {
        let polish = ("LANG", "pl_PL.UTF-8");
        assert_eq!(spoken(&[("LANGUAGE", "cs:fr:de"), polish]), Locale::French);
        assert_eq!(spoken(&[("LANGUAGE", "en:fr"), ("LANG", "fr_FR.UTF-8")]), Locale::English);
        assert_eq!(spoken(&[("LANGUAGE", "fr"), ("LANG", "C")]), Locale::English);
        assert_eq!(spoken(&[("LANGUAGE", "fr"), ("LC_ALL", "C.UTF-8")]), Locale::English);
    }
}
