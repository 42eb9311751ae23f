//! Owns colour: the only place where a role becomes a style. It refuses to know what is drawn.

use ratatui::style::Style;

use crate::typeset::Role;

/// A complete set of styles.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    styles: std::collections::HashMap<Role, Style>,
}

impl Theme {
    /// Returns the style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(&role).copied().unwrap_or_default()
    }
}
