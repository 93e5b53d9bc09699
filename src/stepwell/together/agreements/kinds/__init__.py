"""The kinds of agreement. A key is stored, and is never given a second meaning."""

from stepwell.together.agreements.kinds import openness, safety
from stepwell.together.agreements.kinds.kind import KindOf

KINDS: dict[str, KindOf] = {
    kind.key: kind
    for kind in (
        safety.EMOTIONAL_SAFETY,
        safety.BOUNDARIES,
        openness.DAILY_LIFE,
        openness.TECHNOLOGY,
        openness.OUTSIDE,
        openness.MONEY,
        openness.PRIVACY,
        safety.TIME_OUTS,
        safety.WHEN_BROKEN,
        openness.COMPROMISE,
        openness.OUR_OWN,
    )
}

__all__ = ["KINDS", "KindOf"]
