//! Owns the manual page: the words of the command line, command after command on one page, and what no
//! command says of itself. It refuses to install it.

use std::io::Write;

use clap_mangen::Man;

use super::Outcome;
use super::arguments::command;
use super::output::{Out, Stop};

/// What newsprint is and how it is called.
const OPENING: &str = r".SH NAME
newsprint \- reads saved articles in a terminal
.SH SYNOPSIS
.B newsprint
[\fIOPTIONS\fR] [\fIPATH\fR]...
.br
.B newsprint
[\fIOPTIONS\fR] \fICOMMAND\fR [\fIARG\fR]...
.SH DESCRIPTION
Opens files and folders of saved articles, whatever they were saved as, to read and search them.
Without any, the configured library opens; \fB\-\fR reads one article from standard input. Press \fB?\fR
there for the keys. Where standard output is no terminal, articles are listed as by \fBnewsprint list\fR.
.PP
An \fIARG\fR that names an existing file or folder is a place to read; all others together are the query.
What stands behind \fB\-\-\fR is query alone, as \fB\-\- \-word\fR, which leaves out what has the word.
";

/// What holds for all commands.
const CLOSING: &str = r".SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
Done with problems, or nothing found.
.TP
.B 2
Wrong usage or configuration.
.SH FILES
\fBnewsprint config\fR names the folders.
.TP
.I config.toml
The options, keys, libraries and searches, in the config folder; \fBnewsprint config \-\-default\fR prints
one with every default.
.TP
.I themes/*.toml
Themes, in the config folder.
.TP
.I marks/*.log
What was read, starred and noted, in the config folder: one file a device.
.SH ENVIRONMENT
.TP
.B XDG_CONFIG_HOME, XDG_CACHE_HOME, XDG_DATA_HOME
Where the folders of newsprint are.
.TP
.B NO_COLOR
No colour.
.TP
.B ACCESSIBLE
Set to 1: read by prompts, as with \fB\-\-plain\fR.
";

/// Prints the manual page.
pub(super) fn print(out: &mut Out) -> Result<Outcome, Stop> {
    let command = command();
    let mut page = Vec::new();
    Man::new(command.clone()).render_title(&mut page)?;
    page.extend_from_slice(OPENING.as_bytes());
    page.extend_from_slice(b".SH OPTIONS\n");
    page.extend(options(command.clone())?);
    page.extend_from_slice(b".SH COMMANDS\n");
    let mut built = command.clone();
    built.build();
    for own in command.get_subcommands() {
        let usage = built.find_subcommand_mut(own.get_name()).map(clap::Command::render_usage);
        let usage = usage.map(|usage| usage.to_string()).unwrap_or_default();
        let about = own.get_about().map(ToString::to_string).unwrap_or_default();
        writeln!(page, ".SS \"{}\"", escaped(usage.trim_start_matches("Usage: ")))?;
        writeln!(page, "{}.", escaped(&about))?;
        page.extend(options(without_shared(own.clone(), &command))?);
    }
    page.extend_from_slice(CLOSING.as_bytes());
    out.write_all(&page)?;
    Ok(Outcome::Done)
}

/// Hides what a command has in common with all others: it is told once.
fn without_shared(own: clap::Command, all: &clap::Command) -> clap::Command {
    own.disable_help_flag(true).mut_args(|option| {
        let is_shared = option.get_long().is_some()
            && all.get_arguments().any(|shared| shared.get_long() == option.get_long());
        option.hide(is_shared)
    })
}

/// Returns the options and arguments of a command, without the heading over them.
fn options(command: clap::Command) -> Result<Vec<u8>, Stop> {
    let mut section = Vec::new();
    Man::new(command).render_options_section(&mut section)?;
    let heading = b".SH OPTIONS\n";
    let at = section.windows(heading.len()).position(|window| window == heading);
    Ok(at.map(|at| section.split_off(at + heading.len())).unwrap_or_default())
}

/// Writes words of the command line as the page takes them.
fn escaped(words: &str) -> String {
    words.replace('\\', "\\e").replace('-', "\\-").replace('"', "\\(dq")
}
