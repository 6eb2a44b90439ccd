"""Blank forms out, one per unit and period."""
