//! Owns mail: single messages, mailboxes of many, and pages a browser saved as one. It refuses to
//! take MIME apart (the mail crate does) and to read the text of a message (text and HTML do).

mod body;
mod chrome;
mod envelope;
mod forwarded;
mod joined;
mod letter;
mod mailbox;
mod page;
mod plain;
#[cfg(test)]
mod tests;

use mail_parser::MessageParser;

use super::{Format, Origin, Problem, text};
use crate::article::Article;

/// Single messages, as mail programs and maildirs keep them.
pub const FORMAT: Format = Format {
    name: "mail",
    extensions: &["eml", "emlx"],
    about: "mail messages: newsletters, mailing lists, maildir files",
    sniff: |head| envelope::is_head(head) && !page::is_page(head),
    parse,
};

/// Mailboxes: many messages in one file.
pub const MAILBOX: Format = Format {
    name: "mbox",
    extensions: &["mbox", "mbx"],
    about: "mailboxes of many messages",
    sniff: mailbox::sniff,
    parse: mailbox::parse,
};

/// Pages a browser saved as one file.
pub const PAGE: Format = Format {
    name: "mhtml",
    extensions: &["mhtml", "mht"],
    about: "web pages saved as one file by a browser",
    sniff: |head| envelope::is_head(head) && page::is_page(head),
    parse: page::parse,
};

pub(in crate::formats) use page::{pages as page_parts, picture};

fn parse(bytes: &[u8], origin: &Origin<'_>) -> Result<Vec<Article>, Problem> {
    let article = letter::read(without_count(bytes), &MessageParser::default());
    // A file that only goes by the name of a message is text.
    article.map_or_else(|| (text::FORMAT.parse)(bytes, origin), |article| Ok(vec![article]))
}

/// Cuts the line with the length that Apple Mail puts before a message.
fn without_count(bytes: &[u8]) -> &[u8] {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let rest = bytes.get(digits..).unwrap_or_default().trim_ascii_start();
    if digits == 0 || !envelope::is_head(rest) {
        return bytes;
    }
    // Behind the message stands what the program noted of it.
    let count =
        std::str::from_utf8(bytes.get(..digits).unwrap_or_default()).ok().and_then(|n| n.parse().ok());
    let end = count.filter(|count: &usize| {
        rest.get(*count..).is_some_and(|rest| rest.trim_ascii().starts_with(b"<?xml"))
    });
    end.and_then(|end| rest.get(..end)).unwrap_or(rest)
}
