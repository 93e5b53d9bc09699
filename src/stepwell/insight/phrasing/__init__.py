"""Another way to say it: words of a draft that may land as an attack, and what to say instead."""
