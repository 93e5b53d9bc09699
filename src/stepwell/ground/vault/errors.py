"""What can go wrong here. Failures to open tell nothing about why."""
# read as sentences: "except CannotOpen"


class CannotOpen(Exception):
    """One and the same error for any failure to open: wrong key, wrong place, altered bytes."""

    def __init__(self) -> None:
        super().__init__("This cannot be opened.")


class Locked(CannotOpen):
    """The own circle is behind its second passphrase, and it is not open now."""


class NoSeat(Exception):
    """Asked for a circle in which this keyring has no seat."""

    def __init__(self) -> None:
        super().__init__("There is no seat in that circle.")


class ChangedIdentity(Exception):
    """An identity is not the one whose words were compared. Sharing stops until they are compared again."""

    def __init__(self) -> None:
        super().__init__("The words must be compared again first.")


class Conflict(Exception):
    """Somebody else was first. Nothing was written: load again and decide."""

    def __init__(self) -> None:
        super().__init__("This was changed in the meantime.")


class Unsealed(Exception):
    """A row was about to be saved without being sealed as it stands. `write` it first."""


class Forged(Exception):
    """Points of a round that no honest visit has made. The round is void; nothing is told about why."""

    def __init__(self) -> None:
        super().__init__("These are no points of a round.")
