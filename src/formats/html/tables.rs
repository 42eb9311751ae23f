//! Owns tables: telling those that hold data from those that only lay a page out, and reading the
//! first kind. It refuses to fit them to a width.

use dom_query::NodeRef;

use super::blocks::Walk;
use crate::article::{Align, Inline, Table};

/// Letters in one cell beyond which a table is layout.
const LONGEST_CELL: usize = 600;

/// Says whether a table holds data, rather than laying out the page.
pub(super) fn holds_data(table: &NodeRef<'_>) -> bool {
    if table.attr("role").is_some_and(|role| matches!(&*role, "presentation" | "none")) {
        return false;
    }
    let nested = ["table", "ul", "ol", "blockquote", "pre", "h1", "h2", "h3", "figure"];
    if table.descendants_it().any(|n| nested.iter().any(|name| n.has_name(name))) {
        return false;
    }
    let rows = rows(table);
    let wide = rows.iter().any(|row| cells(row).count() > 1);
    let cells_short =
        rows.iter().flat_map(|row| cells(row)).all(|cell| cell.text().chars().count() < LONGEST_CELL);
    wide && cells_short && (rows.len() > 1 || table.descendants_it().any(|n| n.has_name("th")))
}

/// Reads a data table.
pub(super) fn read(table: &NodeRef<'_>, walk: &mut Walk<'_>) -> Table {
    let mut made = Table::default();
    for row in rows(table) {
        let heads = cells(&row).all(|cell| cell.has_name("th"));
        if heads && made.head.is_empty() && made.rows.is_empty() {
            made.align = cells(&row).map(|cell| align(&cell)).collect();
        }
        let line: Vec<Vec<Inline>> = cells(&row).map(|cell| walk.line(&cell)).collect();
        if line.iter().all(Vec::is_empty) {
            continue;
        }
        if heads && made.head.is_empty() && made.rows.is_empty() {
            made.head = line;
        } else {
            made.rows.push(line);
        }
    }
    made
}

fn rows<'a>(table: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    let in_parts = table
        .element_children()
        .into_iter()
        .flat_map(|child| if child.has_name("tr") { vec![child] } else { child.element_children() });
    in_parts.filter(|n| n.has_name("tr")).collect()
}

fn cells<'a>(row: &NodeRef<'a>) -> impl Iterator<Item = NodeRef<'a>> + use<'a> {
    row.element_children().into_iter().filter(|n| n.has_name("td") || n.has_name("th"))
}

fn align(cell: &NodeRef<'_>) -> Align {
    let style = cell.attr("style").map(|s| s.to_ascii_lowercase().replace(' ', ""));
    let side = cell.attr("align").map(|s| s.to_ascii_lowercase());
    let says = |word: &str| {
        side.as_deref() == Some(word)
            || style.as_ref().is_some_and(|s| s.contains(&format!("text-align:{word}")))
    };
    if says("right") {
        Align::Right
    } else if says("center") {
        Align::Centre
    } else {
        Align::Left
    }
}
