//! Owns how the fields of the index are told to Quickwit, which serves tantivy indexes from many
//! machines. It refuses to talk to one.

use serde_json::{Value, json};
use tantivy::schema::{FieldEntry, FieldType, IndexRecordOption};

use super::schema;

/// Returns the document mapping under which Quickwit keeps the documents newsprint makes, as JSON. Words
/// come to it folded and cut already, so it parts them at spaces.
pub fn mapping() -> String {
    let (schema, _) = schema::schema();
    let fields: Vec<Value> = schema.fields().map(|(_, entry)| field(entry)).collect();
    let mapping = json!({ "mode": "strict", "field_mappings": fields });
    serde_json::to_string_pretty(&mapping).unwrap_or_default() + "\n"
}

fn field(entry: &FieldEntry) -> Value {
    let (name, stored, fast) = (entry.name(), entry.is_stored(), entry.is_fast());
    let kind =
        |one: &str| if schema::MANY.contains(&name) { format!("array<{one}>") } else { one.to_owned() };
    match entry.field_type() {
        FieldType::Str(text) => match text.get_indexing_options() {
            Some(indexing) => json!({
                "name": name, "type": "text", "stored": stored, "fast": fast, "fieldnorms": indexing.fieldnorms(),
                "tokenizer": if indexing.tokenizer() == "raw" { "raw" } else { "whitespace" },
                "record": match indexing.index_option() {
                    IndexRecordOption::Basic => "basic",
                    IndexRecordOption::WithFreqs => "freq",
                    IndexRecordOption::WithFreqsAndPositions => "position",
                },
            }),
            None => {
                json!({ "name": name, "type": kind("text"), "stored": stored, "fast": fast, "indexed": false })
            }
        },
        number => {
            let kind = kind(if matches!(number, FieldType::I64(_)) { "i64" } else { "u64" });
            json!({ "name": name, "type": kind, "stored": stored, "fast": fast, "indexed": entry.is_indexed() })
        }
    }
}
