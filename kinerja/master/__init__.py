"""The master workbook `induk.xlsx` and the settings `kinerja.toml`: read once, checked whole."""
