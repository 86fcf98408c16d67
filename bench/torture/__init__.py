"""Long runs that try to break the library: a module a chapter of RESULTS.md.

`SEED=n make torture ONLY=crashes` repeats a run with another seed; `ROUNDS=n` makes it shorter or
longer. A run that was stopped goes on where it was.
"""
