"""Can we trust it: is the sample enough."""
