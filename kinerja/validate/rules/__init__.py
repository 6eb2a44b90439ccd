"""Rules by family, each a pure function."""
