"""Customer priority surveys: design, import, sample check, comparison (no Qt in this package)."""
