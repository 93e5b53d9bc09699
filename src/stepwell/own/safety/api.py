"""The door of safety: whether one's own yes may count, and keeping it back where it may not."""

from stepwell.own.safety.gate import Joint, held, hold, let_go, may, on_freed
from stepwell.own.safety.leaf import turn_over
from stepwell.own.safety.release import old_numbers

# Where a page leads somebody whose yes was kept back. It is the same page for every reason.
OWN_PAGE = "safety:ground"

__all__ = ["OWN_PAGE", "Joint", "held", "hold", "let_go", "may", "old_numbers", "on_freed", "turn_over"]
