//! Markdown and front matter: depth, width, YAML that grows.

use crate::row::{Row, file, many};

fn md(what: &'static str, text: impl Fn() -> String + 'static) -> Row {
    file(what, "note.md", move || format!("{}\n\nThe rope is wet.\n", text()).into_bytes()).articles(1)
}

fn matter(what: &'static str, yaml: impl Fn() -> String + 'static) -> Row {
    md(what, move || format!("---\n{}\n---\n", yaml())).says("The rope is wet.")
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = front_matter();
    rows.extend(bodies());
    rows
}

fn front_matter() -> Vec<Row> {
    vec![
        matter("front matter: a billion laughs", || {
            let mut yaml = "a0: &a0 [lol]\n".to_owned();
            for n in 1..12 {
                yaml += &format!("a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 10].join(","));
            }
            yaml + "title: Rope"
        })
        .holds("a warning", warned),
        matter("front matter: nested 30,000 deep", || format!("title: {}", "[".repeat(30_000)))
            .holds("a warning", warned),
        matter("front matter: maps nested 10,000 deep", || format!("title: {}", "{a: ".repeat(10_000)))
            .holds("a warning", warned),
        matter("front matter: indented 2,000 deep", || {
            (0..2_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect()
        }),
        matter("front matter: broken", || "title: \"Rope\nauthor: [Ida".to_owned())
            .holds("a warning", warned),
        matter("front matter: 300,000 keys", || (0..many(300_000)).map(|n| format!("k{n}: v\n")).collect()),
        matter("front matter: 300,000 tags", || {
            format!(
                "title: Rope\ntags: [{}]",
                (0..many(300_000)).map(|n| format!("t{n},")).collect::<String>()
            )
        }),
        matter("front matter: never closed", || "title: Rope\n...".to_owned()),
        file("front matter: TOML nested 200,000 deep", "note.md", || {
            format!("+++\na = {}\n+++\n\nThe rope is wet.\n", "[".repeat(200_000)).into_bytes()
        })
        .articles(1)
        .says("The rope is wet."),
    ]
}

fn warned(articles: &[serde_json::Value]) -> bool {
    articles.iter().any(|article| !article["warnings"].as_array().unwrap().is_empty())
}

fn bodies() -> Vec<Row> {
    let repeated = |what, piece: &'static str, count: usize| md(what, move || piece.repeat(count));
    vec![
        repeated("markdown: 50,000 times >", ">", many(50_000)),
        repeated("markdown: 50,000 times '> '", "> ", many(50_000)),
        repeated("markdown: 100,000 times [", "[", many(100_000)),
        repeated("markdown: 100,000 times ![", "![", many(100_000)),
        repeated("markdown: 100,000 times [](", "[](", many(100_000)),
        repeated("markdown: 50,000 times *a _b", "*a _b ", many(50_000)),
        repeated("markdown: 100,000 times **", "**a ", many(100_000)),
        repeated("markdown: 100,000 times `", "` `` ", many(100_000)),
        repeated("markdown: 100,000 times <", "<", many(100_000)),
        repeated("markdown: 100,000 times <!--", "<!-- ", many(100_000)),
        repeated("markdown: 100,000 times <?", "<? ", many(100_000)),
        repeated("markdown: 100,000 times [[", "[[", many(100_000)),
        repeated("markdown: 100,000 times {{<", "{{< ", many(100_000)),
        repeated("markdown: 100,000 times {% ", "{% ", many(100_000)),
        repeated("markdown: 100,000 times $", "$ $$ ", many(100_000)),
        repeated("markdown: 100,000 times [^1]", "[^1] ", many(100_000)),
        repeated("markdown: 50,000 notes", "a[^1]\n\n[^1]: b\n\n", many(50_000)),
        repeated("markdown: 50,000 callouts", "> [!note] a\n> b\n\n", many(50_000)),
        repeated("markdown: 200,000 raw <div>", "<div>\n\n", many(200_000)),
        repeated("markdown: 60,000 headings", "# a\n\n", many(60_000)),
        md("markdown: lists nested 1,000 deep", || {
            (0..1_000).map(|n| format!("{}- a\n", "  ".repeat(n))).collect()
        }),
        md("markdown: a list that nests in one line", || format!("{}a", "- ".repeat(many(50_000)))),
        md("markdown: a table of 5,000 columns", || {
            let row = |cell: &str| format!("{}|\n", format!("|{cell}").repeat(5_000));
            format!("{}{}{}", row("a"), row("-"), row("b").repeat(many(100)))
        })
        .says("The rope is wet."),
        md("markdown: a wide head over 20,000 short rows", || {
            format!("{}|\n{}|\n{}", "|a".repeat(500), "|-".repeat(500), "|b|\n".repeat(many(20_000)))
        }),
        md("markdown: 20,000 definitions of one name", || {
            format!(
                "{}\n{}",
                "[a][b] ".repeat(many(20_000)),
                "[b]: https://quay.example/\n".repeat(many(20_000))
            )
        }),
    ]
}
