"""Somebody else's published table, recomputed: which formula gives each printed capaian. Pure: bytes and cells in."""
