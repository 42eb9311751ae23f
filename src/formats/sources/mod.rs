//! Owns the grammar of source lists: the labels that open one in two dozen languages, and the ways
//! an entry is written. It refuses to look a source up.

mod entry;
mod label;
#[cfg(test)]
mod tests;

pub(crate) use entry::trim_address;
pub use entry::{entry, linked, shows_a_source};
pub use label::{after_label, is_label};
