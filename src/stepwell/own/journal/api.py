"""The door of the journal: rooms above hand in their words here. What was marked goes to `understanding`."""

from stepwell.own.journal.vocabulary import Listed, add_words

__all__ = ["Listed", "add_words"]
