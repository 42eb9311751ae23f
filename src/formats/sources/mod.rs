//! Owns the grammar of source lists: the labels that open one in two dozen languages, and the ways
//! an entry is written. It refuses to look a source up.

mod address;
mod authors;
mod entry;
mod grammar;
mod label;
mod several;
#[cfg(test)]
mod tests;
mod works;

pub(crate) use address::trim_address;
pub use entry::{entry, is_address, linked, shows_a_source};
pub use label::{after_label, credits, is_label};
pub use several::several;
