//! Owns what `newsprint --help` looks like: one screen of 24 lines and 80 columns, made of the command
//! line's own words. It refuses to say anything of its own; the long text is for the manual page.

use std::ffi::OsString;

use clap::{ColorChoice, CommandFactory, FromArgMatches};

use super::Arguments;

/// Cells the name of a command takes among the others.
const NAME: usize = 12;
/// Cells a command takes with what it does; two stand side by side.
const COLUMN: usize = 40;

/// The option that names a library, before the command and behind it.
const LIBRARY: &str = "library";

/// Returns the command line, its help fitted to one screen.
pub fn command() -> clap::Command {
    let command = with_libraries(Arguments::command());
    let template = format!(
        "{{about}}\n\n\
         {{usage-heading}} newsprint [OPTIONS] [PATH]...   read files, folders or - (standard input)\n       \
         newsprint [OPTIONS] COMMAND     COMMAND --help says more\n\n\
         Commands:\n{}\nOptions:\n{{options}}",
        commands(&command)
    );
    command.help_template(template).disable_help_subcommand(true).color(ColorChoice::Never)
}

/// Gives every command the option that names libraries. Were it global, clap would forget those before
/// the command as soon as one stands behind it.
fn with_libraries(command: clap::Command) -> clap::Command {
    let library = command.get_arguments().find(|option| option.get_id() == LIBRARY).cloned();
    command.mut_subcommands(|command| command.args(library.clone()))
}

/// Reads the words of a command line.
pub fn read(words: impl IntoIterator<Item = OsString>) -> Result<Arguments, clap::Error> {
    let matches = command().try_get_matches_from(words)?;
    let mut arguments = Arguments::from_arg_matches(&matches)?;
    let behind = matches.subcommand().and_then(|(_, command)| command.get_many::<OsString>(LIBRARY));
    arguments.global.library.extend(behind.into_iter().flatten().cloned());
    Ok(arguments)
}

/// Returns the help of a command, or of newsprint itself; `None` if there is no such command.
pub fn of(name: Option<&str>) -> Option<clap::builder::StyledStr> {
    let mut command = command();
    // What every command has comes to it only now.
    command.build();
    match name {
        None => Some(command.render_help()),
        Some(name) => command.find_subcommand_mut(name).map(clap::Command::render_help),
    }
}

/// What there is besides reading, two on a line, down the left side first.
fn commands(command: &clap::Command) -> String {
    let told: Vec<String> = command
        .get_subcommands()
        .map(|command| {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            format!("  {:NAME$}{about}", command.get_name())
        })
        .collect();
    let (left, right) = told.split_at(told.len().div_ceil(2));
    let right = right.iter().map(String::as_str).chain(std::iter::repeat(""));
    left.iter()
        .zip(right)
        .map(|(left, right)| format!("{left:COLUMN$}{right}").trim_end().to_owned() + "\n")
        .collect()
}
