//! Letters, mailboxes and pages saved as mail.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint::formats::mail;

fuzz_target!(|bytes: &[u8]| {
    for format in [mail::FORMAT, mail::MAILBOX, mail::PAGE] {
        newsprint_fuzz::read(&format, bytes, "a.eml");
    }
});
