"""The register `kinerja.db`: submissions, revisions, facts, findings, decisions, documents, events."""
