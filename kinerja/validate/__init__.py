"""Judging a form: pure rules over what was read, the master and the history; every fault in one run."""
