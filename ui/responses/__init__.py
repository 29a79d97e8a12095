"""Responses: drop a spreadsheet, look at what was understood, take it in, see what became of every row."""
