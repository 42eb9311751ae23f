//! Owns the fields of the index and how an entry becomes a document of it. It refuses to know where
//! the index is kept.

use jiff::civil::Date;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, Schema, SchemaBuilder, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::TokenizerManager;
use tantivy::{IndexSettings, TantivyDocument, index::IndexSortByField};

use super::row;
use super::tokens::{Edges, Folded};
use crate::library::shelf::seconds;
use crate::library::{Entry, fold, ties};

/// The name of the field that orders documents.
pub(super) const MOMENT: &str = "moment";
/// What articles with sources are filed under in the field `has`.
pub(super) const SOURCES: &str = "sources";

/// The fields of which a document may have several values.
pub(super) const MANY: [&str; 7] = ["name_edge", "own", "cites", "authors", "tags", "cited", "print"];

/// The fields of folded words.
const WORDS: [&str; 6] = ["title", "author", "source", "tag", "path", "text"];

/// The fields of the index.
#[derive(Debug, Clone)]
pub(super) struct Fields {
    pub(super) title: Field,
    pub(super) author: Field,
    pub(super) source: Field,
    pub(super) tag: Field,
    pub(super) path: Field,
    pub(super) text: Field,
    /// First letters of the words of `text`.
    pub(super) edge: Field,
    /// Those of `title`.
    pub(super) title_edge: Field,
    /// Those of `source`, `author` and `tag`, all in one.
    pub(super) name_edge: Field,
    pub(super) language: Field,
    pub(super) has: Field,
    /// The file, as [`super::changes::name`] makes it.
    pub(super) file: Field,
    /// The keys under which a source may mean the article.
    pub(super) own: Field,
    /// The keys of the works it cites.
    pub(super) cites: Field,
    /// Where a word is looked for that names no field.
    pub(super) anywhere: [Field; 5],
    /// The same for the first letters of a word.
    pub(super) edges: [Field; 3],
    /// The fields of names.
    pub(super) names: [Field; 3],
    row: Field,
    columns: Columns,
}

/// The fields read by document: numbers and sort keys.
#[derive(Debug, Clone, Copy)]
struct Columns {
    id: Field,
    moment: Field,
    day: Field,
    stamp: Field,
    length: Field,
    modified: Field,
    by_title: Field,
    by_outlet: Field,
    /// The folder of the file.
    folder: Field,
    /// The outlet as it is written.
    outlet: Field,
    /// The authors and the tags of the file, as they are written.
    authors: Field,
    tags: Field,
    /// The publishers of the works cited, as they are written.
    cited: Field,
    /// The key of the title and the bands of the sketch; see [`crate::library::ties`].
    print: Field,
}

/// Makes the schema and its fields.
pub(super) fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let s = &mut schema;
    let [title, author, source, tag, path, text] = WORDS.map(|name| words(s, name));
    let (title_edge, name_edge) = (edges(s, "title_edge"), edges(s, "name_edge"));
    let fields = Fields {
        title,
        author,
        source,
        tag,
        path,
        text,
        anywhere: [title, source, author, tag, text],
        edges: [title, name_edge, text],
        names: [source, author, tag],
        edge: terms(s, "edge", "edges", IndexRecordOption::WithFreqs),
        title_edge,
        name_edge,
        language: terms(s, "language", "raw", IndexRecordOption::Basic),
        has: terms(s, "has", "raw", IndexRecordOption::Basic),
        file: s.add_u64_field("file", INDEXED | FAST),
        own: s.add_u64_field("own", INDEXED),
        cites: s.add_u64_field("cites", INDEXED),
        row: s.add_text_field("row", STORED),
        columns: Columns {
            id: s.add_u64_field("id", FAST),
            moment: s.add_i64_field(MOMENT, FAST),
            day: s.add_i64_field("day", FAST),
            stamp: s.add_u64_field("stamp", FAST),
            length: s.add_u64_field("length", FAST),
            modified: s.add_i64_field("modified", FAST),
            by_title: s.add_text_field("by_title", key()),
            by_outlet: s.add_text_field("by_outlet", key()),
            folder: s.add_text_field("folder", key()),
            outlet: s.add_text_field("outlet", key()),
            authors: s.add_text_field("authors", key()),
            tags: s.add_text_field("tags", key()),
            cited: s.add_text_field("cited", key()),
            print: s.add_u64_field("print", FAST),
        },
    };
    (schema.build(), fields)
}

/// A field of folded words with their places, for phrases.
fn words(schema: &mut SchemaBuilder, name: &str) -> Field {
    terms(schema, name, "folded", IndexRecordOption::WithFreqsAndPositions)
}

/// A field of first letters.
fn edges(schema: &mut SchemaBuilder, name: &str) -> Field {
    terms(schema, name, "edges", IndexRecordOption::Basic)
}

fn terms(schema: &mut SchemaBuilder, name: &str, tokenizer: &str, record: IndexRecordOption) -> Field {
    let indexing =
        TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(record).set_fieldnorms(false);
    schema.add_text_field(name, TextOptions::default().set_indexing_options(indexing))
}

/// A sort key: kept as it is, in a column.
fn key() -> TextOptions {
    TextOptions::default().set_fast("raw")
}

/// The tokenisers the schema names.
pub(super) fn tokenizers() -> TokenizerManager {
    let tokenizers = TokenizerManager::default();
    tokenizers.register("folded", Folded);
    tokenizers.register("edges", Edges);
    tokenizers
}

/// Documents stand newest first.
pub(super) fn settings() -> IndexSettings {
    let newest_first = IndexSortByField { field: MOMENT.to_owned(), order: tantivy::Order::Desc };
    IndexSettings {
        sort_by_field: Some(newest_first),
        docstore_compress_dedicated_thread: false,
        ..IndexSettings::default()
    }
}

impl Fields {
    /// Makes the document of an entry; `file` and `stamp` are its file's name and state.
    pub(super) fn document(&self, entry: &Entry, file: u64, stamp: u64) -> TantivyDocument {
        let mut document = TantivyDocument::default();
        let Entry { folded, row, .. } = entry;
        for (field, words) in [
            (self.title, &folded.title),
            (self.author, &folded.author),
            (self.source, &folded.source),
            (self.tag, &folded.tag),
            (self.path, &folded.path),
            (self.text, &folded.text),
            (self.edge, &folded.text),
            (self.title_edge, &folded.title),
            (self.name_edge, &folded.source),
            (self.name_edge, &folded.author),
            (self.name_edge, &folded.tag),
        ] {
            document.add_text(field, words);
        }
        if let Some(language) = row.language {
            document.add_text(self.language, language.tag());
        }
        if row.sources > 0 {
            document.add_text(self.has, SOURCES);
        }
        document.add_u64(self.file, file);
        entry.ties.own.iter().for_each(|key| document.add_u64(self.own, *key));
        entry.ties.cites.iter().for_each(|key| document.add_u64(self.cites, *key));
        document.add_text(self.row, row::write(row, entry.item, entry.modified));
        self.columns.fill(&mut document, entry, stamp);
        document
    }

    /// Returns the stored row of a document.
    pub(super) fn row(&self, document: &TantivyDocument) -> Option<Entry> {
        use tantivy::schema::Value;
        document.get_first(self.row).and_then(|value| value.as_str()).and_then(row::read)
    }
}

impl Columns {
    fn fill(&self, document: &mut TantivyDocument, entry: &Entry, stamp: u64) {
        document.add_u64(self.id, entry.id.number());
        document.add_i64(self.moment, moment(entry));
        if let Some(published) = entry.row.published {
            document.add_i64(self.day, day(published.at.day));
        }
        document.add_u64(self.stamp, stamp);
        document.add_u64(self.length, entry.text.len() as u64);
        document.add_i64(self.modified, entry.modified);
        document.add_text(self.by_title, &entry.folded.title);
        if let Some(folder) = entry.path.parent() {
            document.add_text(self.folder, folder.to_string_lossy());
        }
        if let Some(outlet) = &entry.row.outlet {
            document.add_text(self.by_outlet, fold::fold(outlet));
            document.add_text(self.outlet, outlet.as_str());
        }
        entry.ties.authors.iter().for_each(|author| document.add_text(self.authors, author.as_str()));
        entry.ties.tags.iter().for_each(|tag| document.add_text(self.tags, tag.as_str()));
        entry.ties.publishers.iter().for_each(|publisher| document.add_text(self.cited, publisher.as_str()));
        let title = ties::key::title(&entry.row.headline).unwrap_or_default();
        let bands = entry.ties.sketch.bands().iter().copied();
        std::iter::once(title).chain(bands).for_each(|value| document.add_u64(self.print, value));
    }
}

/// Returns what an entry is ordered by: its second, and for those of one second some bits of its id,
/// so that they never change places.
pub(super) fn moment(entry: &Entry) -> i64 {
    let tie = i64::try_from(entry.id.number() & 0xf_ffff).unwrap_or(0);
    seconds(entry).clamp(-(1 << 42), 1 << 42) << 20 | tie
}

/// Returns the second of a moment, as [`moment`] makes it.
pub(super) fn second(moment: i64) -> i64 {
    moment >> 20
}

/// Returns the number of a day, counted from 1970.
pub(super) fn day(date: Date) -> i64 {
    date.duration_since(jiff::civil::date(1970, 1, 1)).as_hours() / 24
}

/// Returns the day of a number that [`day`] gave.
pub(super) fn date(day: i64) -> Option<Date> {
    jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().try_days(day).ok()?).ok()
}
