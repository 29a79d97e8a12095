"""Our view: how colleagues rank and score the pillars, and what they say together."""
