"""Numbers with no more decimals than their range supports."""

import math


def number(value: float, places: int) -> float:
    """Rounded, and not minus nought."""
    return round(value, places) + 0.0


def digits(low: float, high: float) -> int:
    """Decimals that a range of this width supports; one or two."""
    width = (high - low) / 2
    return 2 if width <= 0 else min(2, max(1, math.ceil(-math.log10(width / 2))))


def significant(value: float) -> float:
    return float(f"{value:.3g}")
