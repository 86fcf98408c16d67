"""What a brief is, and all that is done with briefs: no screen, no terminal."""

__version__ = "0.1.0"
