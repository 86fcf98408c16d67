"""What is scored: one set of questions a module, each with a title and `run`."""
