//! Owns what can be wrong with a theme, said so that a person can mend it: what, and where.

/// What is wrong with a theme, in which file and where in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ThemeError {
    /// There is no theme of that name.
    #[error("there is no theme \"{name}\"{}", near.as_ref().map(|n| format!("; did you mean \"{n}\"?")).unwrap_or_default())]
    Unknown {
        /// The name asked for.
        name: String,
        /// The name most like it.
        near: Option<&'static str>,
    },
    /// Something in a file is wrong.
    #[error("{theme}.toml, line {line}, column {column}: {what}")]
    Mistake {
        /// The theme whose file it is.
        theme: String,
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// What is wrong, and what would be right.
        what: String,
    },
    /// Themes inherit each other in a circle, or there are too many of them in a row.
    #[error("the theme \"{theme}\" inherits itself, or from too far away")]
    Circle {
        /// The theme it was found in.
        theme: String,
    },
}
