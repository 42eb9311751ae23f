//! Owns colour: the only place where a role becomes a style. It refuses to know what is drawn.

mod file;

use ratatui::style::{Modifier, Style};

use crate::typeset::{Role, Span};
pub use file::ThemeError;

/// The themes newsprint comes with: their names and their files.
pub const BUILTIN: &[(&str, &str)] =
    &[("default", include_str!("default.toml")), ("mono", include_str!("mono.toml"))];

/// The theme in force when none is named.
pub const DEFAULT: &str = "default";
/// The theme in force when colour is not wanted.
pub const MONO: &str = "mono";

/// A complete set of styles.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// One for each of [`Role::ALL`], in that order.
    styles: Vec<Style>,
}

impl Theme {
    /// Returns a built-in theme; without colour it is the one made for that, whatever the name.
    pub fn named(name: &str, no_color: bool) -> Result<Self, ThemeError> {
        let name = if no_color { MONO } else { name };
        let found = BUILTIN.iter().find(|(known, _)| *known == name);
        let (_, text) = found.ok_or_else(|| ThemeError::UnknownTheme { name: name.to_owned() })?;
        Self::parse(text)
    }

    /// Reads a theme file. Roles it does not name are those of the theme it inherits: the default
    /// one unless it says otherwise.
    pub fn parse(text: &str) -> Result<Self, ThemeError> {
        file::parse(text)
    }

    /// Returns a theme that styles nothing: what others build on, and the last resort.
    pub fn bare() -> Self {
        Self { styles: vec![Style::default(); Role::ALL.len()] }
    }

    /// Returns the style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role as usize).copied().unwrap_or_default()
    }

    /// Returns the style of a span: that of its role, with its look upon it. Stress inside slanted
    /// text stands upright.
    pub fn span_style(&self, span: &Span) -> Style {
        let mut style = self.style(span.role);
        if span.look.emphasis {
            let slant = Modifier::ITALIC;
            let slanted = style.add_modifier.contains(slant);
            style = if slanted { style.remove_modifier(slant) } else { style.add_modifier(slant) };
        }
        if span.look.strong {
            style = style.add_modifier(Modifier::BOLD);
        }
        if span.look.struck {
            style = style.add_modifier(Modifier::CROSSED_OUT);
        }
        style
    }

    fn change(&mut self, role: Role, change: Style) {
        if let Some(style) = self.styles.get_mut(role as usize) {
            *style = style.patch(change);
        }
    }
}

#[cfg(test)]
mod tests;
