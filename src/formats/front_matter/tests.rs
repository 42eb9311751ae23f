//! Stories about front matter.
