//! Owns what newsprint knows about a language: its tag, its own name, its direction. It refuses to
//! guess which language a text is in: that is `formats::language`.

use std::fmt;

/// A language by its BCP 47 primary tag, in lower case: `fr`, `zh`, `pt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Language {
    letters: [u8; 3],
}

/// Which way a text runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left: Arabic, Hebrew and their neighbours.
    Rtl,
}

/// Own names of the languages readers are likely to meet.
const NAMES: &[(&str, &str)] = &[
    ("ar", "العربية"),
    ("bg", "български"),
    ("bn", "বাংলা"),
    ("ca", "català"),
    ("cs", "čeština"),
    ("da", "dansk"),
    ("de", "Deutsch"),
    ("el", "ελληνικά"),
    ("en", "English"),
    ("es", "español"),
    ("et", "eesti"),
    ("fa", "فارسی"),
    ("fi", "suomi"),
    ("fr", "français"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hr", "hrvatski"),
    ("hu", "magyar"),
    ("id", "Indonesia"),
    ("it", "italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("lt", "lietuvių"),
    ("lv", "latviešu"),
    ("ms", "Melayu"),
    ("nl", "Nederlands"),
    ("no", "norsk"),
    ("pl", "polski"),
    ("pt", "português"),
    ("ro", "română"),
    ("ru", "русский"),
    ("sk", "slovenčina"),
    ("sl", "slovenščina"),
    ("sr", "српски"),
    ("sv", "svenska"),
    ("sw", "Kiswahili"),
    ("ta", "தமிழ்"),
    ("th", "ไทย"),
    ("tr", "Türkçe"),
    ("uk", "українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
];

impl Language {
    /// Reads the primary tag of a BCP 47 or POSIX name (`fr-FR`, `pt_BR.UTF-8`); `None` if it is not one.
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_', '.', '@']).next()?.to_ascii_lowercase();
        let primary = match primary.as_str() {
            "nb" | "nn" => "no",
            "iw" => "he",
            "in" => "id",
            "cmn" => "zh",
            other => other,
        };
        let bytes = primary.as_bytes();
        if !(2..=3).contains(&bytes.len()) || !bytes.iter().all(u8::is_ascii_lowercase) || primary == "und" {
            return None;
        }
        let mut letters = [0; 3];
        for (slot, byte) in letters.iter_mut().zip(bytes) {
            *slot = *byte;
        }
        Some(Self { letters })
    }

    /// Returns the primary tag.
    pub fn tag(&self) -> &str {
        let length = self.letters.iter().take_while(|b| **b != 0).count();
        self.letters.get(..length).and_then(|b| std::str::from_utf8(b).ok()).unwrap_or_default()
    }

    /// Returns the language's name in itself, or its tag when newsprint does not know the name.
    pub fn name(&self) -> &str {
        let tag = self.tag();
        NAMES.iter().find(|(known, _)| *known == tag).map_or(tag, |(_, name)| name)
    }

    /// Returns the way its script runs.
    pub fn direction(&self) -> Direction {
        match self.tag() {
            "ar" | "fa" | "he" | "ur" | "yi" | "ps" | "sd" | "ug" | "dv" | "ckb" => Direction::Rtl,
            _ => Direction::Ltr,
        }
    }

    /// Says whether its words are written without spaces between them.
    pub fn is_unspaced(&self) -> bool {
        matches!(self.tag(), "ja" | "zh" | "th" | "lo" | "km" | "my")
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}
