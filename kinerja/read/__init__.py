"""Filled forms in: what strangers send, found, opened within limits, recognised and taken apart. Never altered."""
