//! newsprint reads saved articles in a terminal.

pub mod app;
pub mod article;
pub mod cli;
pub mod config;
pub mod formats;
pub mod keys;
pub mod library;
pub mod marks;
pub mod panes;
pub mod runtime;
pub mod theme;
pub mod typeset;
