"""The terminal: Dateline's command line and its full-screen app."""
