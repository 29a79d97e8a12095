"""Spreadsheets to responses: containers, platforms, column roles, decoding."""
