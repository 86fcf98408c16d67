"""Keys pressed to results: the query language, spelling, the plan and its results."""
