"""One module per document: figures in, finished strings out."""
