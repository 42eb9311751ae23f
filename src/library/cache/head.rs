//! Owns the head of a cache: the first rows of the list in full, kept beside the index so that the
//! first frame is one small read. It refuses to be believed: the index answers a moment later.

use std::fs;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::{CacheError, Store, row};
use crate::files::{Lasting, replace};
use crate::library::{Order, View};

/// What the file says of itself. Raise the number when rows change.
const VERSION: &str = "newsprint head 1";
/// The file.
const FILE: &str = "head";
/// Rows kept: more than three screens.
pub const ROWS: usize = 160;

/// What stands above the rows.
#[derive(Debug, Serialize, Deserialize)]
struct Top {
    #[serde(flatten)]
    order: Order,
    total: usize,
    unread: usize,
}

impl Store {
    /// Returns the first rows of the whole list in this order, as they were last kept; `None` when they
    /// were kept by another version, in another order, or are not what was written.
    pub fn head(&self, order: Order) -> Option<View> {
        let body = self.kept_head()?;
        let mut lines = body.lines();
        let top: Top = serde_json::from_str(lines.next()?).ok()?;
        if top.order != order {
            return None;
        }
        let rows = lines.map(|line| row::read(line).map(|entry| entry.row)).collect::<Option<_>>()?;
        Some(View { total: top.total, unread: top.unread, first: 0, rows, found: None })
    }

    /// Returns how many articles the whole list had when its head was kept, and how many were unread.
    pub fn head_counts(&self) -> Option<(usize, usize)> {
        let top: Top = serde_json::from_str(self.kept_head()?.lines().next()?).ok()?;
        Some((top.total, top.unread))
    }

    /// Returns what was kept, if it is what was written.
    fn kept_head(&self) -> Option<String> {
        let kept = fs::read_to_string(self.folder().join(FILE)).ok()?;
        let (first, body) = kept.split_once('\n')?;
        (first == signature(body)).then(|| body.to_owned())
    }

    /// Keeps the first rows of the whole list; what was kept before is replaced in one step.
    pub fn keep_head(&self, order: Order, view: &View) -> Result<(), CacheError> {
        let top = Top { order, total: view.total, unread: view.unread };
        let mut body = serde_json::to_string(&top).unwrap_or_default();
        for row in view.rows.iter().take(ROWS) {
            body.push('\n');
            body += &row::write(row, 0, 0);
        }
        let whole = format!("{}\n{body}", signature(&body));
        Ok(replace(&self.folder().join(FILE), whole.as_bytes(), None, Lasting::Written)?)
    }
}

/// The first line of a head with this body. No sync before the rename: a head that was torn by a
/// power cut does not bear its own signature.
fn signature(body: &str) -> String {
    format!("{VERSION} {:016x}", xxh3_64(body.as_bytes()))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::super::tests::three;
    use super::*;
    use crate::library::{OrderBy, Standing};

    #[test]
    fn the_head_is_what_was_kept_and_nothing_else_is_believed() {
        let library = three();
        let order = Order::default();
        assert_eq!(library.store.head(order), None);
        let request = super::super::tests::request("", order);
        let view = library.cache.view(&request, &|_| Standing::default()).unwrap();
        library.store.keep_head(order, &view).unwrap();
        assert_eq!(library.store.head(order).unwrap(), view);
        assert_eq!(library.store.head_counts(), Some((view.total, view.unread)));
        assert_eq!(library.store.head(Order { by: OrderBy::Title, reversed: false }), None);
        let file = library.store.folder().join(FILE);
        let kept = fs::read_to_string(&file).unwrap().replace("Zebra", "Cobra");
        fs::File::create(&file).unwrap().write_all(kept.as_bytes()).unwrap();
        assert_eq!(library.store.head(order), None);
        assert_eq!(library.store.head_counts(), None);
    }
}
