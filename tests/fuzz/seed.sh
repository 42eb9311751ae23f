#!/bin/sh
# Copies the fixtures and the shipped articles to where the fuzz targets look for what to begin with.
set -eu
cd "$(dirname "$0")"
formats=../fixtures/formats
for target in text markdown html feed mail epub warc exports query clean; do
    mkdir -p "corpus/$target"
    for folder in "$formats/$target" "../fixtures/malformed/$target"; do
        if [ -d "$folder" ]; then cp -- "$folder"/* "corpus/$target/"; fi
    done
done
cp -- ../../articles/*.txt corpus/text/
cp -- ../../articles/*.md corpus/markdown/
cp -- ../../articles/*.html corpus/html/
cp -- ../../articles/*.txt "$formats"/mail/*.eml corpus/clean/
number=0
while read -r line; do
    number=$((number + 1))
    printf '%s' "$line" >"corpus/query/$number"
done <queries.txt
