//! Stories of what readers type, and of what it finds and lights.

#![expect(clippy::string_slice, reason = "a test that slices wrongly should fail")]

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::library::shelf::tests::{entry, entry_with};
use crate::library::{Entry, Standing, fold};

fn query(text: &str) -> Query {
    Query::parse(text).unwrap_or_else(|e| panic!("{text}: {e}"))
}

fn shows(text: &str, entry: &Entry) -> bool {
    query(text).shows(entry, &Standing::default())
}

/// Marks what a query lights with brackets.
fn lit(typed: &str, text: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for range in query(typed).matches(text) {
        out.extend([&text[at..range.start], "[", &text[range.clone()], "]"]);
        at = range.end;
    }
    out + &text[at..]
}

#[test]
fn words_all_have_to_be_there_and_the_last_may_be_unfinished() {
    let article = entry("La trêve", "Il n'y a pas de trêve à Alep.");
    assert!(shows("", &article));
    assert!(shows("treve", &article) && shows("TRÊVE ", &article) && shows("tre", &article));
    assert!(!shows("tre ", &article), "a finished word is a whole word");
    assert!(shows("alep treve", &article) && !shows("alep paix", &article));
}

#[test]
fn what_prints_alike_is_found_alike() {
    let article = entry("t", "L’armée au cœur de la ville : 12\u{202f}000 habitants, cessez-le-feu.");
    for typed in ["l'armee", "armée", "coeur", "cœur", "12 000", "12\u{a0}000", "\"12 000\"", "cessez-le-feu"]
    {
        assert!(shows(typed, &article), "{typed}");
    }
    assert!(shows("\"cessez le feu\"", &article) && !shows("feu-le", &article));
}

#[test]
fn a_phrase_wants_its_words_side_by_side_and_an_open_one_may_go_on() {
    let article = entry("t", "The old lamp of the harbour");
    assert!(shows("\"lamp of the\"", &article) && !shows("\"lamp the\"", &article));
    assert!(shows("\"lamp of th", &article) && !shows("\"lamp of th\"", &article));
}

#[test]
fn scripts_without_spaces_are_found_by_any_part() {
    let article = entry("港の灯り", "東京大学でAI技術を学ぶ。");
    for typed in ["灯", "大学 ", "AI技", "\"京大\"", "title:灯り"] {
        assert!(shows(typed, &article), "{typed}");
    }
    assert!(!shows("京都", &article));
}

#[test]
fn an_expression_between_slashes_finds_words_of_its_shape() {
    let article = entry("Ports", "The colour of the Été harbours; 2016, un colorado.");
    for typed in [
        "/colou?r/",
        "/COLOU?R/",
        "/ét[eé]/",
        "/harbou?rs?/",
        "/20\\d\\d/",
        "/h.*s/ colour",
        "-/harbor/",
        "(/a(b)/ OR /of/)",
    ] {
        assert!(shows(typed, &article), "{typed}");
    }
    for typed in
        ["/colou?/", "/olour/", "/colour.of/", "/[^x]+x/", "title:/colou?r/", "-/colou?r/", "/the/ /a[^z]+b/"]
    {
        assert!(!shows(typed, &article), "{typed}");
    }
    assert!(shows("title:/p[aeiou]rts/", &article));
    assert_eq!(
        lit("/colou?r/ title:/.{5}/", "Colour, color, colored ports"),
        "[Colour], [color], colored [ports]"
    );
    assert_eq!(lit("/.+/", "l’été 港"), "l’[été] 港", "a run has no words of its own");
}

#[test]
fn slashes_that_are_no_expression_are_words() {
    let article = entry("t", "src lib and or 12/05 etc");
    for typed in ["/src/lib", "/src/lib/", "and/or", "12/05", "/ etc", "/etc", "//", "/", "src/ /lib"] {
        let found = query(typed);
        assert!(found.is_empty() || !found.to_string().contains('/'), "{typed}: {found}");
    }
    assert!(shows("/src/", &article), "a word between slashes means itself either way");
}

#[test]
fn not_or_and_parentheses() {
    let article = entry("t", "apples and pears");
    assert!(shows("apples -plums", &article) && !shows("apples -pears", &article));
    assert!(shows("-pea", &article), "an unfinished denial hides nothing yet");
    assert!(shows("plums OR pears apples", &article), "OR joins its neighbours only");
    assert!(!shows("plums OR pears figs", &article));
    assert!(shows("(plums figs) OR (pears apples)", &article));
    assert!(!shows("-(plums OR pears)", &article) && shows("-\"pears apples\"", &article));
}

#[test]
fn fields_look_in_their_place_only() {
    let article = entry_with(|article| {
        article.headline = Some("Salt".into());
        article.byline = vec!["Ana Lima".into(), "Rui Costa".into()];
        article.outlet = Some("Harbour Post".into());
        article.tags = vec!["deep sea".into(), "port".into()];
        article.language = Language::parse("pt");
    });
    for typed in ["title:salt", "author:\"rui costa\"", "source:harb", "tag:\"deep sea\"", "lang:pt", "in:sh"]
    {
        assert!(shows(typed, &article), "{typed}");
    }
    assert!(shows("tag: port ", &article), "a space after the colon does no harm");
    for typed in
        ["title:harbour", "author:\"lima rui\"", "tag:\"sea port\"", "lang:fr", "in:elf", "has:sources"]
    {
        assert!(!shows(typed, &article), "{typed}");
    }
}

#[test]
fn dates_come_by_year_month_and_day() {
    let article = entry_with(|article| {
        let from = crate::article::FoundIn::Text;
        article.published = Some(crate::article::Published { at: date(2016, 12, 8).into(), from });
    });
    for typed in
        ["date:2016", "date:2016-12", "date:2016/12/08", "before:2017", "after:2016-11", "date:2016-1 "]
    {
        assert_eq!(shows(typed, &article), typed != "date:2016-1 ", "{typed}");
    }
    for typed in ["before:2016", "after:2016", "after:2016-12-08", "before:2016-12-08", "date:2017"] {
        assert!(!shows(typed, &article), "{typed}");
    }
    for typed in ["date:", "date:20", "date:2016-", "date:2016-0", "date:2016-12-"] {
        assert!(shows(typed, &article), "{typed} is still being typed");
    }
    assert!(!shows("before:2030", &entry("undated", "words")));
}

#[test]
fn marks_are_asked_with_is() {
    let article = entry("t", "words");
    let read = &Standing { read: true, ..Standing::default() };
    assert!(query("is:read").shows(&article, read) && !query("is:unread").shows(&article, read));
    assert!(query("-is:starred is:r").shows(&article, read));
    for typed in ["is:unread", "-is:read", "(is:unread OR is:starred) words"] {
        assert!(query(typed).matcher().shows(&article, read, true), "{typed}: kept");
    }
    assert!(!query("is:unread other").matcher().shows(&article, read, true), "kept, but not that word");
}

#[test]
fn plain_text_is_never_wrong() {
    let plain = [
        "IOS",
        "12:30",
        "https://a.example/x?y=1",
        "C:\\notes",
        "note:this",
        "Source: Reuters",
        "a : b",
        ":",
        "-",
        "\"",
        "(",
        ")",
        "a) b",
        "OR",
        "AND",
        "« ",
        "l'",
        "title:",
        "is:",
        "date:",
        "re:",
        "-(",
        "rock & roll",
        "what? (really)",
        "“quoted",
        "3.5 %",
        "lang:",
    ];
    for typed in plain {
        assert!(Query::parse(typed).is_ok(), "{typed}");
    }
    assert!(shows("12:30", &entry("t", "le train de 12:30 part")));
    assert!(query(" - « ? ").is_empty() && query("title:").is_empty());
}

#[test]
fn a_wrong_field_is_shown_where_it_is() {
    let wrong = |typed: &str| {
        let error = Query::parse(typed).expect_err(typed);
        (typed[error.at].to_owned(), error.what)
    };
    let (at, what) = wrong("trêve titel:x");
    assert_eq!(at, "titel");
    assert!(what.contains("did you mean title:"), "{what}");
    assert!(wrong("auther:\"x y\"").1.contains("author:"));
    assert!(wrong("outlet:x").1.contains("source:"));
    assert_eq!(
        wrong("a is:new b"),
        (
            "new".to_owned(),
            "is: takes unread, read, starred, later, hidden, started, finished, tagged, noted, highlighted"
                .to_owned()
        )
    );
    assert_eq!(wrong("a /b[c").1, "no / after the regular expression");
    assert_eq!(
        wrong("a /b[c/"),
        ("/b[c/".to_owned(), "no regular expression: unclosed character class".to_owned())
    );
    assert_eq!(wrong("title:/(b/ c").0, "/(b/");
    assert_eq!(wrong("/a)|(b/").0, "/a)|(b/");
    assert_eq!(wrong("/(.{999}){999}/").1, "no regular expression: too large");
    assert_eq!(wrong("before:yesterday").0, "yesterday");
    assert_eq!(wrong("date:2016-13 ").0, "2016-13");
    assert_eq!(wrong("lang:french").0, "french");
    assert!(wrong(&"(".repeat(100)).1.contains("32"));
}

#[test]
fn what_matches_is_lit_in_the_text_as_it_stands() {
    assert_eq!(lit("treve", "Pas de TRÊVE, une trêve."), "Pas de [TRÊVE], une [trêve].");
    assert_eq!(lit("tre", "une tre\u{302}ve"), "une [tre\u{302}]ve");
    assert_eq!(lit("armee ", "L’armée d'Alep's"), "L’[armée] d'Alep's");
    assert_eq!(lit("\"le feu\"", "cessez-le-feu"), "cessez-[le-feu]");
    assert_eq!(lit("灯り", "港の灯りを"), "港の[灯り]を");
    assert_eq!(lit("la ", "la la la"), "[la] [la] [la]");
    assert_eq!(lit("oeuvre", "chef-d'œuvre"), "chef-d'[œuvre]");
}

#[test]
fn a_folder_with_quotes_in_its_name_is_printed_so_that_it_reads_the_same() {
    for typed in ["in:/quay/\"old/", "in:«/quay \"old\"/» a ", "in:\"/quay »old«/\"", "in:/quay/\"»/ "] {
        let query = query(typed);
        assert!(query.to_string().contains("in:"), "{query}");
        assert_eq!(Query::parse(&query.to_string()), Ok(query.clone()), "{typed} was printed as {query}");
    }
}

#[test]
fn only_wanted_words_are_lit() {
    assert_eq!(lit("a -b title:c source:d OR e ", "a b c d e"), "[a] b [c] d [e]");
}

#[test]
fn a_longer_word_narrows_and_another_does_not() {
    assert!(query("trev").narrows(&query("tre")) && query("tre ville").narrows(&query("tre ")));
    assert!(query("treve ").narrows(&query("treve")) && query("title:tre").narrows(&query("tre")));
    assert!(query("x").narrows(&query("")) && query("灯り").narrows(&query("灯")));
    assert!(!query("tre").narrows(&query("trev")) && !query("tre ").narrows(&query("tre ville")));
    assert!(!query("in:tre").narrows(&query("tre")) && !query("-treve").narrows(&query("-tre")));
}

/// Queries as people write them, and as cats do.
pub(in crate::library) fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[abc]{1,2}",
        1 => "l'[abc]", 1 => "[ab]-[ab]", 1 => "[港灯]{1,2}",
        1 => prop::sample::select(vec![
            "OR", "AND", "(", ")", "-", "\"", "is:unread", "is:read", "is:later", "is:hidden", "note:a", "has:sources", "date:2016", "before:2016-05",
            "/[ab]+/", "/a|.c/", "/[^b]/", "title:/.b?/", "note:/a./", "/", "/a*",
            "after:2015", "lang:fr", "title:", "author:", "source:", "tag:b", "in:a", "title:\"a b\"", ":", "’",
        ]).prop_map(str::to_owned),
    ];
    let space = prop::sample::select(vec![" ", " ", " ", ""]);
    prop::collection::vec((piece, space), 0..7)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, space)| piece + space).collect())
}

#[test]
fn a_filler_nobody_sees_is_no_part_of_a_word() {
    for filler in ['\u{115f}', '\u{1160}', '\u{3164}', '\u{ffa0}'] {
        assert_eq!(
            Query::parse(&format!("{filler}quay")),
            Query::parse("quay"),
            "U+{:04X}",
            u32::from(filler)
        );
    }
}

proptest! {
    #[test]
    fn any_string_parses_or_says_where_not(text in prop_oneof![typed(), any::<String>(), "[a-z:\"() -]{0,30}"]) {
        match Query::parse(&text) {
            Ok(query) => prop_assert!(query.matches(&text).iter().all(|r| text.get(r.clone()).is_some())),
            Err(error) => prop_assert!(text.get(error.at).is_some()),
        }
    }

    #[test]
    fn what_is_printed_parses_to_the_same(text in prop_oneof![typed(), any::<String>()]) {
        if let Ok(query) = Query::parse(&text) {
            prop_assert_eq!(Query::parse(&query.to_string()), Ok(query.clone()), "{}", query);
        }
    }

    #[test]
    fn lit_ranges_are_parts_of_the_text_in_order(typed in typed(), text in "[abc港灯 'é\u{301}.-]{0,40}") {
        let Ok(query) = Query::parse(&typed) else { return Ok(()) };
        let mut end = 0;
        for range in query.matches(&text) {
            prop_assert!(end <= range.start && range.start < range.end && text.get(range.clone()).is_some());
            end = range.end;
        }
    }
}

/// Says the plain way whether words stand next to each other: word by word, without needles.
fn stand_together(needle: &str, text: &str) -> bool {
    let tokens: Vec<fold::Token> = fold::tokens(text).collect();
    let wanted: Vec<fold::Token> = fold::tokens(needle).collect();
    let last = wanted.len() - 1;
    let fits = |(at, (want, have)): (usize, (&fold::Token, &fold::Token))| {
        let free_start = at == 0 && want.unspaced;
        let free_end = at == last && !needle.ends_with(' ');
        match (free_start, free_end) {
            (true, true) => have.folded.contains(&want.folded),
            (true, false) => have.folded.ends_with(&want.folded),
            (false, true) => have.folded.starts_with(&want.folded),
            (false, false) => have.folded == want.folded,
        }
    };
    tokens.windows(wanted.len()).any(|window| wanted.iter().zip(window).enumerate().all(fits))
}

proptest! {
    #[test]
    fn needles_agree_with_words_compared_one_by_one(
        typed in "\"?[abà港]{1,2}([ '-][ab灯]{1,2}){0,2}[ \"]?", text in "([abà港灯]{1,3}[ '.-]){0,6}",
    ) {
        let Ok(Query { root: Node::Term(Term::Words(words)) }) = Query::parse(&typed) else { return Ok(()) };
        let Needle::Words(needle) = words.needle else { return Ok(()) };
        let found = Query::parse(&typed).unwrap().shows(&entry("zzz", &text), &Standing::default());
        prop_assert_eq!(found, stand_together(&needle, &text), "{:?} in {:?}", needle, text);
    }
}
