//! Everything that is tested from outside, in one binary.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::format_push_string,
    clippy::excessive_nesting,
    clippy::let_underscore_must_use,
    reason = "a test that meets what it does not expect should stop, and may write files"
)]

mod ahead;
mod answers;
mod architecture;
mod arrivals;
mod articles;
mod asking;
mod boxes;
mod cli;
mod completing;
mod config;
mod desk;
mod display;
mod docs;
mod edges;
mod export;
mod fits;
mod found;
mod graphics;
mod habits;
mod home;
mod linear;
mod lists;
mod live;
mod looks;
mod marks;
mod mistakes;
mod mouse;
mod narrow;
mod notices;
mod orders;
mod pictures;
mod pictures_shown;
mod properties;
mod questions;
mod screens;
mod statistics;
mod stories;
mod terminal;
mod timeline;
mod tongues;
mod typography;
mod versions;
mod way;
