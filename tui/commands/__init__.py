"""The subcommands, one a file, imported only when called."""
