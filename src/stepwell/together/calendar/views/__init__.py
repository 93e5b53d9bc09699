"""Pages of this room: one file for each thing a person comes for."""
