"""Tidy data out: tables of facts and figures as CSV, JSON and Parquet, with their description."""
