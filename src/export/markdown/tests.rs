//! Articles as Markdown that other programs read, and newsprint again.

use super::*;
use crate::formats::{self, Origin};

#[test]
fn a_guessed_day_is_no_field_and_is_guessed_again_when_it_is_read_back() {
    let text = "The oven on Thursday\n\nThe bakers of the quay light it once a week, and the whole street \
        comes with its own dough under a cloth.\n\nSources:\n\nHarbour Post (Gdynia): Bread, 14/06/18\n";
    let article =
        formats::parse(text.as_bytes(), &Origin { name: "a.txt", modified: None }).unwrap().remove(0);
    let written = write(&article);
    assert!(written.contains("\n# date: about 2018-06-14\n"), "{written}");
    let back =
        formats::parse(written.as_bytes(), &Origin { name: "a.md", modified: None }).unwrap().remove(0);
    assert_eq!(back.published, article.published);
}

#[test]
fn years_that_open_lines_stay_years_however_many_there_are() {
    let years = escaped(&"1986. A frost.\n 7) x 1.5\n".repeat(50_000));
    assert!(years.starts_with("1986\\. A frost.\n 7\\) x 1.5\n1986\\. "), "{}", years.get(..40).unwrap());
    assert_eq!(escaped("1986 2. 3"), "1986 2. 3");
    assert_eq!(escaped("- a\n# b\n*c* -"), "\\- a\n\\# b\n\\*c\\* -");
}
