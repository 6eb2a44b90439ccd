"""Word documents: views, the strict template engine, charts."""
