//! Owns where commands apply: the places keys go, their names, and which of them have commands in common.
//! It refuses to know the commands.

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
    /// The picker of themes.
    Themes,
    /// The list of problems.
    Problems,
    /// The outline of the article.
    Outline,
    /// The list of places.
    Places,
    /// The outlets.
    Outlets,
    /// What there is to know about the open article.
    About,
    /// The articles like the open one.
    Related,
    /// What was read.
    Statistics,
    /// The articles of the list over time.
    Timeline,
    /// The versions of an article.
    Versions,
    /// What changed between two versions.
    Difference,
    /// A question.
    Question,
    /// Words being chosen in the article.
    Passage,
    /// The panel of notes and highlights.
    Notes,
    /// A note being written; what is no command is typed.
    Note,
    /// A line being typed: a search; what is no command is typed.
    Prompt,
}

/// The scopes by the name used in the config file; the message `scope-NAME` is the heading of the help.
pub const SCOPES: &[(Scope, &str)] = &[
    (Scope::Headlines, "headlines"),
    (Scope::Article, "article"),
    (Scope::Sources, "sources"),
    (Scope::Passage, "passage"),
    (Scope::Notes, "notes"),
    (Scope::Note, "note"),
    (Scope::Prompt, "prompt"),
    (Scope::Palette, "palette"),
    (Scope::Help, "help"),
    (Scope::Themes, "themes"),
    (Scope::Problems, "problems"),
    (Scope::Outline, "outline"),
    (Scope::Places, "places"),
    (Scope::Outlets, "outlets"),
    (Scope::About, "about"),
    (Scope::Related, "related"),
    (Scope::Timeline, "timeline"),
    (Scope::Statistics, "statistics"),
    (Scope::Versions, "versions"),
    (Scope::Difference, "difference"),
    (Scope::Question, "question"),
];

/// Every scope, in such an order that those with commands in common stand side by side.
pub(super) const ALL: &[Scope] = &[
    Scope::Passage,
    Scope::Headlines,
    Scope::Article,
    // Lists over the page, which one key closes.
    Scope::Sources,
    Scope::Problems,
    Scope::Outline,
    Scope::Notes,
    Scope::Places,
    Scope::Outlets,
    Scope::About,
    Scope::Related,
    Scope::Versions,
    Scope::Statistics,
    // Those with a way of their own to be closed.
    Scope::Themes,
    Scope::Timeline,
    Scope::Difference,
    // Here and below something is typed or asked.
    Scope::Help,
    Scope::Palette,
    Scope::Prompt,
    Scope::Note,
    Scope::Question,
];

/// Returns `count` scopes of [`ALL`], from the one at `first` on.
const fn run(first: usize, count: usize) -> &'static [Scope] {
    ALL.split_at(first).1.split_at(count).0
}

/// Wherever nothing is typed: there the keys can be asked for.
pub(super) const HELPED: &[Scope] = run(0, 16);
pub(super) const BASE: &[Scope] = run(1, 2);
pub(super) const LIST: &[Scope] = &[Scope::Headlines];
pub(super) const TEXT: &[Scope] = &[Scope::Article];
pub(super) const WORDS: &[Scope] = &[Scope::Passage];
pub(super) const LISTED: &[Scope] = run(3, 10);
/// What lies over the page and is moved about in by letters.
pub(super) const MOVED: &[Scope] = run(3, 13);
/// The page, and what lies over it and is moved about in by letters.
pub(super) const MOVES: &[Scope] = run(1, 15);
/// What lies over the page and is moved about in.
pub(super) const OVERLAYS: &[Scope] = run(3, 15);
pub(super) const PANEL: &[Scope] = &[Scope::Sources];
pub(super) const OUTLETS: &[Scope] = &[Scope::Outlets];
pub(super) const TIMELINE: &[Scope] = &[Scope::Timeline];
pub(super) const VERSIONS: &[Scope] = &[Scope::Versions];
pub(super) const CHANGES: &[Scope] = &[Scope::Difference];
pub(super) const TYPED: &[Scope] = &[Scope::Palette, Scope::Help];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scope_is_named() {
        let words = crate::words::Words::english();
        assert_eq!(ALL.len(), SCOPES.len());
        assert!(ALL.iter().all(|scope| SCOPES.iter().any(|(s, _)| s == scope)));
        assert!(SCOPES.iter().all(|(_, name)| !words.scope(name).is_empty()));
    }

    #[test]
    fn scopes_with_commands_in_common_stand_side_by_side() {
        assert_eq!((LISTED.first(), LISTED.last()), (Some(&Scope::Sources), Some(&Scope::Statistics)));
        assert_eq!((MOVED.first(), MOVED.last()), (Some(&Scope::Sources), Some(&Scope::Difference)));
        assert_eq!((OVERLAYS.first(), OVERLAYS.last()), (Some(&Scope::Sources), Some(&Scope::Palette)));
        assert_eq!((HELPED.first(), HELPED.last()), (Some(&Scope::Passage), Some(&Scope::Difference)));
        assert_eq!((MOVES.first(), MOVES.last()), (Some(&Scope::Headlines), Some(&Scope::Difference)));
        assert_eq!(BASE, [Scope::Headlines, Scope::Article]);
    }
}
