//! Owns the table of everything a reader can do. Keymap, footer, help, palette, documentation and
//! the check of the config file all read it; nothing about a command is said anywhere else.

use super::App;
use super::message::Effect;

/// Where a command applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// The list of headlines.
    Headlines,
    /// The open article.
    Article,
    /// The panel of sources and links.
    Sources,
    /// The overlay of keys; what is no command is typed into its search.
    Help,
    /// The palette; what is no command is typed.
    Palette,
    /// The list of problems.
    Problems,
    /// A question.
    Question,
    /// A line being typed: a search; what is no command is typed.
    Prompt,
}

/// The scopes by the name used in the config file, with the heading of the help.
pub const SCOPES: &[(Scope, &str, &str)] = &[
    (Scope::Headlines, "headlines", "In the headlines"),
    (Scope::Article, "article", "In the article"),
    (Scope::Sources, "sources", "In the sources"),
    (Scope::Prompt, "prompt", "While typing a search"),
    (Scope::Palette, "palette", "In the palette"),
    (Scope::Help, "help", "In this help"),
    (Scope::Problems, "problems", "In the problems"),
    (Scope::Question, "question", "Asked a question"),
];

/// One thing a reader can do.
#[derive(Debug)]
pub struct Command {
    /// Its name in the palette, the config and the docs.
    pub name: &'static str,
    /// Where it applies.
    pub scopes: &'static [Scope],
    /// Its default chords, parted by spaces, the first shown first.
    pub chords: &'static str,
    /// What it does in a word or two, for the footer; empty: not shown there.
    pub hint: &'static str,
    /// What it does, for help and docs.
    pub help: &'static str,
    /// Does it.
    pub run: fn(&mut App) -> Vec<Effect>,
}

const BASE: &[Scope] = &[Scope::Headlines, Scope::Article];
const LIST: &[Scope] = &[Scope::Headlines];
const TEXT: &[Scope] = &[Scope::Article];
const PANEL: &[Scope] = &[Scope::Sources];
const LISTED: &[Scope] = &[Scope::Sources, Scope::Problems];
const TYPED: &[Scope] = &[Scope::Palette, Scope::Help];
const OVERLAYS: &[Scope] = &[Scope::Sources, Scope::Help, Scope::Palette, Scope::Problems];
const ALL: &[Scope] = &[
    Scope::Headlines,
    Scope::Article,
    Scope::Sources,
    Scope::Help,
    Scope::Palette,
    Scope::Problems,
    Scope::Question,
    Scope::Prompt,
];

/// Shortens a row of the table.
const fn row(
    name: &'static str,
    scopes: &'static [Scope],
    chords: &'static str,
    hint: &'static str,
    help: &'static str,
    run: fn(&mut App) -> Vec<Effect>,
) -> Command {
    Command { name, scopes, chords, hint, help, run }
}

/// Everything a reader can do. Order is that of help and footer.
pub static COMMANDS: &[Command] = &[
    row("open", LIST, "enter l right", "open", "open the selected article", App::open_selected),
    row("search", LIST, "/ & F", "search", "search all articles as you type", App::start_search),
    row("back", TEXT, "q h left", "back", "go back to the headlines", App::back),
    row("find", TEXT, "/", "find", "find words in the article", App::start_find),
    row("toggle-read", BASE, "r", "read", "mark as read, or as unread again", App::toggle_read),
    row("toggle-star", BASE, "s", "star", "star, or take the star away", App::toggle_star),
    row("sources", BASE, "S", "sources", "show the sources and links of the article", App::show_sources),
    row("toggle-later", BASE, "L", "", "put by for later, or no longer", App::toggle_later),
    row("undo", BASE, "u", "undo", "take back the last mark", App::undo),
    row("redo", BASE, "ctrl-r", "", "do again what was taken back", App::redo),
    row("down", BASE, "j down", "", "go down a line or a headline", App::down),
    row("up", BASE, "k up", "", "go up a line or a headline", App::up),
    row("page-down", BASE, "pagedown ctrl-f", "", "go down a screen", App::page_down),
    row("page-up", BASE, "pageup ctrl-b", "", "go up a screen", App::page_up),
    row("half-down", BASE, "ctrl-d", "", "go down half a screen", App::half_down),
    row("half-up", BASE, "ctrl-u", "", "go up half a screen", App::half_up),
    row("top", BASE, "g home", "", "go to the top", App::top),
    row("bottom", BASE, "G end", "", "go to the bottom", App::bottom),
    row(
        "read-on",
        BASE,
        "space",
        "",
        "page through the article; at its end, open the next unread one",
        App::read_on,
    ),
    row("read-back", BASE, "b", "", "page the article back", App::read_back),
    row(
        "next",
        BASE,
        "n",
        "",
        "go to the next match or, without a search, the next unread article",
        App::next,
    ),
    row("previous", BASE, "N p", "", "go to the previous match or unread article", App::previous),
    row(
        "follow",
        TEXT,
        "enter",
        "",
        "open the link or source whose number was typed; else go down a line",
        App::follow,
    ),
    row("escape", TEXT, "esc", "", "put out the lit matches; without any, go back", App::escape),
    row("next-article", TEXT, "J", "", "open the next article", App::next_article),
    row("previous-article", TEXT, "K", "", "open the previous article", App::previous_article),
    row("next-crosshead", TEXT, "]", "", "go to the next heading", App::next_crosshead),
    row("previous-crosshead", TEXT, "[", "", "go to the previous heading", App::previous_crosshead),
    row(
        "leftovers",
        TEXT,
        ".",
        "",
        "unfold what newsprint took for web-page leftovers",
        App::toggle_leftovers,
    ),
    row(
        "mark-all-read",
        BASE,
        "A",
        "",
        "mark every article of the list as read, after asking",
        App::mark_all,
    ),
    row("mark-above-read", LIST, "(", "", "mark what stands above as read, after asking", App::mark_above),
    row("mark-below-read", LIST, ")", "", "mark what stands below as read, after asking", App::mark_below),
    row("unread-only", BASE, "U", "", "show unread articles only, or all again", App::unread_only),
    row("starred-only", BASE, "*", "", "show starred articles only, or all again", App::starred_only),
    row("order", BASE, "\\", "", "sort by date, unread, title, outlet or relevance", App::next_order),
    row("reverse", BASE, "|", "", "turn the order round", App::reverse_order),
    row("clear", LIST, "esc", "", "clear the search", App::clear),
    row("browse", BASE, "o", "", "open the article's own page in the browser, after asking", App::browse),
    row("copy-link", BASE, "y", "", "copy the article's address", App::copy_link),
    row("copy-citation", BASE, "Y", "", "copy headline, outlet, day and address", App::copy_citation),
    row("other-pane", BASE, "tab shift-tab", "", "go from headlines to article and back", App::other_pane),
    row("zen", BASE, "z", "", "show the article alone, or the headlines again", App::zen),
    row("narrower", BASE, "<", "", "narrow the measure", App::narrower),
    row("wider", BASE, ">", "", "widen the measure", App::wider),
    row("rescan", BASE, "R f5", "", "look at the files again", App::rescan),
    row("problems", BASE, "!", "", "list the files that could not be read", App::show_problems),
    row("palette", BASE, ": ctrl-p", "", "find a command by name", App::show_palette),
    row(
        "source-open",
        PANEL,
        "enter o",
        "open",
        "open the source, or look it up on the web",
        App::open_cited,
    ),
    row("source-copy", PANEL, "y", "copy", "copy its address", App::copy_cited),
    row(
        "source-copy-citation",
        PANEL,
        "Y",
        "",
        "copy publisher, title, day and address",
        App::copy_cited_citation,
    ),
    row(
        "source-archive",
        PANEL,
        "a",
        "archive",
        "look for it in the web archive, as of its day",
        App::archive_cited,
    ),
    row("source-search", PANEL, "w", "search", "search the web for it", App::search_cited),
    row("overlay-down", LISTED, "j down", "", "go down", App::overlay_down),
    row("overlay-up", LISTED, "k up", "", "go up", App::overlay_up),
    row("typed-down", TYPED, "down ctrl-n", "", "go down", App::overlay_down),
    row("typed-up", TYPED, "up ctrl-p", "", "go up", App::overlay_up),
    row("overlay-page-down", OVERLAYS, "pagedown", "", "go down a screen", App::overlay_page_down),
    row("overlay-page-up", OVERLAYS, "pageup", "", "go up a screen", App::overlay_page_up),
    row("run", &[Scope::Palette], "enter tab", "run", "run the selected command", App::run_chosen),
    row("close", LISTED, "esc q S ! h left", "close", "close", App::close_overlay),
    row("close-typed", TYPED, "esc", "close", "close", App::close_overlay),
    row("yes", &[Scope::Question], "enter y", "yes", "do it", App::answer_yes),
    row("no", &[Scope::Question], "esc n q", "no", "leave it", App::close_overlay),
    row("search-done", &[Scope::Prompt], "enter", "done", "keep the search and go on", App::finish_typing),
    row("search-cancel", &[Scope::Prompt], "esc", "cancel", "drop the search", App::cancel_typing),
    row("search-next", &[Scope::Prompt], "down ctrl-n", "", "go to the next hit", App::typing_down),
    row("search-previous", &[Scope::Prompt], "up ctrl-p", "", "go to the previous hit", App::typing_up),
    row("suspend", BASE, "ctrl-z", "", "step back to the shell; `fg` returns", App::suspend),
    row("redraw", BASE, "ctrl-l", "", "draw the screen again", App::redraw),
    row("quit", LIST, "q", "quit", "quit", App::quit),
    row("quit-now", BASE, "Q", "", "quit from anywhere", App::quit),
    row("interrupt", ALL, "ctrl-c", "", "quit", App::quit),
    row("help", BASE, "?", "keys", "show all keys", App::show_help),
];

/// Returns the command of this name.
pub fn named(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::keys::Chord;

    #[test]
    fn names_are_unique_and_every_command_says_what_it_does() {
        let names: HashSet<_> = COMMANDS.iter().map(|c| c.name).collect();
        assert_eq!(names.len(), COMMANDS.len());
        assert!(COMMANDS.iter().all(|c| !c.help.is_empty() && !c.chords.is_empty() && !c.scopes.is_empty()));
    }

    #[test]
    fn no_key_means_two_things_in_one_place() {
        let mut seen = HashSet::new();
        for command in COMMANDS {
            for chord in command.chords.split(' ') {
                let chord: Chord = chord.parse().unwrap();
                for scope in command.scopes {
                    assert!(seen.insert((*scope, chord)), "{chord} in {scope:?}: {}", command.name);
                }
            }
        }
    }

    #[test]
    fn every_scope_is_named() {
        assert!(ALL.iter().all(|scope| SCOPES.iter().any(|(s, _, _)| s == scope)));
    }
}
