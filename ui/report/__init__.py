"""Report: everything for the board and the analyst, as files."""
