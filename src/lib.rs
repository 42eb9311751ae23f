//! newsprint reads saved articles in a terminal.

pub mod article;
pub mod cli;
pub mod config;
pub mod formats;
pub mod library;
pub mod marks;
pub mod theme;
pub mod typeset;
