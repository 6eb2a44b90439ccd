"""Corrected Word documents in: what people wrote in a konsep, to values."""
