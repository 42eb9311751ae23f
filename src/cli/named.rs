//! Owns what articles are called on the command line: a file, an id, a web address, or lines of these
//! on standard input. It refuses to read the files.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::output::{Stop, shown};
use super::places;
use crate::article::identity::canonical_url;
use crate::article::{Article, ArticleId, Text};

/// What the articles named on the command line are.
#[derive(Debug, Default)]
pub(super) struct Named {
    pub(super) files: Vec<PathBuf>,
    pub(super) ids: Vec<ArticleId>,
    /// Web addresses: they are marked whether their article is in the library yet or not.
    pub(super) pages: Vec<(ArticleId, String)>,
}

/// Returns the id of the article at a web address, whether it is at hand or not.
pub(super) fn page(address: &str) -> Option<ArticleId> {
    canonical_url(address)?;
    let article = Article { url: Some(Text::line(address)), ..Article::default() };
    Some(ArticleId::of(&article))
}

/// Parts arguments into files, ids and addresses.
pub(super) fn part(articles: &[OsString]) -> Result<Named, Stop> {
    let mut named = Named::default();
    for name in articles {
        if name == places::STDIN {
            let bytes = places::standard_input()?;
            for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()) {
                named.add(name_in(line))?;
            }
        } else {
            named.add(name.clone())?;
        }
    }
    Ok(named)
}

/// Returns the name a line holds: to the byte if a file has it, else without the white space around it.
fn name_in(line: &[u8]) -> OsString {
    let whole = os_string(line);
    if Path::new(&whole).exists() { whole } else { os_string(line.trim_ascii()) }
}

#[cfg(unix)]
fn os_string(bytes: &[u8]) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(bytes.to_vec())
}

#[cfg(not(unix))]
fn os_string(bytes: &[u8]) -> OsString {
    String::from_utf8_lossy(bytes).into_owned().into()
}

impl Named {
    fn add(&mut self, name: OsString) -> Result<(), Stop> {
        let word = name.to_str();
        let id: Option<ArticleId> = word.and_then(|word| word.parse().ok());
        let address = word.and_then(|word| Some((page(word)?, word.to_owned())));
        match (id, address) {
            _ if Path::new(&name).exists() => self.files.push(PathBuf::from(name)),
            (Some(id), _) => self.ids.push(id),
            (None, Some(page)) => self.pages.push(page),
            (None, None) => {
                let advice = "name a file, its address, or the id that newsprint list --format json gives";
                let line = format!("no such article: {}: {advice}", shown(Path::new(&name)));
                return Err(Stop::Usage(line));
            }
        }
        Ok(())
    }
}
