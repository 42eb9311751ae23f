//! Owns one command as the lists of commands show it. It refuses to know which commands there are.

/// One command as the help and the palette show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommandRow {
    /// Where the command applies, as a heading.
    pub place: String,
    /// The command's name in config and palette.
    pub name: &'static str,
    /// The keys, each ready to print.
    pub keys: Vec<String>,
    /// What it does.
    pub help: String,
}

impl CommandRow {
    /// Returns the keys in a line.
    pub fn keys(&self) -> String {
        self.keys.join("  ")
    }
}
