//! Feeds and exports: entities that grow, files cut short, depth.

use crate::row::{Row, file, many};

fn rss(items: &str) -> String {
    format!("<rss version='2.0'><channel><title>Quay</title>{items}</channel></rss>")
}

fn item(number: usize) -> String {
    format!(
        "<item><title>Entry {number}</title><guid>q{number}</guid><description>The tar is warm.</description></item>"
    )
}

fn entities(declared: &str, used: &str) -> Vec<u8> {
    let item =
        format!("<item><title>{used}</title><description>The tar is warm. {used}</description></item>");
    format!("<?xml version='1.0'?><!DOCTYPE rss [{declared}]>{}", rss(&item)).into_bytes()
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = bombs();
    rows.extend(broken());
    rows
}

fn bombs() -> Vec<Row> {
    let feed =
        |what, bytes: fn() -> Vec<u8>| file(what, "feed.xml", bytes).articles(1).says("The tar is warm.");
    vec![
        feed("feed: a billion laughs", || {
            let mut declared = "<!ENTITY l0 'lol'>".to_owned();
            for n in 1..12 {
                declared += &format!("<!ENTITY l{n} '{}'>", format!("&l{};", n - 1).repeat(10));
            }
            entities(&declared, "&l11;")
        }),
        feed("feed: entities that grow by the square", || {
            entities(&format!("<!ENTITY a '{}'>", "a".repeat(50_000)), &"&a;".repeat(20_000))
        }),
        feed("feed: an entity that is a file", || {
            entities("<!ENTITY x SYSTEM 'file:///etc/passwd'>", "&x;")
        })
        .lacks("root:"),
        file("feed: elements nested 200,000 deep", "feed.xml", || {
            rss(&format!("<item><title>One</title>{}</item>", "<a>".repeat(200_000))).into_bytes()
        })
        .either(),
        file("feed: 200,000 deep XHTML in an entry", "feed.xml", || {
            let content = format!("<div xmlns='http://www.w3.org/1999/xhtml'>{}</div>", "<b>".repeat(200_000));
            format!("<feed xmlns='http://www.w3.org/2005/Atom'><title>Quay</title><entry><title>One</title><content type='xhtml'>{content}</content></entry></feed>").into_bytes()
        })
        .either(),
        file("feed: 20,000 entries", "feed.xml", || {
            rss(&(0..many(20_000)).map(item).collect::<String>()).into_bytes()
        })
        .articles(many(20_000).min(10_000)),
        file("feed: 50,000 namespaces", "feed.xml", || {
            let names: String = (0..many(50_000)).map(|n| format!(" xmlns:n{n}='u{n}'")).collect();
            format!("<rss version='2.0'{names}><channel><title>Quay</title>{}</channel></rss>", item(1)).into_bytes()
        })
        .either(),
        file("JSON feed nested 200,000 deep", "feed.json", || {
            format!("{{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":{}", "[".repeat(200_000)).into_bytes()
        })
        .either(),
        file("export: a million links", "bookmarks.html", || {
            let link = "<DT><A HREF=\"https://quay.example/\" ADD_DATE=\"1500000000\">Tar</A>\n";
            format!("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n{}</DL>", link.repeat(many(1_000_000) / 5)).into_bytes()
        })
        .either(),
        file("export: folders nested 100,000 deep", "bookmarks.html", || {
            format!("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n{}<DT><A HREF=\"https://quay.example/\">Tar</A>", "<DL><p><DT><H3>F</H3>\n".repeat(100_000)).into_bytes()
        })
        .either(),
        file("export: a CSV quote that never ends", "list.csv", || {
            format!("URL,Title,Selection,Folder,Timestamp\nhttps://quay.example/,\"Tar{}", ",\n".repeat(many(2_000_000))).into_bytes()
        })
        .either(),
    ]
}

fn broken() -> Vec<Row> {
    vec![
        file("feed: cut in the third entry", "feed.xml", || {
            let whole = rss(&(1..=3).map(item).collect::<String>());
            whole.as_bytes()[..whole.find("Entry 3").unwrap() + 3].to_vec()
        })
        .says("The tar is warm.")
        .holds("the entries before the cut", |articles| {
            ["Entry 1", "Entry 2"].iter().all(|title| articles.iter().any(|article| article["title"] == *title))
        })
        .holds("a warning that it is cut", |articles| {
            articles.iter().any(|article| !article["warnings"].as_array().unwrap().is_empty())
        }),
        file("feed: tags that do not match", "feed.xml", || {
            b"<rss version='2.0'><channel><title>Quay</title><item><title>Entry 1</title></channel></item>".to_vec()
        })
        .articles(1),
        file("feed: nothing in it", "feed.xml", || rss("").into_bytes()).refused("no entries"),
        file("JSON: cut in the middle", "feed.json", || {
            b"{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"content_text\":\"The tar".to_vec()
        })
        .either(),
    ]
}
