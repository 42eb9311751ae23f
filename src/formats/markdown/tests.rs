//! Stories about Markdown.
