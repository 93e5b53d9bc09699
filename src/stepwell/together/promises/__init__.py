"""Promises: made by the one who keeps them, and what became of them by their own word."""
