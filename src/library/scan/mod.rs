//! Owns finding and reading files, within bounds. It refuses to follow what is not a regular file, and
//! to know what is done with what it read.

mod open;
mod parts;
mod skip;
#[cfg(test)]
mod tests;
mod walk;

use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf, absolute};

use jiff::tz::TimeZone;

pub use open::{LARGEST, READ_AT_MOST};
pub use walk::{DEEPEST, walk};

use super::Reading;
use crate::article::Text;
use crate::formats::{self, Origin};

/// Lists the files below `places`, in a stable order, each once; says of each place that cannot be
/// entered why. [`walk()`] gives files as it finds them.
pub fn files(places: &[PathBuf], follow_links: bool) -> (Vec<PathBuf>, Vec<super::FileProblem>) {
    let mut files = Vec::new();
    let problems = walk(places, follow_links, &mut |_, file| {
        files.push(file);
        ControlFlow::Continue(())
    });
    (files, problems)
}

/// Says whether a walk below `places` would look at this path, going by its name alone: it is one of
/// them, or below one and neither hidden nor ruled out as an article.
pub fn is_wanted(path: &Path, places: &[PathBuf]) -> bool {
    let below = |place: &PathBuf| path.strip_prefix(place).ok();
    let is_shown = |rest: &Path| !rest.components().any(|part| skip::is_hidden(part.as_os_str()));
    let mut rests = places.iter().filter_map(below);
    rests.any(|rest| rest.as_os_str().is_empty() || (is_shown(rest) && !skip::is_no_article(path)))
}

/// Says whether there is a file at this path that a walk below `places` looks at, be it by the name given,
/// which may lead through links, or by the one it really has: nothing is written to such a file.
pub fn is_article(path: &Path, places: &[PathBuf]) -> bool {
    let ways: [fn(&Path) -> io::Result<PathBuf>; 2] = [Path::canonicalize, |path| absolute(path)];
    let is_looked_at = |whole: &fn(&Path) -> io::Result<PathBuf>| {
        let places: Vec<PathBuf> = places.iter().filter_map(|place| whole(place).ok()).collect();
        whole(path).is_ok_and(|name| is_wanted(&name, &places))
    };
    path.is_file() && ways.iter().any(is_looked_at)
}

/// Reads and parses one file. It never waits for one that is not ready, never reads a device, and
/// never reads more than [`READ_AT_MOST`] bytes.
pub fn read(path: &Path) -> Reading {
    match open::read(path) {
        Err(why) => {
            Reading { path: path.to_owned(), modified: 0, articles: Err(Text::line(&why.to_string())) }
        }
        Ok(file) => {
            let mut reading = parse(path, &file.bytes, file.modified);
            if let Ok(articles) = &mut reading.articles {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                parts::fetch(path, articles, &Origin { name: &name, modified: day(file.modified) });
            }
            for article in reading.articles.iter_mut().flatten() {
                article.provenance.warnings.extend(file.warning.map(Text::new));
            }
            reading
        }
    }
}

/// Returns the bytes of a whole file that is no article, such as a picture, under the same care.
pub fn bytes(path: &Path) -> Option<Vec<u8>> {
    open::read(path).ok().filter(|file| file.warning.is_none()).map(|file| file.bytes)
}

/// Parses bytes that are at hand as the file at `path`, changed at `modified` (seconds since 1970).
pub fn parse(path: &Path, bytes: &[u8], modified: i64) -> Reading {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let origin = Origin { name: &name, modified: day(modified) };
    let articles = formats::parse(bytes, &origin).map_err(|problem| Text::line(&problem.to_string()));
    Reading { path: path.to_owned(), modified, articles }
}

/// Returns the day of a moment in seconds since 1970, at Greenwich. The first second of all is none: what
/// has no file, as standard input, and files whose time an archive did not keep say 0, and a day in 1970
/// would date an article a century before it was written.
fn day(seconds: i64) -> Option<jiff::civil::Date> {
    let moment = jiff::Timestamp::from_second(seconds).ok().filter(|_| seconds != 0)?;
    Some(moment.to_zoned(TimeZone::UTC).date())
}
