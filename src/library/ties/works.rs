//! Owns works gathered over many articles: citations that mean the same thing are one work. It
//! refuses to rank them by anything but how often they are cited.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::key;
use crate::article::Source;
use crate::library::fold::fold;

/// A work or an outlet, and who cites it.
#[derive(Debug, Clone)]
pub struct Group<K> {
    /// What is known of it: the first citation, completed by the others.
    pub source: Source,
    /// Who cites it, once a citation, in the order they were met.
    pub cited_by: Vec<K>,
}

/// Gathers citations into works; the most cited come first, those met first among equals.
pub fn works<'a, K>(citations: impl IntoIterator<Item = (K, &'a Source)>) -> Vec<Group<K>> {
    gathered(citations, key::work)
}

/// Gathers citations by publisher; those that name none are left out.
pub fn outlets<'a, K>(citations: impl IntoIterator<Item = (K, &'a Source)>) -> Vec<Group<K>> {
    let named = |source: &Source| source.publisher.as_deref().map(fold).into_iter().collect();
    gathered(citations.into_iter().filter(|(_, source)| source.publisher.is_some()), named)
}

fn gathered<'a, K, N: std::hash::Hash + Eq>(
    citations: impl IntoIterator<Item = (K, &'a Source)>,
    names: impl Fn(&Source) -> Vec<N>,
) -> Vec<Group<K>> {
    let mut groups: Vec<Option<Group<K>>> = Vec::new();
    let mut known: HashMap<N, usize> = HashMap::new();
    for (who, source) in citations {
        let names = names(source);
        let mut places: Vec<usize> = names.iter().filter_map(|name| known.get(name).copied()).collect();
        places.sort_unstable();
        let place = places.first().copied().unwrap_or(groups.len());
        if place == groups.len() {
            groups.push(Some(Group { source: source.clone(), cited_by: Vec::new() }));
        }
        // An address and a title that were two works until now are one: this citation gives both.
        let others = places.iter().filter(|other| **other != place);
        let joined: Vec<Group<K>> =
            others.filter_map(|other| groups.get_mut(*other).and_then(Option::take)).collect();
        if !joined.is_empty() {
            known.values_mut().filter(|at| places.contains(at)).for_each(|at| *at = place);
        }
        known.extend(names.into_iter().map(|name| (name, place)));
        if let Some(Some(group)) = groups.get_mut(place) {
            for other in joined {
                complete(&mut group.source, &other.source);
                group.cited_by.extend(other.cited_by);
            }
            complete(&mut group.source, source);
            group.cited_by.push(who);
        }
    }
    let mut groups: Vec<Group<K>> = groups.into_iter().flatten().collect();
    groups.sort_by_key(|group| Reverse(group.cited_by.len()));
    groups
}

/// Fills what a source leaves open from another that means the same.
fn complete(source: &mut Source, other: &Source) {
    let fill = |open: &mut Option<crate::article::Text>, from: &Option<crate::article::Text>| {
        if open.is_none() {
            open.clone_from(from);
        }
    };
    fill(&mut source.publisher, &other.publisher);
    fill(&mut source.city, &other.city);
    fill(&mut source.title, &other.title);
    fill(&mut source.url, &other.url);
    source.date = source.date.or(other.date);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Text;

    fn source(publisher: &str, title: &str, url: &str) -> Source {
        let some = Text::some_line;
        Source { publisher: some(publisher), title: some(title), url: some(url), ..Source::default() }
    }

    #[test]
    fn an_address_and_a_title_become_one_work_once_a_citation_gives_both() {
        let sources = [
            source("Quay", "The last lamp", ""),
            source("", "", "https://quay.example/lamp?utm_source=x"),
            source("Bell", "The last lamp", ""),
            source("quay", "The Last Lamp", "https://www.quay.example/lamp"),
        ];
        let works = works((0..).zip(&sources));
        assert_eq!(works.len(), 2);
        assert_eq!(works[0].cited_by, [0, 1, 3]);
        assert!(works[0].source.url.is_some() && works[0].source.title.is_some());
    }

    #[test]
    fn an_outlet_is_one_however_it_is_written() {
        let sources = [
            source("L’Orient-Le Jour", "a", ""),
            source("", "b", ""),
            source("Bell", "c", ""),
            source("L'ORIENT LE JOUR", "d", ""),
        ];
        let outlets = outlets((0..).zip(&sources));
        let counts: Vec<_> = outlets.iter().map(|outlet| outlet.cited_by.len()).collect();
        assert_eq!(counts, [2, 1]);
    }
}
