"""Ways to align the paragraphs of two comments: Dateline's own, and what it is held against."""
