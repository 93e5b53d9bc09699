"""The door of calendar: how other rooms have their days drawn beside plans."""

from stepwell.together.calendar.dated import Dated, add_dates

__all__ = ["Dated", "add_dates"]
