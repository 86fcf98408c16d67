"""Briefs side by side: lanes, aligned rows and points."""
