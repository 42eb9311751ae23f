//! Owns what every command starts from: config, paths, environment and the libraries named. It
//! refuses to read an article.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;

use super::arguments::{Color, Global, unwanted as taken};
use super::output::{Stop, shown, unwanted};
use crate::article::nearest::nearest;
use crate::config::file::{self, Place};
use crate::config::{Config, Environment, Paths, paths};
use crate::marks::{Journal, Marks};
use crate::runtime;

/// What every command starts from.
#[derive(Debug)]
pub(super) struct Setup {
    pub(super) config: Config,
    pub(super) config_file: Option<PathBuf>,
    pub(super) config_problems: Vec<String>,
    pub(super) paths: Option<Paths>,
    pub(super) environment: Environment,
    /// Whether what is printed may be coloured.
    pub(super) colour: bool,
    /// The places of the libraries named by `-l`.
    pub(super) libraries: Vec<PathBuf>,
}

impl Setup {
    pub(super) fn new(global: &Global, words: &[OsString]) -> Result<Self, Stop> {
        let mut environment = Environment::from(&paths::of_process);
        environment.plain |= global.plain;
        environment.no_color = match global.color {
            Color::Auto => environment.no_color,
            Color::Always => false,
            Color::Never => true,
        };
        let colour = match global.color {
            Color::Auto => !environment.no_color && !environment.plain && std::io::stdout().is_terminal(),
            Color::Always => true,
            Color::Never => false,
        };
        let paths = Paths::from(&paths::of_process);
        let config_file = config_file(global, paths.as_ref())?;
        let home = environment.home.as_deref();
        let (mut config, mut config_problems) = <(Config, Vec<String>)>::default();
        if let Some(path) = &config_file {
            let place = Place { path, home };
            (config, config_problems) = file::load(place);
            config_problems.extend(runtime::mistakes(&mut config, place, paths.as_ref()));
        }
        let libraries = global.library.iter().map(|name| library(name, &config, words));
        let libraries = libraries.collect::<Result<_, _>>()?;
        Ok(Self { config, config_file, config_problems, paths, environment, colour, libraries })
    }

    /// Returns the journal, if there is a folder for it.
    pub(super) fn journal(&self) -> Option<Journal> {
        let paths = self.paths.as_ref()?;
        Some(Journal::kept_apart(&paths.marks(), &paths.data).or_else_in(paths.unsaved()))
    }

    /// Returns what was marked; a journal that cannot be read is said and leaves nothing marked.
    pub(super) fn marks(&self) -> Marks {
        let Some(journal) = self.journal() else { return Marks::default() };
        match journal.marks() {
            Ok((marks, reports)) => {
                for report in &reports {
                    super::problem(report);
                }
                marks
            }
            Err(error) => {
                let file = shown(&error.path);
                super::problem(&format!("marks cannot be read: {file}: {}", error.source));
                Marks::default()
            }
        }
    }

    /// Returns the places to read when the command line names none but libraries.
    pub(super) fn default_places(&self) -> Vec<PathBuf> {
        if self.libraries.is_empty() {
            self.config.default_library().into_iter().map(PathBuf::from).collect()
        } else {
            self.libraries.clone()
        }
    }
}

fn config_file(global: &Global, paths: Option<&Paths>) -> Result<Option<PathBuf>, Stop> {
    match &global.config {
        _ if global.no_config => Ok(None),
        Some(path) if !path.is_file() => {
            let line = format!("no such config file: {}: name one, or use --no-config", shown(path));
            Err(Stop::Usage(line))
        }
        Some(path) => Ok(Some(std::path::absolute(path).unwrap_or_else(|_| path.clone()))),
        None => Ok(paths.map(Paths::config_file)),
    }
}

/// Finds a library by its name in the config, or as a place.
fn library(name: &OsString, config: &Config, words: &[OsString]) -> Result<PathBuf, Stop> {
    let place = PathBuf::from(name);
    let known = name.to_str().and_then(|name| config.libraries.get(name));
    if let Some(folder) = known {
        return Ok(folder.clone());
    }
    if place.exists() {
        return Ok(place);
    }
    let names = || config.libraries.keys().map(String::as_str);
    // `-lighthouse` is the library `ighthouse` to who parses, and none to who typed it.
    let is_name = |word: &str| word.strip_prefix('l').is_some_and(|rest| *name == *rest);
    let advice = match (nearest(&name.to_string_lossy(), names()), taken::find(words, is_name)) {
        (Some(near), _) => format!("did you mean {near:?}?"),
        (None, Some(word)) => return Err(unwanted(&word)),
        (None, None) => "name a folder, or one of [libraries] in the config".to_owned(),
    };
    Err(Stop::Usage(format!("no such library: {}: {advice}", shown(&place))))
}
