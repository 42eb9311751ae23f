//! Owns what a query being typed ends in, so that it can be completed: the start of a field's name, or
//! of a value. It refuses to know which values there are.

use super::fields;

/// A field whose values can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// Who wrote it.
    Author,
    /// The outlet, and the publishers of what is cited.
    Source,
    /// Tags of the files; the reader's own are not the library's.
    Tag,
    /// Folders right below the places of the library.
    Folder,
    /// Languages.
    Language,
    /// What the reader did.
    State,
    /// What articles may have.
    Has,
}

/// What a query ends in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending<'a> {
    /// What may be the start of a field's name; empty after a space.
    Name(&'a str),
    /// The start of a value, without quotes; perhaps nothing yet.
    Value(Facet, &'a str),
}

/// The fields with values, by name.
pub(in crate::library) const FACETS: &[(&str, Facet)] = &[
    ("author", Facet::Author),
    ("source", Facet::Source),
    ("tag", Facet::Tag),
    ("in", Facet::Folder),
    ("lang", Facet::Language),
    ("is", Facet::State),
    ("has", Facet::Has),
];

/// Parts a query into what is typed already and what it ends in; `None` if that is nothing to complete.
pub fn ending(query: &str) -> Option<(&str, Ending<'_>)> {
    let mut start = 0;
    let mut quoted = false;
    for (at, c) in query.char_indices() {
        match c {
            '"' | '“' | '”' | '„' | '«' | '»' => quoted = !quoted,
            c if !quoted && (c.is_whitespace() || matches!(c, '(' | ')')) => start = at + c.len_utf8(),
            _ => {}
        }
    }
    let word = query.get(start..)?;
    let minus = usize::from(word.starts_with('-'));
    let word = word.get(minus..)?;
    let Some((name, value)) = word.split_once(':') else {
        let plain = !word.contains(|c: char| !c.is_ascii_alphabetic());
        return plain.then_some((query.get(..start + minus)?, Ending::Name(word)));
    };
    let (_, facet) = FACETS.iter().find(|(known, _)| *known == name)?;
    let before = query.get(..start + minus + name.len() + 1)?;
    let typed = value.trim_start_matches(['"', '“', '„', '«']);
    // Behind a closing quote nothing follows.
    (quoted || typed.len() == value.len()).then_some((before, Ending::Value(*facet, typed)))
}

/// Returns the fields of which this may be the start, be it of a name that people know from elsewhere.
pub fn names(start: &str) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = Vec::new();
    for name in fields::names_like(start) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Writes a value as it stands behind its field: quoted where it has to be, and ended.
pub fn written(value: &str) -> String {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '\'' | '’');
    if value.chars().all(is_word) { format!("{value} ") } else { format!("\"{}\" ", value.replace('"', " ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_ends_in_a_name_or_a_value() {
        let read = |query| ending(query);
        assert_eq!(read("lamp out"), Some(("lamp ", Ending::Name("out"))));
        assert_eq!(read("lamp -ta"), Some(("lamp -", Ending::Name("ta"))));
        assert_eq!(read("(tag:se"), Some(("(tag:", Ending::Value(Facet::Tag, "se"))));
        assert_eq!(read("source:\"harbour p"), Some(("source:", Ending::Value(Facet::Source, "harbour p"))));
        assert_eq!(read("source:\"harbour post\""), None);
        assert_eq!(read("is:"), Some(("is:", Ending::Value(Facet::State, ""))));
        assert_eq!(read("before:20"), None);
        assert_eq!(read("\"of the"), None);
        assert_eq!(read("a "), Some(("a ", Ending::Name(""))));
        assert_eq!(read("port 12"), None);
    }

    #[test]
    fn names_from_elsewhere_lead_to_ours() {
        assert_eq!(names("out"), ["source"]);
        assert_eq!(names("ta"), ["tag"]);
        assert_eq!(names("a"), ["author", "after"]);
        assert_eq!(names("la"), ["lang", "tag"]);
        assert_eq!(names("zebra"), Vec::<&str>::new());
        assert!(names("").len() > 10);
    }

    #[test]
    fn values_are_quoted_where_they_have_to_be() {
        assert_eq!(written("sea"), "sea ");
        assert_eq!(written("Harbour Post"), "\"Harbour Post\" ");
        assert_eq!(written("the \"Post\""), "\"the  Post \" ");
        let query = format!("source:{}", written("Harbour Post"));
        assert!(crate::library::Query::parse(&query).is_ok());
    }
}
