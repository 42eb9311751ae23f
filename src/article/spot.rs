//! Owns where in a text a byte stands, as an editor says it. It refuses to know what the text is.

/// Returns the line and column of a byte, both from 1, the column in characters.
pub fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let column = before.get(start..).unwrap_or_default().chars().count() + 1;
    (before.matches('\n').count() + 1, column)
}

#[cfg(test)]
mod tests {
    use super::line_and_column;

    #[test]
    fn a_column_counts_characters_and_what_lies_behind_the_text_is_its_end() {
        assert_eq!(line_and_column("été\nà x", 0), (1, 1));
        assert_eq!(line_and_column("été\nà x", 9), (2, 3));
        assert_eq!(line_and_column("a\nb", 99), (2, 2));
    }
}
