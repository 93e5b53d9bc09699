"""Stepwell: a private place where two people rebuild trust, step by step."""
