//! Owns inheritance: a theme laid over those it starts from, colours by name settled last, so that a
//! theme may change a palette alone. It refuses to read TOML.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};

use super::file::{self, Entry, File, Written};
use super::{BUILTIN, DEFAULT, Look, Own, Theme, ThemeError};
use crate::article::nearest::nearest;
use crate::typeset::Role;

/// The name to inherit from in a theme that names every role itself.
const NOTHING: &str = "none";
/// The longest chain of themes that inherit each other.
const DEEPEST: usize = 8;

/// A theme before its colours are settled.
#[derive(Debug, Default)]
pub(super) struct Draft {
    look: Option<Look>,
    palette: BTreeMap<String, Written>,
    /// One for each of [`Role::ALL`] that is named, by its place there.
    roles: BTreeMap<usize, Entry>,
}

impl Draft {
    /// Gathers a theme and all it inherits, the first ancestor lowest.
    pub(super) fn of(name: &str, own: Own<'_>) -> Result<Self, ThemeError> {
        let mut files = Vec::new();
        let mut next = Some(name.to_owned());
        let mut is_own = true;
        while let Some(name) = next {
            if files.len() == DEEPEST {
                return Err(ThemeError::Circle { theme: name });
            }
            // A theme of the reader's may build on the built-in one it is named after.
            let inherited = files.last().is_some_and(|(before, _): &(String, File)| *before == name);
            is_own = is_own && !inherited;
            let text = own(&name).filter(|_| is_own).or_else(|| builtin(&name).map(str::to_owned));
            let text = text.ok_or_else(|| unknown(&name))?;
            let file = file::read(&name, &text)?;
            let base = file.inherits.clone().unwrap_or_else(|| DEFAULT.to_owned());
            next = Some(base).filter(|base| base != NOTHING);
            files.push((name, file));
        }
        let mut draft = Self::default();
        for (_, file) in files.into_iter().rev() {
            draft.lay(file);
        }
        Ok(draft)
    }

    fn lay(&mut self, file: File) {
        self.look = file.look.or(self.look);
        self.palette.extend(file.palette);
        for (role, entry) in file.roles {
            let below = self.roles.entry(role as usize).or_default();
            if entry.fg.is_some() {
                // An ink of its own is meant as it is, not the fainter for what was inherited.
                below.switches.add_modifier.remove(Modifier::DIM);
            }
            below.fg = entry.fg.or_else(|| below.fg.take());
            below.bg = entry.bg.or_else(|| below.bg.take());
            below.switches = below.switches.patch(entry.switches);
        }
    }

    /// Settles the colours.
    pub(super) fn finish(self, name: &str) -> Result<Theme, ThemeError> {
        let mut styles = vec![Style::default(); Role::ALL.len()];
        for (role, entry) in &self.roles {
            let mut style = entry.switches;
            style.fg = entry.fg.as_ref().map(|colour| self.colour(colour)).transpose()?;
            style.bg = entry.bg.as_ref().map(|colour| self.colour(colour)).transpose()?;
            if let Some(settled) = styles.get_mut(*role) {
                *settled = style;
            }
        }
        Ok(Theme { name: name.to_owned(), look: self.look, styles })
    }

    fn colour(&self, written: &Written) -> Result<Color, ThemeError> {
        let named = self.palette.get(&written.text).unwrap_or(written);
        named.text.parse().ok().ok_or_else(|| ThemeError::Mistake {
            theme: named.theme.clone(),
            line: named.line,
            column: named.column,
            what: format!(
                "\"{}\" is no colour; write #rrggbb, a number up to 255, a name such as red, or one of [palette]",
                named.text
            ),
        })
    }
}

fn builtin(name: &str) -> Option<&'static str> {
    BUILTIN.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

fn unknown(name: &str) -> ThemeError {
    let near = nearest(name, BUILTIN.iter().map(|(known, _)| *known));
    ThemeError::Unknown { name: name.to_owned(), near }
}
