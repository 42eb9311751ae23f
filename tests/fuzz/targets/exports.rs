//! Exports of other readers: whichever recognises the bytes reads them, else the plainest.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint::formats::exports;

fuzz_target!(|bytes: &[u8]| {
    let formats = [
        exports::WALLABAG,
        exports::OMNIVORE,
        exports::READABILITY,
        exports::POCKET,
        exports::INSTAPAPER,
        exports::READWISE,
        exports::TABLE,
        exports::BOOKMARKS,
        exports::JSON,
    ];
    for format in formats {
        newsprint_fuzz::read(&format, bytes, "export");
    }
});
