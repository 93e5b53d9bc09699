"""Computation with no web in it: each room is usable as a plain Python library."""
