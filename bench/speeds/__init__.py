"""What is timed and weighed: one kind of work a module, each with a title and `run`."""
