//! Owns mail: single messages, mailboxes of many, and pages a browser saved as one. It refuses to
//! take MIME apart (the mail crate does) and to read the text of a message (text and HTML do).

mod body;
mod chrome;
mod envelope;
mod letter;
mod mailbox;
mod page;
mod plain;
#[cfg(test)]
mod tests;

use mail_parser::MessageParser;

use super::{Format, Origin, Problem};
use crate::article::{Article, Text};

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

fn parse(bytes: &[u8], _: &Origin<'_>) -> Result<Vec<Article>, Problem> {
    let bytes = without_count(bytes);
    let article = letter::read(bytes, &MessageParser::default());
    article.map(|article| vec![article]).ok_or_else(|| Problem::Unreadable(Text::new("no mail headers")))
}

/// Cuts the line with the length that Apple Mail puts before a message.
fn without_count(bytes: &[u8]) -> &[u8] {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let rest = bytes.get(digits..).unwrap_or_default().trim_ascii_start();
    if digits > 0 && envelope::is_head(rest) { rest } else { bytes }
}
