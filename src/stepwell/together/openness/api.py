"""The door of openness: nothing is asked of this room by others. It is reached by its pages."""
