"""What `make bench` and `make eval` run; their figures stand in RESULTS.md."""
