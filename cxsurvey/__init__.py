"""Customer priority surveys: design, import, sample check, comparison (no Qt in this package)."""

__version__ = "0.1.0"
