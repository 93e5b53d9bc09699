"""The door of dialogue: nothing is asked of this room by others. It is reached by its pages and its slots."""
