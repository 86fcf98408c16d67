"""One format a file: each reader turns bytes into text."""
