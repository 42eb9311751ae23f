//! Owns what the app asks of the library: errands, and what they carry. It refuses to know who runs them, and
//! in which order.

use std::path::PathBuf;

use crate::article::ArticleId;
use crate::library::survey::Survey;
use crate::library::versions::InFile;
use crate::library::{Facet, Query, Request};
use crate::typeset::Page;

/// Something the library is asked for. Articles for the screen are set for the page they are asked for with.
#[derive(Debug, Clone, PartialEq)]
pub enum Errand {
    /// Answer a request; a newer generation makes an older request pointless.
    List {
        /// Counts requests.
        generation: u64,
        /// The request.
        request: Request,
    },
    /// Give the ids of everything a request shows, whatever its window.
    Ids(Request),
    /// Give the rows of the articles with notes, whatever is on the screen.
    Notes(Request),
    /// Count what queries show, and what is in the folders of the library.
    Count(Vec<Query>),
    /// Give the values of a field, with how many articles each fits.
    Values(Facet),
    /// Count the articles a request shows by the day they appeared.
    Days(Request),
    /// Count what was read.
    Statistics {
        /// The time, in milliseconds since 1970.
        now: u64,
    },
    /// Answer a question about the library as a whole.
    Survey(Box<Survey>),
    /// Read an article to show it; a newer one makes an older one pointless.
    Load(ArticleId, Page),
    /// Read an article that may be asked for next, when there is nothing else to do; a newer one makes an
    /// older one pointless.
    Ahead(ArticleId, Page),
    /// The article that was read ahead is on the screen: read it again if its file changed since.
    Confirm(ArticleId, Page),
    /// Read an article to show it; where a query lights nothing in it, another of its versions in which it
    /// does.
    LoadLit {
        /// The article.
        id: ArticleId,
        /// The query.
        query: Query,
        /// The page.
        page: Page,
    },
    /// Read one version of an article to show it.
    LoadVersion {
        /// The article.
        id: ArticleId,
        /// The file of the version.
        path: PathBuf,
        /// Its place in that file.
        item: usize,
        /// The page.
        page: Page,
    },
    /// Find out what became of an article whose file may have changed.
    Locate {
        /// The article.
        id: ArticleId,
        /// The file it was read from.
        path: PathBuf,
    },
    /// Give the versions of an article.
    Versions(ArticleId),
    /// Find what changed between two versions of an article.
    Compare {
        /// The older version.
        old: InFile,
        /// The newer version.
        new: InFile,
    },
    /// Write articles to a file.
    Export(Export),
}

/// Articles to be written to a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Export {
    /// Which articles.
    pub what: Exported,
    /// The path as the reader typed it; its extension says the form.
    pub path: String,
    /// Whether a file that is there is written over.
    pub over: bool,
}

/// Which articles are written.
#[derive(Debug, Clone, PartialEq)]
pub enum Exported {
    /// One.
    Article(ArticleId),
    /// All that a request shows, whatever its window.
    List(Box<Request>),
}
