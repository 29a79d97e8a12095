"""Generations: the order within each cohort."""
