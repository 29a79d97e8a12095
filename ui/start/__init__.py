"""Start: new study, open, sample study, recent files, recovered work."""
