"""Why something is not done. Nothing is changed by any of them, and the page keeps what was typed."""

from stepwell.together.repair.content import OwnV1

LONGEST_LIST = 1500
LONGEST_WORD = 60
LONGEST_BACK = 600


class Moved(Exception):
    """What the page showed is not what stands there now."""


class ChangedElsewhere(Exception):
    """The part was changed in another place since the page was opened. kept: what stands there now."""

    def __init__(self, kept: OwnV1) -> None:
        super().__init__()
        self.kept = kept


class NoRoom(Exception):
    """The line does not fit any more."""
