//! Mail, mailboxes, saved pages as mail and web archives: parts within parts, lengths that lie.

use crate::row::{Row, file, many};

fn letter(head: &str, body: &str) -> Vec<u8> {
    format!("From: Ida <ida@quay.example>\r\nSubject: Nets\r\nDate: Wed, 6 May 2020 07:08:09 +0200\r\n{head}\r\n{body}").into_bytes()
}

pub(crate) fn rows() -> Vec<Row> {
    let mail = |what, bytes: fn() -> Vec<u8>| file(what, "letter.eml", bytes);
    vec![
        mail("mail: parts nested 5,000 deep", || {
            let parts: String = (0..5_000)
                .map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n"))
                .collect();
            letter("MIME-Version: 1.0\r\n", "").into_iter().chain(parts.into_bytes()).collect()
        })
        .either(),
        mail("mail: letters nested 5,000 deep", || {
            let inner = "Content-Type: message/rfc822\r\n\r\nSubject: Nets\r\n".repeat(5_000);
            letter(&format!("MIME-Version: 1.0\r\n{inner}"), "The net hangs.")
        })
        .either(),
        mail("mail: 100,000 header lines", || letter(&"X-A: b\r\n".repeat(many(100_000)), "The net hangs."))
            .says("The net hangs."),
        mail("mail: a header of 5 MB", || letter(&format!("X-A: {}\r\n", "b".repeat(many(5_000_000))), "The net hangs."))
            .says("The net hangs."),
        mail("mail: 50,000 parts", || {
            let parts = "--b\r\nContent-Type: text/plain\r\n\r\nThe net hangs.\r\n".repeat(many(50_000));
            letter("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n", &parts)
        })
        .says("The net hangs."),
        mail("mail: 50,000 receivers", || letter(&format!("To: {}\r\n", "a@b.example, ".repeat(many(50_000))), "The net hangs."))
            .says("The net hangs."),
        mail("mail: 50,000 encoded words", || {
            letter(&format!("X-A: {}\r\n", "=?utf-8?q?a?= ".repeat(many(50_000))), "The net hangs.")
        })
        .says("The net hangs."),
        mail("mail: 300,000 quotation signs", || letter("", &format!("{}\nThe net hangs.", ">".repeat(many(300_000)))))
            .says("The net hangs."),
        file("mailbox: 20,000 letters", "box.mbox", || {
            let mut one = b"From ida@quay.example Wed May  6 07:08:09 2020\n".to_vec();
            one.extend(letter("", "The net hangs.\n\n"));
            one.repeat(many(20_000))
        })
        .articles(many(20_000)),
        file("saved page as mail: a boundary that is never found", "page.mhtml", || {
            letter("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n", &"--c\r\n".repeat(many(500_000)))
        })
        .either(),
        file("web archive: a record that says it is 9 EB", "a.warc", || {
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.example/\r\nContent-Length: 9223372036854775807\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The net hangs.</p>".to_vec()
        })
        .either(),
        file("web archive: chunks that say they are huge", "a.warc", || {
            let http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n<p>The net hangs.</p>";
            format!("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.example/\r\nContent-Length: {}\r\n\r\n{http}\r\n\r\n", http.len()).into_bytes()
        })
        .either(),
        file("web archive: 50,000 empty records", "a.warc", || {
            b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 0\r\n\r\n\r\n\r\n".repeat(many(50_000))
        })
        .either(),
        file("web archive: a million head lines", "a.warc", || {
            format!("WARC/1.0\r\nWARC-Type: response\r\n{}", "X: y\r\n".repeat(many(1_000_000))).into_bytes()
        })
        .either(),
    ]
}
