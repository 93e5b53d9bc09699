"""The door of between: rooms hand in here what two have shown to one another, and what a month held."""

from stepwell.together.between.finding import drop
from stepwell.together.between.sources import Chapter, Line, Month, Shown, Source, add_chapter, add_source

__all__ = ["Chapter", "Line", "Month", "Shown", "Source", "add_chapter", "add_source", "drop"]
