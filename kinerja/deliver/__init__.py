"""The only writer of documents to disk: names, atomic replace, canonical bytes."""
