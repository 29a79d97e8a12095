"""Run by hand: `python -m benchmarks`. Prints figures and ratios; asserts none."""
