//! Pages: what makes parsers and readability slow, deep or fat.

use crate::row::{Row, file, many};

/// Words that must come through whatever stands around them.
const KEPT: &str = "The gate stays open in winter.";

/// A page of one paragraph after something hostile, and some before it.
fn page(before: &str, after: &str) -> Vec<u8> {
    format!("<!doctype html><html><body>{before}<p>{KEPT}</p>{after}</body></html>").into_bytes()
}

fn html(what: &'static str, bytes: impl Fn() -> Vec<u8> + 'static) -> Row {
    file(what, "page.html", bytes).articles(1)
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = deep();
    rows.extend(wide());
    rows.extend(unended());
    rows
}

fn deep() -> Vec<Row> {
    let nested = |what, opener: &'static str, closer: &'static str, depth: usize| {
        html(what, move || page(&opener.repeat(depth), &closer.repeat(depth))).says(KEPT)
    };
    vec![
        nested("page: 20,000 nested <div>", "<div>", "</div>", 20_000).warns("nested too deep"),
        nested("page: 500,000 nested <div>", "<div>", "</div>", 500_000).warns("plain text was kept"),
        nested("page: 50,000 nested <b>", "<b>", "</b>", 50_000).warns("plain text was kept"),
        nested("page: 3,000 unclosed <p><font>", "<p><font>", "", 3_000).warns("plain text was kept"),
        nested("page: 2,000 nested tables", "<table><tr><td>", "</td></tr></table>", 2_000)
            .warns("nested too deep"),
        nested("page: 12,000 tables in cells, none closed", "<table><td>", "", 12_000)
            .warns("nested too deep"),
        nested("page: 100,000 nested lists", "<ul><li>", "</li></ul>", 100_000).warns("plain text was kept"),
        nested("page: 200 nested quotations", "<blockquote>", "</blockquote>", 200),
        nested("page: 250 nested <div>, just allowed", "<div>", "</div>", 250),
        nested("page: 50,000 nested <svg>", "<svg>", "</svg>", 50_000).warns("plain text was kept"),
        nested("page: 50,000 nested <template>", "<template>", "</template>", 50_000)
            .warns("plain text was kept"),
        nested("page: 50,000 nested <select><option>", "<select><option>", "", 50_000)
            .warns("plain text was kept"),
    ]
}

fn wide() -> Vec<Row> {
    let repeated =
        |what, piece: &'static str, count: usize| html(what, move || page(&piece.repeat(count), ""));
    vec![
        html("page: 200,000 attributes on a tag", || {
            let names: String = (0..200_000).map(|n| format!(" a{n}=1")).collect();
            page(&format!("<div{names}>"), "</div>")
        })
        .warns("out of all measure")
        .says(KEPT),
        html("page: a tag of 2 MB", || page(&format!("<div {}>", "x".repeat(2_000_000)), ""))
            .warns("out of all measure"),
        html("page: a picture of 10 MB inside it", || {
            page(&format!("<img src='data:image/png;base64,{}'>", "A".repeat(many(100_000_000) / 10)), "")
        })
        .says(KEPT)
        .lacks("AAAA"),
        repeated("page: 500,000 times <", "<", many(500_000)).says(KEPT),
        repeated("page: 500,000 times <a", "<a ", many(500_000)),
        repeated("page: 500,000 times </p>", "</p>", many(500_000)).says(KEPT),
        repeated("page: 300,000 <br>", "<br>", 300_000).warns("too many tags").says(KEPT),
        repeated("page: 190,000 <br>", "<br>", many(190_000)).says(KEPT),
        repeated("page: 60,000 short paragraphs", "<p>Tar, rope.</p>", many(60_000)).says(KEPT),
        repeated("page: 60,000 links", "<p><a href='/a?b=c'>Tar</a></p>", many(60_000)).says(KEPT),
        repeated(
            "page: 30,000 figures",
            "<figure><img alt=a src=b><figcaption>c</figcaption></figure>",
            many(30_000),
        ),
        repeated(
            "page: 30,000 times JSON-LD",
            "<script type=application/ld+json>{\"@type\":\"Article\"}</script>",
            many(30_000),
        ),
        repeated("page: 30,000 <meta>", "<meta name=author content=Anna>", many(30_000)),
        repeated("page: 30,000 <h1>", "<h1>Tar</h1>", many(30_000)),
        repeated("page: a million &amp;lt;", "&lt;", many(1_000_000)).says(KEPT),
        repeated("page: a million &", "&", many(1_000_000)),
        repeated("page: a million & with a space behind", "& ", many(1_000_000)),
        html("page: JSON-LD nested 200,000 deep", || {
            page(&format!("<script type=application/ld+json>{}</script>", "[".repeat(200_000)), "")
        })
        .says(KEPT),
        html("page: a table of 5,000 columns and 30 rows", || {
            page(
                &format!("<table>{}</table>", format!("<tr>{}</tr>", "<td>1".repeat(many(5_000))).repeat(30)),
                "",
            )
        })
        .says(KEPT),
        html("page: cells that span a billion", || {
            page("<table><tr><td colspan=999999999 rowspan=999999999>1<tr><td>2</table>", "")
        })
        .says(KEPT),
    ]
}

fn unended() -> Vec<Row> {
    let repeated =
        |what, piece: &'static str, count: usize| html(what, move || page("", &piece.repeat(count)));
    vec![
        repeated("page: a million unended url(data:", "url(data:", many(1_000_000)).says(KEPT),
        repeated("page: a million unended =data:", "=data:", many(1_000_000)).says(KEPT),
        repeated("page: 200,000 unended comments", "<!--", many(200_000)).says(KEPT),
        repeated("page: 200,000 unended scripts", "<script>", many(200_000)).says(KEPT),
        repeated("page: 200,000 unended titles", "<title>", many(200_000)).says(KEPT),
        repeated("page: 200,000 unended CDATA", "<svg><![CDATA[", many(200_000)),
        repeated("page: 200,000 unended quotes", "<a href=\"", many(200_000)).says(KEPT),
        html("page: half a tag at the end", || page("", "<p>Tar <a href='").split_off(0)).says(KEPT),
        html("page: nothing but markup", || b"<!doctype html><html><body><div></div></body></html>".to_vec())
            .warns("no readable text"),
        html("page: wild addresses", || {
            page("<a href='javascript:alert(1)'>one</a> <a href='file:///etc/passwd'>two</a> <a href='data:text/html,x'>three</a> <a href='vbscript:x'>four</a>", "")
        })
        .says(KEPT)
        .holds("only web addresses among the links", |articles| {
            let links = articles[0]["links"].as_array().unwrap();
            links.iter().all(|link| link["url"].as_str().unwrap().starts_with("http"))
        }),
    ]
}
