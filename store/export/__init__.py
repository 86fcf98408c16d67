"""What the library holds in the formats of other programs, one format a file."""
