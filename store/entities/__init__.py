"""Text to people, countries and pairs: rules and tables of plain facts, no model."""
