"""Agreements: proposed by either, changed clause by clause, in force only when both have signed."""
