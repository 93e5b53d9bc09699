"""Days of the week as one number, as a row keeps them."""

from collections.abc import Iterable

EVERY_DAY = 0b1111111


def weekdays_of(mask: int) -> frozenset[int]:
    return frozenset(day for day in range(7) if mask >> day & 1)


def mask_of(weekdays: Iterable[int]) -> int:
    """Bits 0 (Monday) to 6 (Sunday). Raises ValueError for anything else."""
    mask = 0
    for day in weekdays:
        if not 0 <= day <= 6:
            raise ValueError(f"no such weekday: {day}")
        mask |= 1 << day
    return mask
