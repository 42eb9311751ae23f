//! Owns the graph of who cites what: articles, the works they cite, the outlets of these. A work that
//! is among the articles is that article. It refuses to draw it.

use std::collections::{HashMap, HashSet};

use super::sift::Found;
use crate::export::dot::Graph;
use crate::library::fold::fold;
use crate::library::ties::{self, works::Group};

/// Writes the graph in the language of Graphviz.
pub(super) fn of(found: &[Found<'_>], works: &[Group<&Found<'_>>]) -> String {
    let mut graph = Graph::new("newsprint");
    for one in found {
        let day = one.article.published.map(|published| published.at.day.to_string()).unwrap_or_default();
        let about = [one.article.outlet.as_deref().unwrap_or_default(), &day];
        let about: Vec<&str> = about.into_iter().filter(|part| !part.is_empty()).collect();
        graph.node(&article(one), &lines(&one.title(), &about.join(", ")), "style=bold");
    }
    let articles = by_key(found);
    let mut outlets: HashMap<String, String> = HashMap::new();
    for (number, work) in works.iter().enumerate() {
        let same = ties::meant(&work.source).into_iter().find_map(|key| articles.get(&key));
        let node = same.cloned().unwrap_or_else(|| format!("work {}", number + 1));
        if same.is_none() {
            draw(&mut graph, &node, work, &mut outlets);
        }
        let mut citing = HashSet::new();
        for one in &work.cited_by {
            if citing.insert(one.id) && article(one) != node {
                graph.edge(&article(one), &node, "");
            }
        }
    }
    graph.finish()
}

/// Draws a work that is not among the articles, and its outlet.
fn draw(graph: &mut Graph, node: &str, work: &Group<&Found<'_>>, outlets: &mut HashMap<String, String>) {
    let source = &work.source;
    let title = source.title.as_deref().or(source.url.as_deref()).unwrap_or(&source.raw);
    let day = source.date.map(|day| day.to_string()).unwrap_or_default();
    graph.node(node, &lines(title, &day), "");
    let Some(publisher) = &source.publisher else { return };
    let next = format!("outlet {}", outlets.len() + 1);
    let known = outlets.len();
    let outlet = outlets.entry(fold(publisher)).or_insert(next).clone();
    if outlets.len() > known {
        graph.node(&outlet, &[publisher], "shape=ellipse");
    }
    graph.edge(node, &outlet, "style=dashed");
}

fn lines<'a>(title: &'a str, about: &'a str) -> Vec<&'a str> {
    [title, about].into_iter().filter(|line| !line.is_empty()).collect()
}

fn article(one: &Found<'_>) -> String {
    format!("article {}", one.id)
}

/// Finds articles by the keys under which a source may mean them.
fn by_key(found: &[Found<'_>]) -> HashMap<u64, String> {
    let mut articles = HashMap::new();
    for one in found {
        for key in ties::own(one.article) {
            articles.entry(key).or_insert_with(|| article(one));
        }
    }
    articles
}
