//! Code in plain text, and prose that looks a little like it.

use super::read;
use crate::article::Block;

#[test]
fn code_keeps_its_lines_and_its_indents() {
    let text = "How to sharpen a query\n\nTo see what the planner does, ask it:\n\n    EXPLAIN ANALYZE\n    SELECT name\n      FROM loaves WHERE price = 3;\n\nIn C the same loop is\n\nfor (int i = 0; i < n; i++) {\n    total += price[i];\n    if (total > limit) {\n        break;\n    }\n}\n\nThen run it.\n\n```sh\n$ cargo build\n\n$ cargo run\n```\n\nThat is all.\n";
    let article = read("query.txt", text.as_bytes());
    let code: Vec<&str> = article
        .body
        .iter()
        .filter_map(|block| match block {
            Block::Code { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(
        code,
        [
            "EXPLAIN ANALYZE\nSELECT name\n  FROM loaves WHERE price = 3;",
            "for (int i = 0; i < n; i++) {\n    total += price[i];\n    if (total > limit) {\n        break;\n    }\n}",
            "$ cargo build\n\n$ cargo run",
        ]
    );
    assert_eq!(article.body.len(), 7);
}

#[test]
fn prose_that_looks_a_little_like_code_stays_prose() {
    for prose in [
        "The quay\n\nThree things were sold;\nbread, and salt;\nand nothing else (at first);\n\nThat was all.\n",
        "The quay\n\nHe said:\n\n    I saw the lamps go out, one (the last) after all others.\n    Nobody waited.\n\nThat was all.\n",
        "The quay\n\nFrom: the harbour = the sea.\nIt cost $ 5 a loaf.\nNobody paid {yet}.\n",
    ] {
        let article = read("quay.txt", prose.as_bytes());
        assert!(!article.body.iter().any(|block| matches!(block, Block::Code { .. })), "{prose}");
    }
}
