"""Where we differ: customers' order against the internal one."""
