"""Working papers as Excel: Kertas Kerja Validasi, analysis, annotated return copies."""
