"""The door of this room: how somebody is now, and what they wrote of their own days.

A page that may be hard includes `selfcare/_window.html` with `moment="before"` or `moment="after"` and
`then=request.path`. It asks how it is, in one tap, leads to what fits, and back to that page.
"""

from stepwell.own.selfcare.afters import Factor, factors
from stepwell.own.selfcare.days import Number, numbers
from stepwell.own.selfcare.gauges import FRESH, Now, now, too_much

__all__ = ["FRESH", "Factor", "Now", "Number", "factors", "now", "numbers", "too_much"]
