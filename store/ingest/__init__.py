"""Files to briefs to rows: sources, readers, layout, dates and the pipeline."""
