//! Stories about what stands at the end of an entry: its sources, and what the maker of the feed says.

use super::*;

#[test]
fn the_list_of_sources_at_the_end_of_an_entry_is_lifted_out_of_its_text() {
    let list = "&lt;h3&gt;Sources&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Harbour Post : &lt;a href=\"https://post.example/hens\"&gt;Hens at \
                sea&lt;/a&gt;, 27/06/2019&lt;/li&gt;&lt;/ul&gt;";
    let articles = read(&rss(&format!(
        "<item><title>Ferry</title><description>&lt;p&gt;The ferry left at six.&lt;/p&gt;{list}</description></item>\
         <item><title>List</title><description>{list}</description></item>"
    )));
    let source = articles[0].sources.first().expect("a source");
    assert_eq!(source.title.as_deref(), Some("Hens at sea"));
    assert_eq!(source.publisher.as_deref(), Some("Harbour Post"));
    assert_eq!((articles[0].plain_text().as_str(), articles[0].links.len()), ("The ferry left at six.", 0));
}

#[test]
fn what_the_maker_of_a_feed_says_behind_every_entry_is_cut_off() {
    let entry = |title: &str, html: &str| {
        let html = html.replace('&', "&amp;").replace('<', "&lt;");
        read(&rss(&format!("<item><title>{title}</title><description>{html}</description></item>")))
            .remove(0)
            .plain_text()
    };
    let text = "<p>The ferry left at six.</p>";
    for trailer in [
        "<p>The post <a href='https://q.example/1'>Fog. And hens</a> appeared first on <a href='https://q.example'>Quay</a>.</p>",
        "<p>L’article Fog. And hens est apparu en premier sur Quay.</p>",
        "<p><a href='https://q.example/1'>Continue reading <span>“Fog. And hens”</span></a></p>",
        "<p>Read more...</p><p>Der Beitrag Fog. And hens erschien zuerst auf Quay.</p>",
    ] {
        assert_eq!(
            entry("Fog. And hens", &format!("{text}{trailer}")),
            "The ferry left at six.",
            "{trailer}"
        );
    }
    let one = "<p>The ferry left at six. The post Fog appeared first on Quay.</p>";
    assert_eq!(entry("Fog", one), "The ferry left at six.");
    for kept in [
        "<p>We continue reading the log.</p>",
        "<p>The story appeared first on Quay.</p>",
        "<p>They read more.</p>",
    ] {
        assert_ne!(entry("Fog", &format!("{text}{kept}")), "The ferry left at six.", "{kept}");
    }
}
