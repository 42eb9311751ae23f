//! Feeds of unusual shapes: words of other vocabularies, names in any case, titles that speak of tags.

use super::*;

#[test]
fn a_vocabulary_may_be_declared_anywhere_and_names_written_in_any_case() {
    let content = "http://purl.org/rss/1.0/modules/content/";
    let dc = "http://purl.org/dc/elements/1.1/";
    for text in [
        format!(
            "<rss><channel xmlns:c=\"{content}\" xmlns:d=\"{dc}\"><item><title>Fog</title><c:encoded>No boats.</c:encoded>\
             <d:creator>Ann Lee</d:creator><pubdate>Tue, 05 Mar 2024 10:00:00 GMT</pubdate></item></channel></rss>"
        ),
        format!(
            "<rss><channel><item><title>Fog</title><x:encoded xmlns:x=\"{content}\">No boats.</x:encoded><creator \
             xmlns=\"{dc}\">Ann Lee</creator><pubDate>soon</pubDate><y:date xmlns:y=\"{dc}\">2024-03-05</y:date></item>\
             </channel></rss>"
        ),
        "<RSS><CHANNEL><ITEM><TITLE>Fog</TITLE><DESCRIPTION>No boats.</DESCRIPTION><AUTHOR>Ann Lee</AUTHOR>\
         <PUBDATE>1709632800000</PUBDATE></ITEM></CHANNEL></RSS>"
            .to_owned(),
    ] {
        let article = &read(&text)[0];
        assert_eq!(headlines(std::slice::from_ref(article)), ["Fog"], "{text}");
        assert_eq!(
            (article.plain_text().as_str(), byline(article).as_str()),
            ("No boats.", "Ann Lee"),
            "{text}"
        );
        assert!(date(article).starts_with("2024-03-05"), "{text}: {}", date(article));
    }
}

#[test]
fn a_title_that_speaks_of_tags_keeps_them() {
    for (given, wanted) in [
        ("Rust: Vec&lt;String&gt; explained", "Rust: Vec<String> explained"),
        ("The &lt;b&gt; tag is dead", "The <b> tag is dead"),
        ("The &lt;b&gt;fog&lt;/b&gt; is back", "The fog is back"),
        ("Salt &amp;amp; bread&amp;#8217;s end", "Salt & bread’s end"),
    ] {
        assert_eq!(headlines(&read(&rss(&format!("<item><title>{given}</title></item>")))), [wanted]);
    }
    let atom =
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>Ann &amp;amp; Bo</title></entry></feed>";
    assert_eq!(headlines(&read(atom)), ["Ann & Bo"]);
}

#[test]
fn a_text_escaped_twice_is_read() {
    for (given, wanted) in [
        ("&amp;lt;p&amp;gt;No boats.&amp;lt;/p&amp;gt;", "No boats."),
        ("It&amp;amp;#8217;s foggy", "It’s foggy"),
        ("&lt;p&gt;Write &amp;lt;p&amp;gt; first.&lt;/p&gt;", "Write <p> first."),
    ] {
        let text = rss(&format!("<item><title>a</title><description>{given}</description></item>"));
        assert_eq!(read(&text)[0].plain_text(), wanted, "{given}");
    }
}

#[test]
fn an_entry_inherits_writer_and_base_and_says_its_language_anywhere() {
    let entry = |head: &str, inner: &str| {
        read(&format!(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://quay.example/a/\"><author><name>Planet</name></author>\
             <entry {head}><title>Fog</title>{inner}</entry></feed>"
        ))
        .remove(0)
    };
    let taken = entry("", "<source><title>Post</title><author><name>Bo Kim</name></author></source>");
    assert_eq!(byline(&taken), "Bo Kim");
    assert_eq!(url(&entry("xml:base=\"b/\"", "<link href=\"fog\"/>")), "https://quay.example/a/b/fog");
    let rel = "http://www.iana.org/assignments/relation/alternate";
    assert_eq!(url(&entry("", &format!("<link rel=\"{rel}\" href=\"/fog\"/>"))), "https://quay.example/fog");
    let linked = entry("", "<link rel=\"alternate\" hreflang=\"it\" href=\"/n\"/>");
    assert_eq!(linked.language.unwrap().tag(), "it");
}

#[test]
fn what_the_maker_of_a_feed_says_is_known_in_many_languages() {
    for trailer in [
        "Fog yazısı ilk önce Quay üzerinde ortaya çıktı.",
        "Запись Fog впервые появилась Quay.",
        "ظهرت المقالة Fog أولاً على Quay.",
        "Fog 게시물이 Quay에 처음 등장했습니다.",
        "続きを読む",
        "阅读全文",
        "اقرأ المزيد",
        "Devamını oku",
        "더 읽기",
    ] {
        let html = format!("&lt;p&gt;The ferry left.&lt;/p&gt;&lt;p&gt;{trailer}&lt;/p&gt;");
        let text = rss(&format!("<item><title>Fog</title><description>{html}</description></item>"));
        assert_eq!(read(&text)[0].plain_text(), "The ferry left.", "{trailer}");
    }
    let hollow = rss(
        "<item><title>Fog</title><description>The ferry left.</description><content:encoded>Read more</content:encoded></item>",
    );
    assert_eq!(read(&hollow)[0].plain_text(), "The ferry left.", "a mere link to the text is none");
}
