"""The door of this room. Nobody calls it: what lies between two lies between two."""
