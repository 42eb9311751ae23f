//! Owns the prompt for tags: what is typed there, and what completes it. It refuses to know which
//! articles are meant.

use super::Deed;
use crate::app::effect::Effect;
use crate::app::errand::Errand;
use crate::app::{App, Purpose, Typing};
use crate::article::Text;
use crate::library::Facet;
use crate::panes::line::Line;

impl App {
    /// Begins to type tags for what is chosen.
    pub(in crate::app) fn start_tagging(&mut self) -> Vec<Effect> {
        if self.subject().is_none() {
            return Vec::new();
        }
        let files = self.reader.open().map(|open| open.article.tags.clone()).unwrap_or_default();
        let own = self.marks.tags().into_iter().map(|(name, _)| name);
        let mut known: Vec<String> = own.collect();
        known.extend(files.iter().map(ToString::to_string));
        self.typing = Some(Typing::new(Line::default(), Purpose::Tags { known }));
        // Those known from before do until the library answers.
        self.know_tags_of_files();
        vec![Effect::Ask(Errand::Values(Facet::Tag))]
    }

    /// Lets the tags found in the files of the library complete what is typed, after the reader's own.
    pub(in crate::app) fn know_tags_of_files(&mut self) {
        let Some(Some(values)) = self.inventory.values.get(&Facet::Tag) else { return };
        if let Some(Typing { purpose: Purpose::Tags { known }, .. }) = &mut self.typing {
            known.extend(values.iter().map(|(_, value)| value.name.clone()));
        }
    }

    /// Puts the tags that were typed on what is chosen; those with a hyphen before them are taken off.
    pub(in crate::app) fn tag_with(&mut self, typed: &str) -> Vec<Effect> {
        let tags = tags(typed);
        if tags.is_empty() { Vec::new() } else { self.set_about(Deed::Tag(tags)) }
    }

    /// Completes the tag being typed with the first that is known.
    pub(in crate::app) fn complete_tag(&mut self) -> Vec<Effect> {
        let Some(typing) = &mut self.typing else { return Vec::new() };
        let Purpose::Tags { known } = &typing.purpose else { return Vec::new() };
        let typed = typing.line.text().to_owned();
        if let Some(whole) = suggested(&typed, known).first() {
            let (before, last) = last_tag(&typed);
            let sign = if last.starts_with('-') { "-" } else { "" };
            typing.line = Line::new(&format!("{before}{sign}{whole}, "));
        }
        Vec::new()
    }
}

/// Reads tags parted by commas, each with whether it is put on.
fn tags(typed: &str) -> Vec<(String, bool)> {
    let one = |tag: &str| {
        let tag = Text::line(tag.trim()).to_string();
        let (name, on) = tag.strip_prefix('-').map_or((tag.as_str(), true), |name| (name, false));
        let name = name.trim().trim_start_matches('#').to_owned();
        (!name.is_empty()).then_some((name, on))
    };
    typed.split(',').filter_map(one).collect()
}

/// Splits what is typed before the tag being typed.
fn last_tag(typed: &str) -> (&str, &str) {
    let at = typed.rfind(',').map_or(0, |comma| comma + 1);
    let at = at + typed.get(at..).map_or(0, |rest| rest.len() - rest.trim_start().len());
    typed.split_at_checked(at).unwrap_or((typed, ""))
}

/// Returns the known tags that begin as the one being typed does, the most used first.
pub(in crate::app) fn suggested<'a>(typed: &str, known: &'a [String]) -> Vec<&'a str> {
    let (before, last) = last_tag(typed);
    let start = last.trim_start_matches('-').to_lowercase();
    let used = tags(before);
    let fits =
        |name: &&str| name.to_lowercase().starts_with(&start) && !used.iter().any(|(one, _)| one == name);
    let mut found: Vec<&str> = Vec::new();
    for name in known.iter().map(String::as_str).filter(fits) {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_parted_by_commas_and_taken_off_by_a_hyphen() {
        let read = tags(" long reads, -sea,#quay, ,-");
        assert_eq!(
            read,
            [("long reads".to_owned(), true), ("sea".to_owned(), false), ("quay".to_owned(), true)]
        );
    }

    #[test]
    fn the_label_being_typed_is_completed_from_those_known() {
        let known = ["sea".to_owned(), "Seals".to_owned(), "quay".to_owned(), "sea".to_owned()];
        assert_eq!(suggested("se", &known), ["sea", "Seals"]);
        assert_eq!(suggested("sea, s", &known), ["Seals"]);
        assert_eq!(suggested("quay, -q", &known), Vec::<&str>::new());
        assert_eq!(suggested("", &known), ["sea", "Seals", "quay"]);
    }
}
