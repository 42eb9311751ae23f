//! Owns finding the theme to draw in: the reader's own files, what the terminal can show, and whether
//! it is light or dark. It refuses to keep the first frame waiting: the terminal is asked only when the
//! config leaves the choice to it.

use std::time::Duration;

use terminal_colorsaurus::{QueryOptions, ThemeMode, theme_mode};

use crate::config::{Config, Environment, Paths, text_of};
use crate::theme::{AUTO, BUILTIN, DEFAULT, Depth, MONO, Theme, ThemeError};

/// How long the terminal may take to say whether it is light or dark.
const PATIENCE: Duration = Duration::from_millis(150);

/// What a theme is chosen and shown by.
#[derive(Debug, Clone)]
pub(super) struct Wardrobe {
    paths: Option<Paths>,
    no_color: bool,
    depth: Depth,
    /// What the terminal said it is, if it was asked and said.
    said: Option<ThemeMode>,
}

impl Wardrobe {
    pub(super) fn new(paths: Option<Paths>, environment: &Environment) -> Self {
        let depth = match environment {
            Environment { truecolor: true, .. } => Depth::True,
            Environment { many_colors: true, .. } => Depth::Numbered,
            _ => Depth::Sixteen,
        };
        Self { paths, no_color: environment.no_color, depth, said: None }
    }

    /// Returns the theme that was `kept` by key, else the one the config names; what is wrong with that is
    /// added to `wrong`, and the default one returned. `may_ask` allows asking the terminal, which must not
    /// be listened to by anyone else.
    pub(super) fn theme(
        &mut self,
        config: &Config,
        kept: Option<&str>,
        may_ask: bool,
        wrong: &mut Vec<String>,
    ) -> Theme {
        if self.no_color {
            return Theme::named(MONO, true).unwrap_or_else(|_| Theme::bare());
        }
        if let Some(theme) = kept.and_then(|name| self.load(name).ok()) {
            return theme.at(self.depth);
        }
        let name =
            if config.theme == AUTO { self.by_terminal(config, may_ask) } else { config.theme.clone() };
        let theme = self.load(&name).unwrap_or_else(|error| {
            wrong.push(format!("theme: {error}"));
            Theme::named(DEFAULT, false).unwrap_or_else(|_| Theme::bare())
        });
        theme.at(self.depth)
    }

    /// Returns every theme that can be shown, the reader's own last; none where colour is not wanted.
    pub(super) fn all(&self) -> Vec<Theme> {
        if self.no_color {
            return Vec::new();
        }
        let mut names: Vec<String> = BUILTIN.iter().map(|(name, _)| (*name).to_owned()).collect();
        let folder = self.paths.as_ref().and_then(|paths| std::fs::read_dir(paths.themes()).ok());
        let files = folder.into_iter().flatten().flatten().map(|entry| entry.path());
        let own = files.filter(|path| path.extension().is_some_and(|end| end == "toml"));
        let mut own: Vec<String> =
            own.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
        own.sort();
        own.retain(|name| !names.contains(name));
        names.extend(own);
        names.iter().filter_map(|name| self.load(name).ok()).map(|theme| theme.at(self.depth)).collect()
    }

    fn load(&self, name: &str) -> Result<Theme, ThemeError> {
        own_theme(self.paths.as_ref(), name)
    }

    fn by_terminal(&mut self, config: &Config, may_ask: bool) -> String {
        if self.said.is_none() && may_ask {
            let mut options = QueryOptions::default();
            options.timeout = PATIENCE;
            self.said = theme_mode(options).ok();
        }
        match self.said {
            Some(ThemeMode::Light) => config.theme_light.clone(),
            Some(ThemeMode::Dark) => config.theme_dark.clone(),
            None => DEFAULT.to_owned(),
        }
    }
}

/// Returns a theme by its name: a file of the reader's, else a built-in one.
pub(super) fn own_theme(paths: Option<&Paths>, name: &str) -> Result<Theme, ThemeError> {
    let is_plain = |name: &str| !name.contains(['/', '\\']) && !name.starts_with('.');
    Theme::load(name, &|name| {
        let folder = paths.filter(|_| is_plain(name))?.themes();
        text_of(&folder.join(format!("{name}.toml")))
    })
}
