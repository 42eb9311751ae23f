//! Owns what a row is: how its input is built, what the program must answer, and what every answer
//! must be whatever the input. It refuses to know any input.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::Value;

use crate::measure::{self, Ran};

/// The time one file may cost. A build without optimisation gets more.
const TIME: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 2 });
/// The memory one file may cost, in bytes.
const MEMORY: u64 = 300_000_000;

/// Scales a size down where nothing is optimised.
pub(crate) const fn many(size: usize) -> usize {
    if cfg!(debug_assertions) { size / 40 } else { size }
}

/// What a run puts into a home: its output, its settings, a copy of the program.
const OWN: &[&str] = &["out", "err", "config", "cache", "data", "newsprint"];

type Build = Box<dyn Fn(&Path) -> Vec<PathBuf>>;
type Holds = fn(&[Value]) -> bool;

/// A hostile input and the answer it must get.
pub(crate) struct Row {
    pub(crate) what: &'static str,
    build: Build,
    wants: Vec<Want>,
    /// What happens to the input while it is read.
    meanwhile: Option<fn(&Path)>,
    pub(crate) config: &'static str,
    /// Whether the program must run as somebody who may not read everything.
    pub(crate) unprivileged: bool,
    /// Whether the program may refuse or not: both are right answers.
    either: bool,
}

enum Want {
    Articles(usize),
    Warning(&'static str),
    Refusal(&'static str),
    Says(&'static str),
    Lacks(&'static str),
    Holds(&'static str, Holds),
}

/// A row whose input is one file.
pub(crate) fn file(what: &'static str, name: &'static str, bytes: impl Fn() -> Vec<u8> + 'static) -> Row {
    row(what, move |folder| {
        fs::write(folder.join(name), bytes()).unwrap();
        vec![folder.join(name)]
    })
}

/// A row whose input is built below a folder, and named.
pub(crate) fn row(what: &'static str, build: impl Fn(&Path) -> Vec<PathBuf> + 'static) -> Row {
    Row {
        what,
        build: Box::new(build),
        wants: Vec::new(),
        meanwhile: None,
        config: "",
        unprivileged: false,
        either: false,
    }
}

impl Row {
    /// Asks for exactly so many articles.
    pub(crate) fn articles(self, count: usize) -> Self {
        self.want(Want::Articles(count))
    }

    /// Asks for a warning with these words, in an article.
    pub(crate) fn warns(self, words: &'static str) -> Self {
        self.want(Want::Warning(words))
    }

    /// Asks for a warning where nothing was scaled down.
    pub(crate) fn warns_in_full(self, words: &'static str) -> Self {
        if cfg!(debug_assertions) { self } else { self.warns(words) }
    }

    /// Asks for a line on standard error with these words, and for an exit that says so.
    pub(crate) fn refused(self, words: &'static str) -> Self {
        self.want(Want::Refusal(words))
    }

    /// Asks for these words in the text or the title of an article.
    pub(crate) fn says(self, words: &'static str) -> Self {
        self.want(Want::Says(words))
    }

    /// Asks that these words are nowhere.
    pub(crate) fn lacks(self, words: &'static str) -> Self {
        self.want(Want::Lacks(words))
    }

    /// Asks for something of the articles.
    pub(crate) fn holds(self, what: &'static str, holds: Holds) -> Self {
        self.want(Want::Holds(what, holds))
    }

    pub(crate) fn either(mut self) -> Self {
        self.either = true;
        self
    }

    pub(crate) fn meanwhile(mut self, happens: fn(&Path)) -> Self {
        self.meanwhile = Some(happens);
        self.either()
    }

    pub(crate) fn config(mut self, config: &'static str) -> Self {
        self.config = config;
        self
    }

    pub(crate) fn unprivileged(mut self) -> Self {
        self.unprivileged = true;
        self
    }

    fn want(mut self, want: Want) -> Self {
        self.wants.push(want);
        self
    }

    /// Tries the row; returns a line about it and what was not as required.
    pub(crate) fn run(&self) -> (String, Vec<String>) {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("library");
        fs::create_dir(&folder).unwrap();
        let named = (self.build)(&folder);
        let before = names(home.path());
        let ran = measure::run(self, home.path(), &named, || {
            if let Some(happens) = self.meanwhile {
                happens(&folder);
            }
        });
        let line =
            format!("{:>5} ms {:>4} MB  {}", ran.time.as_millis(), ran.memory.div_ceil(1_000_000), self.what);
        let mut faults = self.faults(&ran);
        if names(home.path()).iter().any(|name| !before.contains(name) && !OWN.contains(&&**name)) {
            faults.push("left files behind".to_owned());
        }
        (line, faults)
    }

    fn faults(&self, ran: &Ran) -> Vec<String> {
        let mut faults = Vec::new();
        let articles = always(ran, &mut faults);
        let refused = self.wants.iter().any(|want| matches!(want, Want::Refusal(_)));
        if !self.either && ran.code != Some(i32::from(refused)) {
            faults.push(format!("exit {:?}: {}", ran.code, shortened(&ran.err)));
        }
        for want in &self.wants {
            faults.extend(want.fault(&articles, ran));
        }
        faults
    }
}

impl Want {
    fn fault(&self, articles: &[Value], ran: &Ran) -> Option<String> {
        let among = |key: &str, words: &str| {
            articles.iter().any(|article| strings(&article[key]).iter().any(|text| text.contains(words)))
        };
        let (fine, asked) = match self {
            Self::Articles(count) => {
                (articles.len() == *count, format!("{count} articles, not {}", articles.len()))
            }
            Self::Warning(words) => (among("warnings", words), format!("a warning {words:?}")),
            Self::Refusal(words) => {
                (ran.err.contains(words), format!("a refusal {words:?}: {}", shortened(&ran.err)))
            }
            Self::Says(words) => {
                (among("text", words) || among("title", words), format!("the text {words:?}"))
            }
            Self::Lacks(words) => {
                (!ran.out.contains(words) && !ran.err.contains(words), format!("no {words:?}"))
            }
            Self::Holds(what, holds) => (!articles.is_empty() && holds(articles), (*what).to_owned()),
        };
        (!fine).then(|| format!("wanted {asked}"))
    }
}

/// Looks at what must be so whatever was read; returns the articles listed.
fn always(ran: &Ran, faults: &mut Vec<String>) -> Vec<Value> {
    if !matches!(ran.code, Some(0 | 1)) {
        faults.push(format!("ended as {:?}: {}", ran.code, shortened(&ran.err)));
    }
    if ran.time > TIME {
        faults.push(format!("took {} ms", ran.time.as_millis()));
    }
    if ran.memory > MEMORY {
        faults.push(format!("took {} MB", ran.memory / 1_000_000));
    }
    if ran.out.chars().chain(ran.err.chars()).any(|c| c != '\n' && acts(c)) {
        faults.push("printed what a terminal acts upon".to_owned());
    }
    let parsed: Result<Vec<Value>, _> = ran.out.lines().map(serde_json::from_str).collect();
    let Ok(articles) = parsed else {
        faults.push("printed what is no JSON".to_owned());
        return Vec::new();
    };
    for article in &articles {
        for (key, value) in article.as_object().unwrap() {
            // A path is the file system's: it comes back to the letter, escaped.
            if key != "path" && strings(value).iter().any(|text| text.chars().any(|c| c != '\n' && acts(c))) {
                faults.push(format!("{key} holds what a terminal acts upon"));
            }
        }
    }
    articles
}

/// Returns the names in a home and its library.
fn names(home: &Path) -> Vec<String> {
    let folders = [home.to_owned(), home.join("library")];
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

fn acts(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Returns every string in a value.
pub(crate) fn strings(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(values) => values.iter().flat_map(strings).collect(),
        Value::Object(fields) => fields.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(300).collect()
}
