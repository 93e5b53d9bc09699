"""What carries over between two, and a month to read together."""
