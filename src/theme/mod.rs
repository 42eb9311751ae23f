//! Owns colour: the only place where a role becomes a style. It refuses to know what is drawn, and to
//! open files: a reader's own themes are handed in as text.

mod contrast;
mod depth;
mod draft;
mod error;
mod file;

use ratatui::style::{Modifier, Style};

use crate::typeset::{Role, Span};
pub use depth::Depth;
use draft::Draft;
pub use error::ThemeError;

/// The themes newsprint comes with: their names and their files.
pub const BUILTIN: &[(&str, &str)] = &[
    ("default", include_str!("default.toml")),
    ("broadsheet", include_str!("broadsheet.toml")),
    ("daylight", include_str!("daylight.toml")),
    ("lamplight", include_str!("lamplight.toml")),
    ("harbour", include_str!("harbour.toml")),
    ("pressroom", include_str!("pressroom.toml")),
    ("stark", include_str!("stark.toml")),
    ("mono", include_str!("mono.toml")),
];

/// The theme in force when none is named.
pub const DEFAULT: &str = "default";
/// The theme in force when colour is not wanted.
pub const MONO: &str = "mono";
/// The name that stands for a light or a dark theme, as the terminal is.
pub const AUTO: &str = "auto";

/// Finds the text of one of the reader's own themes by its name.
pub type Own<'a> = &'a dyn Fn(&str) -> Option<String>;

/// What a theme looks like as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Dark ink on a light page.
    Light,
    /// Light ink on a dark page.
    Dark,
}

/// A complete set of styles.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    name: String,
    look: Option<Look>,
    /// One for each of [`Role::ALL`], in that order.
    styles: Vec<Style>,
}

impl Theme {
    /// Returns a built-in theme; without colour it is the one made for that, whatever the name.
    pub fn named(name: &str, no_color: bool) -> Result<Self, ThemeError> {
        Self::load(if no_color { MONO } else { name }, &|_| None)
    }

    /// Returns a theme: one of the reader's `own`, else a built-in one.
    pub fn load(name: &str, own: Own<'_>) -> Result<Self, ThemeError> {
        Draft::of(name, own)?.finish(name)
    }

    /// Reads a theme file that inherits nothing but built-in themes.
    pub fn parse(name: &str, text: &str) -> Result<Self, ThemeError> {
        Self::load(name, &|asked| (asked == name).then(|| text.to_owned()))
    }

    /// Returns a theme that styles nothing: the last resort.
    pub fn bare() -> Self {
        Self { name: String::new(), look: None, styles: vec![Style::default(); Role::ALL.len()] }
    }

    /// Returns its name, as the config writes it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns whether it is light or dark; nothing where it uses the terminal's own page.
    pub fn look(&self) -> Option<Look> {
        self.look
    }

    /// Says whether it names no colour at all: weight, slant and reversed ink tell everything apart.
    pub fn is_colourless(&self) -> bool {
        self.styles.iter().all(|style| style.fg.is_none() && style.bg.is_none())
    }

    /// Returns it in the colours a terminal can show.
    #[must_use]
    pub fn at(mut self, depth: Depth) -> Self {
        let page = self.style(Role::Screen);
        for style in &mut self.styles {
            *style = depth.reduce(*style, page);
        }
        self
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
}

#[cfg(test)]
mod tests;
