//! Owns the table of everything a reader can do. Keymap, footer, help, palette, documentation and
//! the check of the config file all read it; nothing about a command is said anywhere else.

mod scopes;

use super::App;
use super::effect::Effect;
use crate::panes::reader::PassageStep;
use scopes::{
    ALL, BASE, CHANGES, HELPED, LIST, LISTED, MOVED, MOVES, OUTLETS, OVERLAYS, PANEL, TEXT, TIMELINE, TYPED,
    VERSIONS, WORDS,
};
pub use scopes::{SCOPES, Scope};

/// One thing a reader can do. What it does is said in the message files (`src/words`): `command-NAME`
/// for help, palette and docs, and its part `.hint` for the footer, where it is to be shown there.
#[derive(Debug)]
pub struct Command {
    /// Its name in the palette, the config and the docs.
    pub name: &'static str,
    /// Where it applies.
    pub scopes: &'static [Scope],
    /// Its default chords, parted by spaces, the first shown first; empty: found in the palette only.
    pub chords: &'static str,
    /// Whether it wants the text of the selected article, which may have to be loaded first.
    pub wants_text: bool,
    /// Does it.
    pub run: fn(&mut App) -> Vec<Effect>,
}

/// Shortens a row of the table.
const fn row(
    name: &'static str,
    scopes: &'static [Scope],
    chords: &'static str,
    run: fn(&mut App) -> Vec<Effect>,
) -> Command {
    Command { name, scopes, chords, wants_text: false, run }
}

/// Shortens a row of a command that reads the text of the article the keys are about.
const fn on_text(name: &'static str, chords: &'static str, run: fn(&mut App) -> Vec<Effect>) -> Command {
    Command { name, scopes: BASE, chords, wants_text: true, run }
}

/// Commands with a hint that are done to an article: in an empty list they do nothing.
pub const ON_ARTICLE: &[&str] = &["open", "toggle-read", "toggle-star", "sources"];

/// Everything a reader can do. Order is that of help and footer.
pub static COMMANDS: &[Command] = &[
    row("open", LIST, "enter l right", App::open_selected),
    row("search", LIST, "/ & F", App::start_search),
    row("quit", LIST, "q", App::quit),
    row("places", BASE, "f", App::show_places),
    row("back", TEXT, "q h left", App::back),
    row("find", TEXT, "/", App::start_find),
    row("toggle-read", BASE, "r", App::toggle_read),
    row("toggle-star", BASE, "s", App::toggle_star),
    on_text("sources", "S", App::show_sources),
    row("toggle-later", BASE, "L", App::toggle_later),
    on_text("tag", "t", App::start_tagging),
    row("toggle-hidden", BASE, "H", App::toggle_hidden),
    row("range", LIST, "v", App::start_range),
    row("pick", LIST, "x", App::pick),
    row("note", BASE, "a", App::write_note),
    row("notes", BASE, "M", App::show_notes),
    row("choose-words", TEXT, "v", App::choose_words),
    row("next-highlight", TEXT, "}", App::next_highlight),
    row("previous-highlight", TEXT, "{", App::previous_highlight),
    row("passage-light", WORDS, "enter", App::light_passage),
    row("passage-note", WORDS, "a", App::write_note),
    row("passage-copy", WORDS, "y", App::copy_passage),
    row("passage-darken", WORDS, "x", App::darken_passage),
    row("passage-next", WORDS, "j down", |app| app.passage_step(PassageStep::Next)),
    row("passage-previous", WORDS, "k up", |app| app.passage_step(PassageStep::Previous)),
    row("passage-longer", WORDS, "l right", |app| app.passage_step(PassageStep::MoreWords)),
    row("passage-shorter", WORDS, "h left", |app| app.passage_step(PassageStep::FewerWords)),
    row("passage-more", WORDS, "J", |app| app.passage_step(PassageStep::MoreSentences)),
    row("passage-fewer", WORDS, "K", |app| app.passage_step(PassageStep::FewerSentences)),
    row("passage-earlier", WORDS, "b", |app| app.passage_step(PassageStep::StartEarlier)),
    row("passage-later", WORDS, "w", |app| app.passage_step(PassageStep::StartLater)),
    row("passage-paragraph", WORDS, "p", |app| app.passage_step(PassageStep::Block)),
    row("passage-next-paragraph", WORDS, "}", |app| app.passage_step(PassageStep::NextBlock)),
    row("passage-previous-paragraph", WORDS, "{", |app| app.passage_step(PassageStep::PreviousBlock)),
    row("passage-end", WORDS, "esc q v", App::end_passage),
    row("note-open", &[Scope::Notes], "enter l right", App::open_noted),
    row("note-edit", &[Scope::Notes], "a", App::edit_noted),
    row("note-keep", &[Scope::Note], "esc ctrl-s", App::keep_note),
    row("note-outside", &[Scope::Note], "ctrl-o", App::write_outside),
    row("note-drop", &[Scope::Note], "ctrl-g", App::drop_note),
    row("undo", BASE, "u", App::undo),
    row("redo", BASE, "ctrl-r", App::redo),
    row("down", BASE, "j down", App::down),
    row("up", BASE, "k up", App::up),
    row("page-down", BASE, "pagedown ctrl-f", App::page_down),
    row("page-up", BASE, "pageup ctrl-b", App::page_up),
    row("half-down", MOVES, "ctrl-d", App::half_down),
    row("half-up", MOVES, "ctrl-u", App::half_up),
    row("top", MOVES, "g home", App::top),
    row("bottom", MOVES, "G end", App::bottom),
    row("read-on", BASE, "space", App::read_on),
    row("read-back", BASE, "b", App::read_back),
    row("next", BASE, "n", App::next),
    row("previous", BASE, "N p", App::previous),
    row("follow", TEXT, "enter", App::follow),
    row("escape", TEXT, "esc", App::escape),
    row("next-article", TEXT, "J", App::next_article),
    row("previous-article", TEXT, "K", App::previous_article),
    row("next-crosshead", TEXT, "]", App::next_crosshead),
    row("previous-crosshead", TEXT, "[", App::previous_crosshead),
    row("outline", TEXT, "#", App::show_outline),
    row("outline-go", &[Scope::Outline], "enter l right", App::go_to_heading),
    row("next-link", TEXT, "tab", App::next_link),
    row("previous-link", TEXT, "shift-tab", App::previous_link),
    row("link-hints", TEXT, ";", App::link_hints),
    row("history-back", BASE, "ctrl-o alt-left", App::history_back),
    row("history-forward", BASE, "alt-right alt-o", App::history_forward),
    row("keep-place", TEXT, "m", App::keep_place_by_letter),
    row("go-to-place", BASE, "'", App::go_to_place),
    row("leftovers", TEXT, ".", App::toggle_leftovers),
    row("mark-all-read", BASE, "A", App::mark_all),
    row("mark-above-read", LIST, "(", App::mark_above),
    row("mark-below-read", LIST, ")", App::mark_below),
    row("unread-only", BASE, "U", App::unread_only),
    row("starred-only", BASE, "*", App::starred_only),
    row("order", BASE, "\\", App::next_order),
    row("reverse", BASE, "^", App::reverse_order),
    row("clear", LIST, "esc", App::clear),
    on_text("browse", "o", App::browse),
    on_text("copy-link", "y", App::copy_link),
    on_text("copy-citation", "Y", App::copy_citation),
    on_text("copy-citation-markdown", "", App::copy_citation_markdown),
    on_text("copy-citation-bibtex", "", App::copy_citation_bibtex),
    on_text("copy-citation-csl", "", App::copy_citation_csl),
    row("quote", TEXT, "\"", App::copy_quote),
    on_text("about", "i", App::show_about),
    on_text("related", "~", App::show_related),
    row("outlets", BASE, "O", App::show_outlets),
    row("versions", BASE, "V", App::show_versions),
    row("timeline", BASE, "D", App::show_timeline),
    row("statistics", BASE, "C", App::show_statistics),
    on_text("export", "w", App::start_export),
    row("export-list", BASE, "W", App::start_export_list),
    on_text("edit", "e", App::edit),
    on_text("pager", "E", App::page),
    on_text("pipe", "|", App::pipe),
    row("other-pane", LIST, "tab shift-tab", App::other_pane),
    row("zen", BASE, "z", App::zen),
    row("narrower", BASE, "<", App::narrower),
    row("wider", BASE, ">", App::wider),
    row("themes", BASE, "T", App::ask_themes),
    row("mouse", BASE, "", App::turn_mouse),
    row("rescan", BASE, "R f5", App::rescan),
    row("problems", BASE, "!", App::show_problems),
    row("palette", BASE, ": ctrl-p", App::show_palette),
    row("source-open", PANEL, "enter", App::open_cited),
    row("source-browse", PANEL, "o", App::browse_cited),
    row("source-copy", PANEL, "y", App::copy_cited),
    row("source-copy-citation", PANEL, "Y", App::copy_cited_citation),
    row("source-copy-markdown", PANEL, "m", App::copy_cited_markdown),
    row("source-copy-bibtex", PANEL, "b", App::copy_cited_bibtex),
    row("source-copy-csl", PANEL, "c", App::copy_cited_csl),
    row("source-archive", PANEL, "a", App::archive_cited),
    row("source-search", PANEL, "w", App::search_cited),
    row("go", &[Scope::Places], "enter l right f", App::go_there),
    row("outlet-show", OUTLETS, "enter", App::filter_outlet),
    row("outlet-sort", OUTLETS, "s", App::turn_outlets),
    row("related-open", &[Scope::Related], "enter", App::open_looked_at),
    row("time-narrow", TIMELINE, "enter", App::narrow_time),
    row("time-extend-down", TIMELINE, "J shift-down", |app| app.extend_time(1)),
    row("time-extend-up", TIMELINE, "K shift-up", |app| app.extend_time(-1)),
    row("time-longer", TIMELINE, "left h -", |app| app.turn_time(true)),
    row("time-shorter", TIMELINE, "right l +", |app| app.turn_time(false)),
    row("time-close", TIMELINE, "esc q D", App::close_overlay),
    row("statistics-on", &[Scope::Statistics], "space", App::overlay_page_down),
    row("version-open", VERSIONS, "enter", App::open_version),
    row("version-compare", VERSIONS, "d", App::compare_versions),
    row("next-change", CHANGES, "n ]", App::next_change),
    row("previous-change", CHANGES, "N p [", App::previous_change),
    row("changes-on", CHANGES, "space", App::overlay_page_down),
    row("changes-close", CHANGES, "esc q h left", App::leave_difference),
    row("overlay-down", MOVED, "j down", App::overlay_down),
    row("overlay-up", MOVED, "k up", App::overlay_up),
    row("typed-down", TYPED, "down ctrl-n", App::overlay_down),
    row("typed-up", TYPED, "up ctrl-p", App::overlay_up),
    row("overlay-page-down", OVERLAYS, "pagedown", App::overlay_page_down),
    row("overlay-page-up", OVERLAYS, "pageup", App::overlay_page_up),
    row("run", &[Scope::Palette], "enter tab", App::run_chosen),
    row("theme-keep", &[Scope::Themes], "enter", App::keep_theme),
    row("theme-leave", &[Scope::Themes], "esc q T h left", App::leave_theme),
    row("close", LISTED, "esc q S ! M i h left", App::close_overlay),
    row("close-typed", TYPED, "esc", App::close_overlay),
    row("yes", &[Scope::Question], "enter y", App::answer_yes),
    row("no", &[Scope::Question], "esc n q", App::close_overlay),
    row("search-done", &[Scope::Prompt], "enter", App::finish_typing),
    row("search-cancel", &[Scope::Prompt], "esc", App::cancel_typing),
    row("complete", &[Scope::Prompt], "tab", App::complete),
    row("complete-back", &[Scope::Prompt], "shift-tab", App::complete_back),
    row("search-next", &[Scope::Prompt], "down ctrl-n", App::typing_down),
    row("search-previous", &[Scope::Prompt], "up ctrl-p", App::typing_up),
    row("suspend", ALL, "ctrl-z", App::suspend),
    row("redraw", ALL, "ctrl-l", App::redraw),
    row("quit-now", BASE, "Q", App::quit),
    row("interrupt", ALL, "ctrl-c", App::quit),
    row("help", HELPED, "?", App::show_help),
];

/// Returns the command of this name.
pub fn named(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::keys::Sequence;

    #[test]
    fn names_are_unique_and_every_command_says_what_it_does() {
        let names: HashSet<_> = COMMANDS.iter().map(|c| c.name).collect();
        assert_eq!(names.len(), COMMANDS.len());
        let words = crate::words::Words::english();
        for command in COMMANDS {
            assert!(!words.help(command.name).is_empty(), "command-{} is not in en.ftl", command.name);
            assert!(!command.scopes.is_empty());
        }
    }

    #[test]
    fn no_key_means_two_things_in_one_place() {
        let mut seen = HashSet::new();
        for command in COMMANDS {
            for chord in command.chords.split_whitespace() {
                let chord: Sequence = chord.parse().unwrap();
                for scope in command.scopes {
                    assert!(seen.insert((*scope, chord.clone())), "{chord} in {scope:?}: {}", command.name);
                }
            }
        }
    }
}
