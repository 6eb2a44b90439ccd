"""The order of the stages. The only room that knows it."""
