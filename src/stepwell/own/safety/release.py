"""`python -m stepwell.own.safety.release`: which numbers somebody needs to read at their source again."""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime

from stepwell.own.safety.numbers import old_lines, unverified_lines


def old_numbers(on: date) -> Iterator[str]:
    """A line for each number that was verified more than 180 days before that day."""
    for line in old_lines(on):
        yield f"The number {line} was last read on {line.verified_on}. Read it again at {line.source}."


def never_read() -> Iterator[str]:
    for line in unverified_lines():
        yield f"The number {line} was never read at its source. Read it there, or take it out."


def main() -> int:
    found = [*old_numbers(datetime.now(UTC).date()), *never_read()]
    for each in found:
        sys.stdout.write(f"{each}\n")
    sys.stdout.write(f"{len(found)} to look at.\n" if found else "Every number was read lately.\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
