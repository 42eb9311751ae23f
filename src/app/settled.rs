//! Owns what the config settles for the screen, as it was last read. It refuses to read the file, and to know
//! what a key changed since.

use crate::config::{Config, Images, MarkRead, Sort};
use crate::library::{Order, OrderBy};

/// What the config settles.
#[derive(Debug)]
pub(super) struct Settled {
    /// When an article counts as read.
    pub(super) mark_read: MarkRead,
    /// Whether pictures are shown.
    pub(super) images: Images,
    /// The name of the theme.
    pub(super) theme: String,
    /// The order of the list.
    pub(super) order: Order,
    /// Libraries by name.
    pub(super) libraries: Vec<String>,
    /// Searches by name, with their words.
    pub(super) searches: Vec<(String, String)>,
    /// Where words are searched for on the web.
    pub(super) search_url: String,
    /// Where an address is looked up in an archive.
    pub(super) archive_url: String,
}

impl Settled {
    pub(super) fn of(config: &Config) -> Self {
        Self {
            mark_read: config.mark_read,
            images: config.images,
            theme: config.theme.clone(),
            order: order(config.sort),
            libraries: config.libraries.keys().cloned().collect(),
            searches: config.searches.clone().into_iter().collect(),
            search_url: config.search_url.clone(),
            archive_url: config.archive_url.clone(),
        }
    }
}

/// The order the config asks for.
fn order(sort: Sort) -> Order {
    let by = match sort {
        Sort::Date => OrderBy::Date,
        Sort::Title => OrderBy::Title,
        Sort::Source => OrderBy::Outlet,
        Sort::Unread => OrderBy::Unread,
    };
    Order { by, reversed: false }
}
