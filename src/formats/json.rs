//! Owns reading JSON that others wrote: values of any kind under a key, files that end too early. It
//! refuses to know what the keys mean.

use serde_json::Value;

/// Brackets that may be open where a cut file is mended.
const DEEPEST_CUT: usize = 3;

/// Reads JSON; of a file cut short, all that was whole before the cut, and `true`.
pub(super) fn read(text: &str) -> Option<(Value, bool)> {
    if let Ok(value) = serde_json::from_str(text) {
        return Some((value, false));
    }
    let mended = mend(text)?;
    serde_json::from_str(&mended).ok().map(|value| (value, true))
}

/// Cuts JSON after the last object that was closed inside a list near the top, and closes what is open.
fn mend(text: &str) -> Option<String> {
    let mut open: Vec<u8> = Vec::new();
    let (mut quoted, mut escaped) = (false, false);
    let mut whole = None;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'{' => open.push(b'}'),
            b'[' => open.push(b']'),
            b'}' | b']' => {
                if open.pop() != Some(byte) {
                    break;
                }
                if byte == b'}'
                    && open.last() == Some(&b']')
                    && open.len() <= DEEPEST_CUT
                    && shallower(whole.as_ref(), &open)
                {
                    whole = Some((at + 1, open.clone()));
                }
            }
            _ => {}
        }
    }
    let (end, open) = whole?;
    let mut mended = text.get(..end)?.to_owned();
    mended.extend(open.iter().rev().map(|byte| char::from(*byte)));
    Some(mended)
}

/// Says whether a spot is no deeper than the best one known: a list inside an entry is not the list of
/// entries.
fn shallower(whole: Option<&(usize, Vec<u8>)>, open: &[u8]) -> bool {
    whole.is_none_or(|(_, known)| open.len() <= known.len())
}

/// Returns the first of these keys whose value is text or a number, trimmed and not empty.
pub(super) fn text(of: &Value, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| scalar(of.get(key)?))
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Returns the list under a key, or none.
pub(super) fn list<'v>(of: &'v Value, key: &str) -> &'v [Value] {
    of.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Returns the words under a key: text, a list of texts, or a list of objects with a name.
pub(super) fn lines(of: &Value, key: &str) -> Vec<String> {
    let one = of.get(key).and_then(scalar);
    let many = list(of, key).iter();
    let many = many.filter_map(|value| scalar(value).or_else(|| text(value, &["name", "label", "tag"])));
    one.into_iter().chain(many).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_whole_before_a_cut_is_kept() {
        let cut =
            r#"{"title": "Quay", "items": [{"id": 1, "tags": [{"name": "}"}]}, {"id": 2}, {"id": 3, "te"#;
        let (value, broken) = read(cut).unwrap();
        assert!(broken);
        assert_eq!(list(&value, "items").len(), 2);
        assert_eq!(text(&value, &["title"]).as_deref(), Some("Quay"));
    }

    #[test]
    fn values_of_any_kind_are_read() {
        let value = read(r#"{"id": 7, "none": null, "tags": ["a", {"label": "b"}, {}, 3]}"#).unwrap().0;
        assert_eq!(text(&value, &["none", "id"]).as_deref(), Some("7"));
        assert_eq!(lines(&value, "tags"), ["a", "b", "3"]);
        assert!(lines(&value, "id") == ["7"]);
    }

    #[test]
    fn what_is_no_json_is_refused() {
        assert!(read("<rss/>").is_none());
        assert!(read(&"[".repeat(200_000)).is_none());
        assert!(read(&"{\"a\":".repeat(200_000)).is_none());
    }
}
