//! Owns where in the config file something stands. It refuses to judge what it says.

use toml::de::DeTable;

use super::file::{Place, text_of};
use crate::article::spot::line_and_column;

/// Returns the line and column of what the config says under these names, one inside the other: of its
/// value where that is words, else of its name. `None` if it is not there.
pub fn spot(place: Place<'_>, names: &[&str]) -> Option<(usize, usize)> {
    let text = text_of(place.path)?;
    let whole = DeTable::parse(&text).ok()?;
    let mut table = whole.get_ref();
    let mut start = None;
    for name in names {
        let (key, value) = table.iter().find(|(key, _)| key.get_ref().as_ref() == *name)?;
        let span = if value.get_ref().is_str() { value.span() } else { key.span() };
        start = Some(span.start);
        // `keys = "vim"` stands for the preset inside.
        let Some(inner) = value.get_ref().as_table() else { break };
        table = inner;
    }
    start.map(|start| line_and_column(&text, start))
}
