//! Owns where newsprint keeps its files and what the environment says of the terminal, both from an
//! environment handed in. It refuses to create anything.

use std::ffi::OsString;
use std::path::PathBuf;

use directories::ProjectDirs;

use super::Config;
use crate::words::{self, Locale, Words};

/// Looks a variable of the environment up.
pub type Lookup<'a> = &'a dyn Fn(&str) -> Option<OsString>;

/// The environment as far as newsprint looks at it, read once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "five answers to five independent questions")]
pub struct Environment {
    /// Whether only ASCII can be shown (no UTF-8 in `LC_ALL`, `LC_CTYPE`, `LANG`).
    pub ascii: bool,
    /// The languages asked for, best first (`LANGUAGE`, `LC_ALL`, `LC_MESSAGES`, `LANG`).
    pub languages: Vec<String>,
    /// Whether colour is unwanted (`NO_COLOR`) or impossible (`TERM=dumb`).
    pub no_color: bool,
    /// Whether the plain mode is asked for (`ACCESSIBLE`, `TERM=dumb`).
    pub plain: bool,
    /// Whether the terminal may be sent links (OSC 8): one that does not know them must skip them.
    pub links: bool,
    /// How the terminal draws pictures; `None`: not at all.
    pub graphics: Option<Graphics>,
    /// Whether 24-bit colour is offered (`COLORTERM`).
    pub truecolor: bool,
    /// Whether 256 colours are offered (`TERM`).
    pub many_colors: bool,
    /// The home folder (`HOME`).
    pub home: Option<PathBuf>,
    /// The editor with its arguments (`VISUAL`, else `EDITOR`, else `vi`).
    pub editor: Vec<String>,
    /// The pager with its arguments (`PAGER`, else `less`).
    pub pager: Vec<String>,
}

/// The ways a terminal draws pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Graphics {
    /// Kitty's protocol.
    Kitty,
    /// Sixel.
    Sixel,
    /// iTerm2's protocol.
    Iterm,
    /// Half blocks in two colours each, in any terminal with 24-bit colour.
    Blocks,
}

/// Tells from the environment alone how a terminal draws pictures: asking it would cost time, and its
/// answer could be taken for keys. A multiplexer stands between, so there only cells are sure.
fn graphics(set: &dyn Fn(&str) -> Option<OsString>) -> Option<Graphics> {
    let is = |name: &str, values: &[&str]| {
        set(name).is_some_and(|value| values.contains(&value.to_string_lossy().to_ascii_lowercase().as_str()))
    };
    let colours = is("COLORTERM", &["truecolor", "24bit"]) && set("NO_COLOR").is_none();
    let blocks = colours.then_some(Graphics::Blocks);
    if set("TMUX").is_some() || set("STY").is_some() {
        return blocks;
    }
    if set("KITTY_WINDOW_ID").is_some()
        || is("TERM", &["xterm-kitty", "xterm-ghostty"])
        || is("TERM_PROGRAM", &["ghostty"])
    {
        return Some(Graphics::Kitty);
    }
    if is("TERM_PROGRAM", &["iterm.app", "wezterm"]) {
        return Some(Graphics::Iterm);
    }
    if is("TERM", &["foot", "foot-extra", "mlterm", "yaft-256color"]) {
        Some(Graphics::Sixel)
    } else {
        blocks
    }
}

/// Where newsprint keeps its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// Config and marks.
    pub config: PathBuf,
    /// What can be rebuilt.
    pub cache: PathBuf,
    /// What belongs to this machine alone and must not be synced.
    pub data: PathBuf,
    /// What may be gone after the next start of the machine.
    pub temporary: PathBuf,
}

/// Looks a variable up in the environment of this process.
#[expect(clippy::disallowed_methods, reason = "this is the one place the rule sends readers to")]
pub fn of_process(name: &str) -> Option<OsString> {
    std::env::var_os(name)
}

impl Environment {
    /// Reads the environment through `lookup`.
    pub fn from(lookup: Lookup<'_>) -> Self {
        let set = |name: &str| lookup(name).filter(|value| !value.is_empty());
        let lower = |name: &str| set(name).map(|value| value.to_string_lossy().to_ascii_lowercase());
        let dumb = lower("TERM").as_deref() == Some("dumb");
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(lower).unwrap_or_default();
        let utf8 = locale.contains("utf-8") || locale.contains("utf8");
        Self {
            ascii: !utf8 && !cfg!(windows),
            languages: words::preferred(lookup),
            no_color: dumb || set("NO_COLOR").is_some(),
            plain: dumb || set("ACCESSIBLE").is_some_and(|value| value != "0"),
            links: !matches!(lower("TERM").as_deref(), None | Some("dumb" | "linux")),
            graphics: graphics(&set),
            truecolor: matches!(lower("COLORTERM").as_deref(), Some("truecolor" | "24bit")),
            many_colors: lower("TERM").is_some_and(|term| term.contains("256color")),
            home: set("HOME").map(PathBuf::from),
            editor: program(&["VISUAL", "EDITOR"], "vi", lookup),
            pager: program(&["PAGER"], "less", lookup),
        }
    }
}

/// Splits the first of these variables that is set into words, as a shell would; nothing else that a
/// shell does is done.
fn program(names: &[&str], otherwise: &str, lookup: Lookup<'_>) -> Vec<String> {
    let set = names.iter().filter_map(|name| lookup(name)).map(|value| value.to_string_lossy().into_owned());
    let words = set.filter_map(|value| shlex::split(&value)).find(|words| !words.is_empty());
    words.unwrap_or_else(|| vec![otherwise.to_owned()])
}

impl Environment {
    /// Returns what newsprint says: in the language the config names, else in the one asked for here.
    pub fn words(&self, config: &Config) -> Words {
        Words::new(config.language.unwrap_or_else(|| Locale::of(&self.languages)), self.ascii)
    }
}

impl Paths {
    /// Finds where files are kept: the XDG folders where they are set, else the platform's own.
    /// `None` without `HOME` and without all three of the XDG folders: then nothing is kept.
    pub fn from(lookup: Lookup<'_>) -> Option<Self> {
        let home = lookup("HOME").filter(|home| !home.is_empty());
        let platform = home.and_then(|_| ProjectDirs::from("", "", "newsprint"));
        let absolute = |name: &str| lookup(name).map(PathBuf::from).filter(|folder| folder.is_absolute());
        let xdg = |name: &str| absolute(name).map(|folder| folder.join("newsprint"));
        let or = |set: Option<PathBuf>, platforms: fn(&ProjectDirs) -> PathBuf| {
            set.or_else(|| platform.as_ref().map(platforms))
        };
        Some(Self {
            config: or(xdg("XDG_CONFIG_HOME"), |dirs| dirs.config_dir().to_owned())?,
            cache: or(xdg("XDG_CACHE_HOME"), |dirs| dirs.cache_dir().to_owned())?,
            data: or(xdg("XDG_DATA_HOME"), |dirs| dirs.data_local_dir().to_owned())?,
            temporary: absolute("TMPDIR").unwrap_or_else(|| PathBuf::from("/tmp")),
        })
    }

    /// Returns the config file.
    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// Returns the folder of the journals.
    pub fn marks(&self) -> PathBuf {
        self.config.join("marks")
    }

    /// Returns the folders for marks that cannot be saved where they belong, best first: this
    /// machine's data, then a folder of this library's own among the temporary ones.
    pub fn unsaved(&self) -> Vec<PathBuf> {
        let name = xxhash_rust::xxh3::xxh3_64(self.config.as_os_str().as_encoded_bytes());
        vec![self.data.join("unsaved"), self.temporary.join(format!("newsprint-unsaved-{name:016x}"))]
    }

    /// Returns the folder of the reader's own themes.
    pub fn themes(&self) -> PathBuf {
        self.config.join("themes")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lookup(set: &'static [(&str, &str)]) -> impl Fn(&str) -> Option<OsString> {
        |name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into())
    }

    fn environment(set: &'static [(&str, &str)]) -> Environment {
        Environment::from(&lookup(set))
    }

    #[test]
    fn the_first_locale_that_is_set_decides_about_ascii() {
        assert!(!environment(&[("LANG", "fr_FR.UTF-8")]).ascii);
        assert!(environment(&[("LANG", "fr_FR.UTF-8"), ("LC_ALL", "C")]).ascii);
        assert!(!environment(&[("LC_ALL", ""), ("LC_CTYPE", "C.utf8"), ("LANG", "C")]).ascii);
        assert!(environment(&[]).ascii);
    }

    #[test]
    fn colour_and_plain_mode_follow_the_conventions() {
        assert!(environment(&[("NO_COLOR", "1")]).no_color);
        assert!(!environment(&[("NO_COLOR", "")]).no_color);
        let dumb = environment(&[("TERM", "dumb")]);
        assert!(dumb.no_color && dumb.plain);
        assert!(environment(&[("ACCESSIBLE", "1")]).plain);
        assert!(!environment(&[("ACCESSIBLE", "0")]).plain);
        assert!(environment(&[("COLORTERM", "truecolor")]).truecolor);
    }

    #[test]
    fn how_pictures_are_drawn_shows_in_the_environment() {
        let drawn = |set| environment(set).graphics;
        assert_eq!(drawn(&[("TERM", "xterm-kitty")]), Some(Graphics::Kitty));
        assert_eq!(drawn(&[("TERM_PROGRAM", "iTerm.app")]), Some(Graphics::Iterm));
        assert_eq!(drawn(&[("TERM", "foot")]), Some(Graphics::Sixel));
        assert_eq!(drawn(&[("COLORTERM", "truecolor")]), Some(Graphics::Blocks));
        assert_eq!(
            drawn(&[("TERM", "xterm-kitty"), ("TMUX", "/x"), ("COLORTERM", "truecolor")]),
            Some(Graphics::Blocks)
        );
        assert_eq!(drawn(&[("TERM", "xterm")]), None);
    }

    #[test]
    fn the_xdg_folders_are_honoured() {
        let set = &[("XDG_CONFIG_HOME", "/c"), ("XDG_CACHE_HOME", "/k"), ("XDG_DATA_HOME", "/d")];
        let paths = Paths::from(&lookup(set)).unwrap();
        assert_eq!(paths.config_file(), PathBuf::from("/c/newsprint/config.toml"));
        assert_eq!(paths.marks(), PathBuf::from("/c/newsprint/marks"));
        assert_eq!((paths.cache, paths.data), ("/k/newsprint".into(), "/d/newsprint".into()));
        for temporary in ["", "relative"] {
            let look =
                |name: &str| (name == "TMPDIR").then(|| temporary.into()).or_else(|| lookup(set)(name));
            assert!(Paths::from(&look).unwrap().unsaved().iter().all(|folder| folder.is_absolute()));
        }
    }

    #[test]
    fn without_a_home_nothing_is_kept() {
        assert_eq!(Paths::from(&lookup(&[])), None);
        assert_eq!(Paths::from(&lookup(&[("HOME", "")])), None);
        assert_eq!(Paths::from(&lookup(&[("XDG_CONFIG_HOME", "relative")])), None);
    }
}
