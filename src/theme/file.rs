//! Owns the form of theme files and what can be wrong with them. It refuses to open any.
//!
//! `inherit = "default"` names the theme to start from (`"none"`: nothing); every other key is a
//! role with a table of `fg`, `bg`, `bold`, `dim`, `italic`, `underline`, `strike` and `reverse`.

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;
use toml::{Table, Value};

use super::{DEFAULT, Theme};
use crate::typeset::Role;

/// The theme to inherit for one that names every role itself.
const NOTHING: &str = "none";

/// What can be wrong with a theme.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ThemeError {
    /// It is not TOML; the cause says where.
    #[error("not a theme file: {0}")]
    Syntax(#[from] toml::de::Error),
    /// There is no theme of that name.
    #[error("there is no theme \"{name}\"")]
    UnknownTheme {
        /// The name asked for.
        name: String,
    },
    /// It styles something newsprint does not draw.
    #[error("there is nothing called \"{name}\" to style")]
    UnknownRole {
        /// The key as written.
        name: String,
    },
    /// A style is not a table, or has keys or values of the wrong kind.
    #[error("the style of \"{role}\" is wrong: {cause}")]
    BadStyle {
        /// The role as written.
        role: String,
        /// What TOML says about it.
        cause: toml::de::Error,
    },
    /// A colour is neither a name, nor a number up to 255, nor `#rrggbb`.
    #[error("\"{colour}\", in the style of \"{role}\", is no colour")]
    BadColour {
        /// The role as written.
        role: String,
        /// The colour as written.
        colour: String,
    },
}

/// The style of a role as a file gives it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    fg: Option<String>,
    bg: Option<String>,
    bold: Option<bool>,
    dim: Option<bool>,
    italic: Option<bool>,
    underline: Option<bool>,
    strike: Option<bool>,
    reverse: Option<bool>,
}

/// Reads a theme.
pub(super) fn parse(text: &str) -> Result<Theme, ThemeError> {
    let mut table: Table = toml::from_str(text)?;
    let base = table.remove("inherit").unwrap_or_else(|| Value::from(DEFAULT));
    let mut theme = match base.as_str() {
        Some(NOTHING) => Theme::bare(),
        Some(name) => Theme::named(name, false)?,
        None => return Err(ThemeError::UnknownTheme { name: base.to_string() }),
    };
    for (name, value) in table {
        let Some(role) = Role::named(&name) else { return Err(ThemeError::UnknownRole { name }) };
        theme.change(role, style(role, value)?);
    }
    Ok(theme)
}

fn style(role: Role, value: Value) -> Result<Style, ThemeError> {
    let bad = |cause| ThemeError::BadStyle { role: role.name().to_owned(), cause };
    let entry: Entry = value.try_into().map_err(bad)?;
    let mut style = Style { fg: colour(role, entry.fg)?, bg: colour(role, entry.bg)?, ..Style::default() };
    let switches = [
        (entry.bold, Modifier::BOLD),
        (entry.dim, Modifier::DIM),
        (entry.italic, Modifier::ITALIC),
        (entry.underline, Modifier::UNDERLINED),
        (entry.strike, Modifier::CROSSED_OUT),
        (entry.reverse, Modifier::REVERSED),
    ];
    for (switch, modifier) in switches {
        style = match switch {
            Some(true) => style.add_modifier(modifier),
            Some(false) => style.remove_modifier(modifier),
            None => style,
        };
    }
    Ok(style)
}

fn colour(role: Role, name: Option<String>) -> Result<Option<Color>, ThemeError> {
    let Some(colour) = name else { return Ok(None) };
    match colour.parse() {
        Ok(parsed) => Ok(Some(parsed)),
        Err(_) => Err(ThemeError::BadColour { role: role.name().to_owned(), colour }),
    }
}
