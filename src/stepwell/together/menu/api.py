"""The door of menu: nothing is asked of this room by others. It is reached by its pages."""
