//! Articles and their sources on the way to other programs, as a script asks for them.

use crate::home::Home;

const FERRY: &str = "---\ntitle: The ferry \"stays\" away\ndate: 2016-12-08\nauthor: Ada Wren\n\
    publisher: Harbour Post\nlang: en\n---\n\nNo boat came to the quay on Monday, and none was looked for \
    on Tuesday either, says the keeper.\n\n## Sources\n\n\
    - Bell & Daughters (Lorient): Ice on the roads, 07/12/16\n\
    - Evening \\\\N Paper: What the keeper wrote, 6 December 2016\n";

const ICE: &str = "---\ntitle: Ice on the roads\ndate: 2016-12-07\npublisher: Bell & Daughters\nlang: en\n---\n\n\
    The road to the quay was closed at noon, and the ferry with it, as the harbour master told us.\n";

fn home() -> Home {
    let home = Home::new();
    home.file("news/ferry.md", FERRY);
    home.file("news/ice.md", ICE);
    home
}

#[test]
fn the_graph_of_sources_joins_what_is_in_the_library() {
    let run = home().run(&["sources", "news", "--format", "dot"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.out.starts_with("digraph \"newsprint\" {"), "{run:?}");
    assert!(run.out.contains("The ferry \\\"stays\\\" away"), "{run:?}");
    assert!(run.out.contains("Evening \\\\N Paper"), "{run:?}");
    let edges = run.out.lines().filter(|line| line.contains("\" -> \"article ")).count();
    assert_eq!(edges, 1, "a work that is an article is that article: {run:?}");
    assert_eq!(run.out.matches("Ice on the roads").count(), 1, "{run:?}");
}

#[test]
fn a_book_is_read_back_and_a_file_that_is_there_stays_as_it_is() {
    let home = home();
    let run = home.run(&["export", "news", "--output", "out.epub"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
    let run = home.run(&["show", "out.epub", "--format", "json"]);
    assert_eq!(run.json()[0]["format"], "epub", "{run:?}");
    let run = home.run(&["export", "news", "--output", "out.epub"]);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(run.err.contains("--force"), "{run:?}");
    assert_eq!(home.run(&["export", "news", "--output", "out.epub", "--force"]).code, Some(0));
    assert_eq!(home.run(&["export", "news", "--output", "out.docx"]).code, Some(2));
}

#[test]
fn what_stands_over_the_sources_is_in_the_language_of_the_article_and_read_back() {
    let home = home();
    home.file(
        "eis.md",
        &ICE.replace("lang: en", "lang: de").replace("us.", "us.\n\n## Quellen\n\n- Der Bote: Eis, 7.12.16"),
    );
    for (form, title) in [("md", "\n## Quellen\n"), ("html", "<h2>Quellen</h2>")] {
        let out = format!("out.{form}");
        assert_eq!(home.run(&["export", "eis.md", "--output", &out]).code, Some(0));
        assert!(std::fs::read_to_string(home.path(&out)).unwrap().contains(title), "{form}");
        let read = home.run(&["show", &out, "--format", "json"]).json();
        assert_eq!(read[0]["sources"][0]["title"], "Eis", "{form}: {read:?}");
    }
}

#[test]
fn an_article_is_not_written_over_even_when_forced() {
    let home = home();
    home.config("[libraries]\nnews = \"~/news\"\n");
    home.file("other.md", ICE);
    home.file("notes/old.md", "Mine.\n");
    let refused = [["export", "news/ice.md"], ["export", "other.md"], ["export", "notes/old.md"]];
    for [command, article] in refused {
        let run = home.run(&[command, article, "--output", "news/ferry.md", "--force"]);
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(run.err.contains("an article is not written over: news/ferry.md: name a file"), "{run:?}");
        let own = home.run(&[command, article, "--output", article, "--force"]);
        assert_eq!(own.code, Some(2), "{own:?}");
    }
    let text = |path: &str| std::fs::read_to_string(home.path(path)).unwrap();
    assert_eq!((text("news/ferry.md").as_str(), text("notes/old.md").as_str()), (FERRY, "Mine.\n"));
    assert_eq!(home.run(&["export", "news", "--output", "notes/old.md", "--force"]).code, Some(0));
    assert_eq!(home.run(&["export", "other.md", "--output", "news/new.md"]).code, Some(0));
}

#[test]
fn articles_are_exported_by_query_and_in_every_form() {
    let home = home();
    let page = home.run(&["export", "news", "master", "--format", "html"]);
    assert!(page.out.starts_with("<!DOCTYPE html>") && page.out.contains("Ice on the roads"), "{page:?}");
    assert!(!page.out.contains("keeper"), "{page:?}");
    let text = home.run(&["export", "news", "--format", "text"]);
    assert!(text.out.contains("No boat came") && text.out.contains("The road to the quay"), "{text:?}");
    let markdown = home.run(&["export", "news"]);
    assert_eq!(markdown.out.matches("\n# ").count(), 2, "{markdown:?}");
    assert_eq!(home.run(&["export", "news", "zeppelin"]).code, Some(1));
}

#[test]
fn a_citation_of_an_article_goes_into_a_bibliography() {
    let home = home();
    let bibtex = home.run(&["show", "news/ice.md", "--format", "bibtex"]);
    assert!(bibtex.out.contains("journal = {Bell \\& Daughters}"), "{bibtex:?}");
    assert!(bibtex.out.contains("year = {2016}"), "{bibtex:?}");
    let csl = home.run(&["show", "news/ice.md", "--format", "csl"]);
    let items: serde_json::Value = serde_json::from_str(&csl.out).unwrap();
    assert_eq!(items[0]["container-title"], "Bell & Daughters");
}

#[test]
fn notes_and_highlights_go_along_only_when_they_are_asked_for() {
    let home = Home::new();
    let lamps =
        "---\ntitle: The lamps\n---\n\nThe last lamp of the quay was put out. Nobody asked the keeper.\n";
    let file = home.file("lamps.md", lamps);
    let file = file.to_str().unwrap();
    for deed in ["note=Ask the *harbour* office.", "highlight=lamp of the quay", "highlight=nobody asked"] {
        let run = home.run(&["mark", deed, file]);
        assert_eq!(run.code, Some(0), "{run:?}");
    }
    let export = |words: &[&str]| home.run(&[&["export", file], words].concat()).out;
    let bare = export(&[]);
    assert!(!bare.contains("==") && !bare.contains("harbour"), "{bare}");
    let noted = export(&["--notes"]);
    assert!(
        noted.contains("The last ==lamp of the quay== was put out. ==Nobody asked== the keeper."),
        "{noted}"
    );
    assert!(noted.ends_with("## Notes\n\nAsk the \\*harbour\\* office.\n"), "{noted}");
    let page = export(&["--notes", "-f", "html"]);
    assert!(page.contains("The last <mark>lamp of the quay</mark> was put out."), "{page}");
    let text = export(&["--notes", "-f", "text"]);
    assert!(
        text.contains("The last lamp of the quay was put out.") && text.contains("Nobody asked\n"),
        "{text}"
    );
    // The file is edited: a highlight whose words are gone is not lost.
    home.file("lamps.md", &lamps.replace("Nobody asked the keeper.", "The keeper slept."));
    let edited = export(&["--notes"]);
    assert!(edited.ends_with("> Nobody asked\n\n*The article no longer says so.*\n"), "{edited}");
    assert!(edited.contains("==lamp of the quay=="), "{edited}");
}
