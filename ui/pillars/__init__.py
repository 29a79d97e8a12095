"""The pillars of the study: what customers will rank, in every language."""
