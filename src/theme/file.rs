//! Owns the form of theme files. It refuses to open any, and to know what a colour looks like.
//!
//! `inherits = "default"` names the theme to start from (`"none"`: nothing) and `look` says `"light"` or
//! `"dark"`; the table `palette` names colours; every other key is a role with a table of `fg`, `bg`,
//! `bold`, `dim`, `italic`, `underline`, `strike` and `reverse`.

use std::ops::Range;

use ratatui::style::{Modifier, Style};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Look, ThemeError};
use crate::article::nearest::nearest;
use crate::article::spot::line_and_column;
use crate::typeset::Role;

/// A colour as a file writes it, and where.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub(super) text: String,
    pub(super) theme: String,
    pub(super) line: usize,
    pub(super) column: usize,
}

/// What a file says of one role.
#[derive(Debug, Clone, Default)]
pub(super) struct Entry {
    pub(super) fg: Option<Written>,
    pub(super) bg: Option<Written>,
    /// Modifiers alone; a style of no colour.
    pub(super) switches: Style,
}

/// A theme file, read.
#[derive(Debug, Default)]
pub(super) struct File {
    pub(super) inherits: Option<String>,
    pub(super) look: Option<Look>,
    pub(super) palette: Vec<(String, Written)>,
    pub(super) roles: Vec<(Role, Entry)>,
}

/// The switches of a style and what they do.
const SWITCHES: &[(&str, Modifier)] = &[
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underline", Modifier::UNDERLINED),
    ("strike", Modifier::CROSSED_OUT),
    ("reverse", Modifier::REVERSED),
];

/// Reads the text of a theme file.
pub(super) fn read(theme: &str, text: &str) -> Result<File, ThemeError> {
    let whole = ThemeText { theme, text };
    let table = DeTable::parse(text).map_err(|error| {
        let what = error.message().lines().next().unwrap_or_default().to_owned();
        whole.mistake(&error.span().unwrap_or_default(), what)
    })?;
    let mut file = File::default();
    for (key, value) in table.get_ref() {
        whole.entry(&mut file, key.get_ref(), &key.span(), value)?;
    }
    Ok(file)
}

/// Says that there is no such role, and which one was meant.
fn unknown(name: &str) -> String {
    match nearest(name, Role::ALL.iter().map(|role| role.name())) {
        Some(near) => format!("there is nothing called \"{name}\" to style; did you mean \"{near}\"?"),
        None => format!("there is nothing called \"{name}\" to style"),
    }
}

/// The text of a theme file while it is read, with its name for what is wrong in it.
struct ThemeText<'a> {
    theme: &'a str,
    text: &'a str,
}

impl ThemeText<'_> {
    fn entry(
        &self,
        file: &mut File,
        key: &str,
        at: &Range<usize>,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<(), ThemeError> {
        match key {
            "inherits" | "inherit" => file.inherits = Some(self.string(value)?.text),
            "look" => file.look = Some(self.look(value)?),
            "palette" => {
                for (name, colour) in self.table(value, "this takes a table of colours by name")? {
                    file.palette.push((name.get_ref().to_string(), self.string(colour)?));
                }
            }
            name => {
                let known = Role::named(name).ok_or_else(|| self.mistake(at, unknown(name)))?;
                file.roles.push((known, self.style(value)?));
            }
        }
        Ok(())
    }

    fn style(&self, value: &Spanned<DeValue<'_>>) -> Result<Entry, ThemeError> {
        let mut entry = Entry::default();
        for (key, value) in self.table(value, "this takes a table such as { fg = \"blue\", bold = true }")? {
            let switch = SWITCHES.iter().find(|(name, _)| *name == key.get_ref().as_ref());
            match (key.get_ref().as_ref(), switch) {
                ("fg", _) => entry.fg = Some(self.string(value)?),
                ("bg", _) => entry.bg = Some(self.string(value)?),
                (name, Some((_, modifier))) => {
                    let wrong = || self.mistake(&value.span(), format!("{name} takes true or false"));
                    let on = value.get_ref().as_bool().ok_or_else(wrong)?;
                    let below = entry.switches;
                    entry.switches =
                        if on { below.add_modifier(*modifier) } else { below.remove_modifier(*modifier) };
                }
                (name, None) => {
                    let known = SWITCHES.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
                    let what = format!("a style has no \"{name}\"; it has fg, bg, {known}");
                    return Err(self.mistake(&key.span(), what));
                }
            }
        }
        Ok(entry)
    }

    fn look(&self, value: &Spanned<DeValue<'_>>) -> Result<Look, ThemeError> {
        match value.get_ref().as_str() {
            Some("light") => Ok(Look::Light),
            Some("dark") => Ok(Look::Dark),
            _ => Err(self.mistake(&value.span(), "look takes \"light\" or \"dark\"".to_owned())),
        }
    }

    fn table<'v, 'i>(
        &self,
        value: &'v Spanned<DeValue<'i>>,
        wanted: &str,
    ) -> Result<&'v DeTable<'i>, ThemeError> {
        value.get_ref().as_table().ok_or_else(|| self.mistake(&value.span(), wanted.to_owned()))
    }

    fn string(&self, value: &Spanned<DeValue<'_>>) -> Result<Written, ThemeError> {
        let wrong = || self.mistake(&value.span(), "this takes words in quotes".to_owned());
        let text = value.get_ref().as_str().ok_or_else(wrong)?.to_owned();
        let (line, column) = line_and_column(self.text, value.span().start);
        Ok(Written { text, theme: self.theme.to_owned(), line, column })
    }

    fn mistake(&self, at: &Range<usize>, what: String) -> ThemeError {
        let (line, column) = line_and_column(self.text, at.start);
        ThemeError::Mistake { theme: self.theme.to_owned(), line, column, what }
    }
}
