"""Files for the board and the analyst. Each module writes one kind; ``files`` puts them in place whole."""
