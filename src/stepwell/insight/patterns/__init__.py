"""Patterns rather than isolated incidents, with honest uncertainty."""
