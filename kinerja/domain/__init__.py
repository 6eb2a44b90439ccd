"""The field's words and arithmetic: pure values and functions, no input or output."""
