//! Owns reading `config.toml`: what it says over the defaults, and a line for each thing it says
//! wrongly, with where. It refuses to fail: a mistake costs its own option and nothing else.

use std::fs;
use std::io::ErrorKind;
use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::Config;
use super::options::{OPTIONS, TABLES};
use crate::article::nearest::nearest;
use crate::article::spot::line_and_column;

/// A config file under its name, and what the paths inside it are relative to.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The file.
    pub path: &'a Path,
    /// What `~` stands for.
    pub home: Option<&'a Path>,
}

/// The most that is read of a small file of the reader's, in bytes; no theme and no memory is as long.
const LONGEST: u64 = 1 << 20;

/// Returns the text of a small file of the reader's; `None` if there is none, or what bears its name is a pipe
/// or far too long.
pub fn text_of(path: &Path) -> Option<String> {
    let found = fs::metadata(path).ok()?;
    if !found.is_file() || found.len() > LONGEST {
        return None;
    }
    fs::read_to_string(path).ok()
}

/// Reads the config file; one that is not there says nothing. The second part is the problems, one
/// line each: what, where, what to do.
pub fn load(place: Place<'_>) -> (Config, Vec<String>) {
    match fs::read(place.path) {
        Ok(bytes) => decoded(&bytes, place),
        Err(missing) if missing.kind() == ErrorKind::NotFound => (Config::default(), Vec::new()),
        Err(cause) => {
            let problem =
                format!("the config cannot be read: {}: {cause}; defaults are used", place.path.display());
            (Config::default(), vec![problem])
        }
    }
}

/// Reads the bytes of a config file; where they stop being text, that is said and the defaults hold.
fn decoded(bytes: &[u8], place: Place<'_>) -> (Config, Vec<String>) {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return parse(text, place),
        Err(error) => error,
    };
    let before = String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default());
    let mut reading = Reading { text: &before, place, config: Config::default(), problems: Vec::new() };
    let at = before.len()..before.len();
    reading.problem("the config is not UTF-8", at, "nothing in it counts until it is mended");
    (reading.config, reading.problems)
}

/// Reads the text of a config file.
pub fn parse(text: &str, place: Place<'_>) -> (Config, Vec<String>) {
    let mut reading = Reading { text, place, config: Config::default(), problems: Vec::new() };
    match DeTable::parse(text) {
        Ok(table) => reading.table(table.get_ref()),
        Err(error) => {
            let at = error.span().unwrap_or_default();
            reading.problem(
                error.message().lines().next().unwrap_or_default(),
                at,
                "nothing in it counts until it is mended",
            );
        }
    }
    (reading.config, reading.problems)
}

/// A config file half read.
struct Reading<'a> {
    text: &'a str,
    place: Place<'a>,
    config: Config,
    problems: Vec<String>,
}

impl Reading<'_> {
    fn table(&mut self, table: &DeTable<'_>) {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let mut library_at = Range::default();
        for (key, value) in entries {
            let (name, at) = (key.get_ref().as_ref(), value.span());
            match name {
                "libraries" => self.libraries(value.get_ref(), at),
                "searches" => self.searches(value.get_ref(), at),
                "keys" => self.keys(value.get_ref(), at),
                _ => self.option(name, key.span(), value.get_ref(), at.clone()),
            }
            if name == "library" {
                library_at = value.span();
            }
        }
        self.settle_library(table.get("library").is_some(), library_at);
    }

    fn option(&mut self, name: &str, key_at: Range<usize>, value: &DeValue<'_>, at: Range<usize>) {
        let Some(row) = OPTIONS.iter().find(|row| row.name == name) else {
            return self.unknown(
                "unknown option",
                name,
                key_at,
                OPTIONS.iter().map(|row| row.name).chain(TABLES.iter().copied()),
            );
        };
        if (row.read)(&mut self.config, value).is_none() {
            let written = self.text.get(at.clone()).unwrap_or_default();
            let what = format!("{name} cannot be {}", shortened(written));
            self.problem(&what, at, &format!("it takes {}", row.takes));
        }
    }

    fn libraries(&mut self, value: &DeValue<'_>, at: Range<usize>) {
        let Some(table) = value.as_table() else {
            return self.problem(
                "libraries is no table",
                at,
                "write [libraries], then name = \"folder\" lines",
            );
        };
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        for (name, path) in entries {
            let Some(written) = path.get_ref().as_str().filter(|p| !p.is_empty()) else {
                let what = format!("the library {:?} has no folder", name.get_ref());
                self.problem(&what, path.span(), "write the folder in quotes");
                continue;
            };
            if self.config.library.is_empty() {
                self.config.library = name.get_ref().to_string();
            }
            let place = self.expanded(written);
            self.config.libraries.insert(name.get_ref().to_string(), place);
        }
    }

    fn searches(&mut self, value: &DeValue<'_>, at: Range<usize>) {
        let Some(table) = value.as_table() else {
            let advice = "write [searches], then name = \"words\" lines";
            return self.problem("searches is no table", at, advice);
        };
        for (name, words) in table {
            if let Some(words) = words.get_ref().as_str().filter(|words| !words.trim().is_empty()) {
                self.config.searches.insert(name.get_ref().to_string(), words.to_owned());
            } else {
                let what = format!("the search {:?} has no words", name.get_ref());
                self.problem(&what, words.span(), "write them in quotes, as you would type them");
            }
        }
    }

    fn keys(&mut self, value: &DeValue<'_>, at: Range<usize>) {
        if let Some(preset) = value.as_str() {
            preset.clone_into(&mut self.config.preset);
            return;
        }
        let Some(scopes) = value.as_table() else {
            return self.problem(
                "keys is neither a preset nor a table",
                at,
                "write keys = \"vim\", or [keys.SCOPE], then \"chord\" = \"command\" lines",
            );
        };
        for (scope, chords) in scopes {
            if let ("preset", Some(preset)) = (scope.get_ref().as_ref(), chords.get_ref().as_str()) {
                preset.clone_into(&mut self.config.preset);
                continue;
            }
            let Some(chords) = chords.get_ref().as_table() else {
                let what = format!("the key {:?} stands outside a scope", scope.get_ref());
                self.problem(&what, scope.span(), "put it under [keys.SCOPE]");
                continue;
            };
            for (chord, command) in chords {
                let Some(name) = command.get_ref().as_str() else {
                    let what = format!("the key {:?} has no command", chord.get_ref());
                    self.problem(&what, command.span(), "write the name of a command in quotes");
                    continue;
                };
                let scope = self.config.keys.entry(scope.get_ref().to_string()).or_default();
                scope.insert(chord.get_ref().to_string(), name.to_owned());
            }
        }
    }

    /// Makes sure that `library` names one of the libraries, or nothing when there are none.
    fn settle_library(&mut self, written: bool, at: Range<usize>) {
        if self.config.library.is_empty() || self.config.libraries.contains_key(&self.config.library) {
            return;
        }
        let name = std::mem::take(&mut self.config.library);
        let names: Vec<String> = self.config.libraries.keys().cloned().collect();
        self.config.library = names.first().cloned().unwrap_or_default();
        if written {
            self.unknown("unknown library", &name, at, names.iter().map(String::as_str));
        }
    }

    /// Expands `~` and makes a path relative to the config file's folder absolute.
    fn expanded(&self, written: &str) -> PathBuf {
        let below_home = written.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with('/'));
        match (below_home, self.place.home) {
            (Some(rest), Some(home)) => home.join(rest.trim_start_matches('/')),
            _ => self.place.path.parent().unwrap_or(Path::new("")).join(written),
        }
    }

    fn unknown<'n>(
        &mut self,
        kind: &str,
        name: &str,
        at: Range<usize>,
        known: impl Iterator<Item = &'n str> + Clone,
    ) {
        let advice = match nearest(name, known.clone()) {
            Some(near) => format!("did you mean {near:?}?"),
            None => format!("known are {}", known.collect::<Vec<_>>().join(", ")),
        };
        self.problem(&format!("{kind} {name:?}"), at, &advice);
    }

    fn problem(&mut self, what: &str, at: Range<usize>, advice: &str) {
        let (line, column) = line_and_column(self.text, at.start);
        let file = self.place.path.display();
        self.problems.push(format!("{what}: {file}, line {line}, column {column}: {advice}"));
    }
}

/// Returns a value as written, on one line and no longer than a line can bear.
fn shortened(written: &str) -> String {
    let line = written.lines().next().unwrap_or_default();
    let plain: String = line.chars().filter(|c| !c.is_control()).take(40).collect();
    if plain.len() < written.len() { format!("{plain}…") } else { plain }
}

#[cfg(test)]
mod tests {
    use super::super::{EXAMPLE, MarkRead};
    use super::*;

    fn read(text: &str) -> (Config, Vec<String>) {
        let place = Place { path: Path::new("/etc/np/config.toml"), home: Some(Path::new("/home/ada")) };
        parse(text, place)
    }

    #[test]
    fn the_example_is_the_defaults_and_shows_every_option() {
        assert_eq!(read(EXAMPLE), (Config::default(), vec![]));
        for row in OPTIONS {
            let line = format!("\n{} = {}\n", row.name, (row.show)(&Config::default()));
            assert!(EXAMPLE.contains(&line), "{line:?} is not in config.example.toml");
        }
        for name in TABLES {
            assert!(EXAMPLE.contains(&format!("\n[{name}]\n")), "{name}");
        }
    }

    #[test]
    fn what_is_shown_is_what_is_read() {
        let lines = OPTIONS.iter().map(|row| format!("{} = {}", row.name, (row.show)(&Config::default())));
        let text = lines.collect::<Vec<_>>().join("\n");
        assert_eq!(read(&text), (Config::default(), vec![]));
    }

    #[test]
    fn a_slip_costs_its_own_line_and_nothing_else() {
        let (config, problems) = read("measure = 60\nmesure = 9\n  mouse = 5\nmark-read = \"end\"\n");
        assert_eq!((config.measure, config.mouse, config.mark_read), (60, true, MarkRead::End));
        assert_eq!(
            problems,
            [
                "unknown option \"mesure\": /etc/np/config.toml, line 2, column 1: did you mean \"measure\"?",
                "mouse cannot be 5: /etc/np/config.toml, line 3, column 11: it takes true or false",
            ]
        );
    }

    #[test]
    fn values_out_of_range_are_told_what_is_allowed() {
        for text in ["measure = 7", "measure = 2_000", "measure = -3", "measure = 0x1", "measure = \"72\""] {
            let (config, problems) = read(text);
            assert_eq!(config, Config::default());
            assert!(problems[0].ends_with("it takes a whole number from 20 to 200"), "{problems:?}");
        }
        for text in ["search-url = \"https://a.example\"", "search-url = \"file:///{query}\"", "opener = [1]"]
        {
            assert_eq!(read(text).1.len(), 1, "{text}");
        }
        assert_eq!(read("measure = 0x40").0.measure, 64);
    }

    #[test]
    fn a_file_that_is_no_toml_says_where_it_breaks() {
        let (config, problems) = read("measure = 60\ntheme = \"ink\nmouse = false\n");
        assert_eq!(config, Config::default());
        assert!(problems[0].contains("/etc/np/config.toml, line 2, column "), "{problems:?}");
        assert!(!problems[0].contains('\n'));
    }

    #[test]
    fn the_first_library_of_the_file_is_opened_unless_one_is_named() {
        let libraries = "[libraries]\nwheat = \"~/news/wheat\"\nbarley = \"papers\"\n";
        let (config, problems) = read(libraries);
        assert_eq!(config.default_library(), Some(Path::new("/home/ada/news/wheat")));
        assert_eq!(config.libraries["barley"], Path::new("/etc/np/papers"));
        assert_eq!(problems, [""; 0]);
        let (config, _) = read(&format!("library = \"barley\"\n{libraries}"));
        assert_eq!(config.default_library(), Some(Path::new("/etc/np/papers")));
        let (config, problems) = read(&format!("library = \"barly\"\n{libraries}"));
        assert!(problems[0].contains("did you mean \"barley\"?"), "{problems:?}");
        assert!(config.default_library().is_some());
    }

    #[test]
    fn keys_are_kept_by_scope() {
        let (config, problems) = read("[keys.list]\n\"g g\" = \"first\"\nq = 1\n[keys]\nx = \"quit\"\n");
        assert_eq!(config.keys["list"]["g g"], "first");
        assert_eq!(problems.len(), 2, "{problems:?}");
    }

    #[test]
    fn a_file_in_another_encoding_says_where_it_stops_being_text() {
        let place = Place { path: Path::new("/etc/np/config.toml"), home: None };
        let (config, problems) = decoded(b"measure = 60\n# L'\xe9t\xe9\n", place);
        assert_eq!(config, Config::default());
        assert!(problems[0].starts_with("the config is not UTF-8: "), "{problems:?}");
        assert!(problems[0].contains("line 2, column 5: "), "{problems:?}");
    }

    #[test]
    fn a_missing_file_says_nothing_and_an_unreadable_one_does() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("config.toml");
        assert_eq!(load(Place { path: &missing, home: None }), (Config::default(), vec![]));
        assert_eq!(load(Place { path: folder.path(), home: None }).1.len(), 1);
    }
}
