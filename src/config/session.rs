//! Owns what a reading session starts from, gathered by the command line and handed to the reader.
//! It refuses to start it.

use std::path::PathBuf;

use super::{Config, Environment, Paths};
use crate::words::Words;

/// Everything the reader needs to know when it starts.
#[derive(Debug, Clone, Default)]
pub struct Session {
    /// The files and folders to read; empty when neither the command line nor the config names any.
    pub places: Vec<PathBuf>,
    /// The options in force.
    pub config: Config,
    /// The config file, there or not; `None`: none is read.
    pub config_file: Option<PathBuf>,
    /// What is wrong with the config file, one line each; the rest of it is in force all the same.
    pub config_problems: Vec<String>,
    /// Where files are kept; `None` when there is no home folder, and then nothing is kept.
    pub paths: Option<Paths>,
    /// What the environment says of the terminal.
    pub environment: Environment,
    /// An article that came through standard input.
    pub stdin: Option<Vec<u8>>,
}

impl Session {
    /// Returns what newsprint says, in the language the config names or else the environment.
    pub fn words(&self) -> Words {
        self.environment.words(&self.config)
    }
}
