//! Owns making HTML of XHTML: an empty element closed in its own tag is closed by a tag of its own,
//! or everything behind it would seem to be inside. It refuses to touch anything else.

use std::borrow::Cow;

/// Elements that never hold anything and need no end.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// Returns the page as HTML.
pub(super) fn as_html(page: &str) -> Cow<'_, str> {
    if !page.contains("/>") {
        return Cow::Borrowed(page);
    }
    let mut out = String::with_capacity(page.len() + 1024);
    let mut rest = page;
    while let Some(at) = rest.find("/>") {
        let (before, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        match open_tag(before).filter(|name| !VOID.iter().any(|void| name.eq_ignore_ascii_case(void))) {
            Some(name) => {
                out.push_str("></");
                out.push_str(name);
                out.push('>');
            }
            None => out.push_str("/>"),
        }
        rest = after.get(2..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Returns the name of the tag that is still open at the end of `text`.
fn open_tag(text: &str) -> Option<&str> {
    let inside = text.get(text.rfind('<')? + 1..)?;
    let end = inside
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, ':' | '-' | '_')))
        .unwrap_or(inside.len());
    let name = inside.get(..end).filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))?;
    // A sign inside a value does not close the tag; one outside has.
    let quoted = inside.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    (!quoted && !inside.get(end..)?.contains('>')).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_elements_are_closed_and_void_ones_stay() {
        assert_eq!(
            as_html(r#"<title/><p><a id="x"/>Rain<br/>falls</p>"#),
            r#"<title></title><p><a id="x"></a>Rain<br/>falls</p>"#
        );
        assert_eq!(as_html("<p>a /> b</p>"), "<p>a /> b</p>");
        assert_eq!(as_html("<svg:path d='m'/>x"), "<svg:path d='m'></svg:path>x");
    }
}
