"""Briefs side by side: lanes, aligned rows and points."""

from store.compare.sheet import compare

__all__ = ["compare"]
