"""The door: look at a draft, and check the three parts of an "I feel" sentence."""

from stepwell.insight.phrasing.compose import Parts, Remark, check, families, parts
from stepwell.insight.phrasing.looking import Finding, Look, look
from stepwell.insight.phrasing.rules import KINDS

__all__ = ["KINDS", "Finding", "Look", "Parts", "Remark", "check", "families", "look", "parts"]
