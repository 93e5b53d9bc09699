"""What a measurement gives: one row of the results."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """what: the thing measured. measured: with its unit. how: one sentence.

    aim is empty for what is only told, such as a baseline; holds is None where nothing was measured.
    """

    what: str
    measured: str
    how: str
    aim: str = ""
    holds: bool | None = None

    @property
    def verdict(self) -> str:
        if not self.aim:
            return ""
        return {True: "yes", False: "**no**", None: "not measured"}[self.holds]


@dataclass(frozen=True)
class Scale:
    """How much is done. The small scale only shows that every measurement still runs."""

    rounds: int = 300  # of a page
    saves: int = 120
    sign_ins: int = 9
    starts: int = 3
    days: int = 3652
    sealed_rows: int = 4000
    sealed_rounds: int = 15
    tampered: int = 100_000
    pages_beside: int = 150  # asked for while others sign in
    store: int = 128 * 1024 * 1024  # bytes that are backed up
    clients: int = 4  # that sign in meanwhile
    gate: int = 300  # requests for each side of each comparison
    events: int = 100_000  # in a record
    altered_records: int = 109_000  # some of them only look altered
    kills: int = 500
    paper_days: int = 75  # of three events each
    rooms: int = 500  # in which two talk at once
    rooms_killed: int = 25  # of which the server is killed
    turns: int = 200  # of one talk by itself
    talk_seconds: float = 60  # that all of them talk
    mutual_rounds: int = 10_000  # of a few slots each
    whole: bool = True  # with Chromium, and with each start of the server twice


FULL = Scale()
SMALL = Scale(
    rounds=2,
    saves=2,
    sign_ins=1,
    starts=1,
    days=12,
    sealed_rows=5,
    sealed_rounds=1,
    tampered=20,
    pages_beside=2,
    store=1024 * 1024,
    clients=1,
    gate=2,
    events=30,
    altered_records=28,
    kills=2,
    paper_days=2,
    rooms=2,
    rooms_killed=1,
    turns=4,
    talk_seconds=0.5,
    mutual_rounds=5,
    whole=False,
)
