"""The door of letters: nothing is asked of this room by others. It is reached by its pages, and by the slot
"words", which it fills beside any text that goes to somebody."""
