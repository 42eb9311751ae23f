//! A story for each version a feed can be written in: two entries, with headline, address and text.

use crate::article::Article;
use crate::formats::{self, Origin};

fn read(name: &str, text: &str) -> Vec<Article> {
    formats::parse(text.as_bytes(), &Origin { name, modified: None }).unwrap()
}

fn tell(articles: &[Article]) -> Vec<String> {
    let day = |article: &Article| article.published.map(|published| published.at.day.to_string());
    let one = |article: &Article| {
        [article.headline.as_deref(), article.url.as_deref(), day(article).as_deref()]
            .map(|it| it.unwrap_or("-"))
            .join(" | ")
    };
    articles.iter().map(one).collect()
}

const ITEMS: &str = "<item><title>Fog</title><link>https://quay.example/fog</link><description>No boats ran before ten.\
    </description></item><item><title>Tide</title><link>https://quay.example/tide</link><description>High at noon.\
    </description></item>";
const UNDATED: [&str; 2] = ["Fog | https://quay.example/fog | -", "Tide | https://quay.example/tide | -"];

#[test]
fn every_version_of_rss_before_the_second_is_read() {
    let channel = "<title>Quay</title><link>https://quay.example/</link><description>News</description>";
    let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    for space in ["http://my.netscape.com/rdf/simple/0.9/", "http://purl.org/rss/1.0/"] {
        let text = format!(
            "<?xml version=\"1.0\"?><rdf:RDF xmlns:rdf=\"{rdf}\" xmlns=\"{space}\"><channel>{channel}</channel>{ITEMS}</rdf:RDF>"
        );
        assert_eq!(tell(&read("quay.rdf", &text)), UNDATED, "{space}");
    }
    let netscape = "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \
                    \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">";
    for (version, kind) in
        [("0.91", netscape), ("0.91", ""), ("0.92", ""), ("0.93", ""), ("0.94", ""), ("2.0", "")]
    {
        let text = format!(
            "<?xml version=\"1.0\"?>{kind}<rss version=\"{version}\"><channel>{channel}{ITEMS}</channel></rss>"
        );
        let articles = read("quay.xml", &text);
        assert_eq!(tell(&articles), UNDATED, "{version}");
        assert_eq!(articles[0].plain_text(), "No boats ran before ten.", "{version}");
    }
}

#[test]
fn both_versions_of_json_feed_are_read() {
    let authors = [
        ("1", "\"author\":{\"name\":\"Ada Morrow\"}"),
        ("1.1", "\"language\":\"en\",\"authors\":[{\"name\":\"Ada Morrow\"}]"),
    ];
    for (version, author) in authors {
        let text = format!(
            "{{\"version\":\"https://jsonfeed.org/version/{version}\",\"title\":\"Quay\",\"items\":[{{\"id\":\"1\",\"url\":\
             \"https://quay.example/fog\",\"title\":\"Fog\",{author},\"content_html\":\"<p>No boats ran.</p>\",\
             \"date_published\":\"2016-12-08T10:00:00Z\"}},{{\"id\":2,\"url\":\"https://quay.example/tide\",\"content_text\":\
             \"High at noon.\"}}]}}"
        );
        let articles = read("feed.json", &text);
        assert_eq!(
            tell(&articles).first().map(String::as_str),
            Some("Fog | https://quay.example/fog | 2016-12-08")
        );
        assert_eq!(articles[0].byline[0], "Ada Morrow", "{version}");
        assert_eq!(articles[1].plain_text(), "High at noon.", "{version}");
    }
}
