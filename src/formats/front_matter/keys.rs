//! Owns the names under which the dialects keep one thing, best first. It refuses to read what stands
//! under them.

pub(super) const TITLE: &[&str] = &["title", "titre", "titel", "titulo", "título", "headline", "name"];
pub(super) const DATE: &[&str] = &[
    "date",
    "published",
    "pubdate",
    "publishedat",
    "published_at",
    "publishdate",
    "publish_date",
    "date_published",
    "datepublished",
    "published_time",
    "pub_date",
    "posted",
    "fecha",
    "datum",
    "publié",
    "publié le",
    "date de publication",
    "veröffentlicht",
    "publicado",
    "pubblicato",
    "gepubliceerd",
    "dato",
    "tarih",
    "дата",
    "опубликовано",
    "日付",
    "日期",
];
pub(super) const UPDATED: &[&str] =
    &["updated", "modified", "lastmod", "last_modified_at", "last_modified", "lastupdated", "date_modified"];
pub(super) const AUTHOR: &[&str] = &[
    "author",
    "authors",
    "byline",
    "auteur",
    "auteurs",
    "autor",
    "autores",
    "autoren",
    "creator",
    "by",
    "published_by",
    "writer",
    "autore",
    "autori",
    "forfatter",
    "författare",
    "yazar",
    "автор",
    "作者",
    "著者",
];
pub(super) const SOURCE: &[&str] = &[
    "source",
    "url",
    "link",
    "canonical",
    "canonical_url",
    "source_url",
    "original_url",
    "original",
    "fuente",
    "quelle",
    "fonte",
    "lien",
    "bron",
    "источник",
    "来源",
];
pub(super) const LANGUAGE: &[&str] = &["lang", "language", "locale"];
pub(super) const TAGS: &[&str] = &["tags", "keywords", "categories", "tag", "category", "topics"];
pub(super) const SUMMARY: &[&str] =
    &["description", "summary", "excerpt", "standfirst", "subtitle", "dek", "lead", "abstract"];
pub(super) const OUTLET: &[&str] =
    &["publisher", "site", "site_name", "publication", "website", "outlet", "sitename"];
