//! The query language: whatever is typed is a query or an error inside of it, and reads the same
//! once it was printed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint::library::Query;

const TEXT: &str = "Der Bäcker öffnet um fünf Uhr; the ferry left Skagen, and 港の灯り went out. İstanbul ﬁn";

fuzz_target!(|typed: &str| {
    match Query::parse(typed) {
        Ok(query) => {
            for range in query.matches(TEXT).into_iter().chain(query.matches(typed)) {
                assert!(range.start <= range.end);
            }
            assert_eq!(Query::parse(&query.to_string()), Ok(query.clone()), "{query} reads otherwise");
            assert!(query.matches(TEXT).iter().all(|range| TEXT.get(range.clone()).is_some()));
        }
        Err(error) => assert!(typed.get(error.at).is_some(), "an error stands between characters"),
    }
});
