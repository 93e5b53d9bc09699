"""What is sealed: wordings and their versions, the hands under them, and what is one person's alone.

A payload that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
"""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from stepwell.ground.vault.api import Content, Kind

Why = Literal["withdrawn", "expired", "offer", "space"]
What = Literal["offered", "offer-back", "signed", "hand-back", "in-force", "reviewed", "withdrawn", "expired"]


class WantedV1(Content, frozen=True, kw_only=True):
    """Of a compromise: what one of the two wanted, as it stands in this version."""

    by: UUID
    name: str
    words: str


class TermsV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """A wording. until: the last day on which it holds. review_on: when the two look at it again."""

    kind: str
    title: str
    clauses: tuple[str, ...]
    wanted: tuple[WantedV1, ...] = ()
    review_on: date | None = None
    until: date | None = None


class DraftV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """A wording in its writer's own circle. of: the agreement it changes, begun at version `base`."""

    terms: TermsV1
    kept_at: datetime
    of: UUID | None = None
    base: int = 0
    revision: int = 1


class VersionV1(Content, frozen=True, kw_only=True):
    """A wording that was offered. Numbers count from 1 within its agreement and are never given twice."""

    number: int
    by: UUID
    name: str
    at: datetime
    base: int
    terms: TermsV1


class HandV1(Content, frozen=True, kw_only=True):
    """A signature: whose, under what name, when; its entry in the record, and that entry's hash in hex."""

    by: UUID
    name: str
    at: datetime
    entry: int
    mark: str


class OfferV1(Content, frozen=True, kw_only=True):
    """The version that is being settled, and who has signed it so far."""

    number: int
    by: UUID
    name: str
    at: datetime
    hands: tuple[HandV1, ...] = ()


class StandingV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """The version that both signed. entry and mark: of the entry that says that it is in force."""

    number: int
    title: str
    since: datetime
    hands: tuple[HandV1, ...]
    entry: int
    mark: str
    review_on: date | None = None
    until: date | None = None


class StillRightV1(Content, frozen=True, kw_only=True):
    """One person's word at a review. It is drawn for nobody else before the other has said the same."""

    by: UUID
    weeks: int


class EndedV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """by and name are empty where nobody ended it."""

    why: Why
    at: datetime
    by: UUID | None = None
    name: str = ""


class StepV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """What became of it, in the order it came. entry is 0 for what stands in no record."""

    what: What
    at: datetime
    number: int
    by: UUID | None = None
    name: str = ""
    entry: int = 0
    mark: str = ""


class HeadV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """Where one agreement is.

    title: of the newest version that stands or was offered. before: what stood until the present version did;
    it stands again if a signature under that one is taken back in time.
    """

    kind: str
    title: str
    last: int
    offer: OfferV1 | None = None
    standing: StandingV1 | None = None
    before: StandingV1 | None = None
    still_right: tuple[StillRightV1, ...] = ()
    ended: EndedV1 | None = None
    steps: tuple[StepV1, ...] = ()


class PressureV1(Content, frozen=True, kw_only=True):
    """A word to oneself about a signature, in the own circle. version: the one it was about."""

    of: UUID
    version: int
    words: str
    at: datetime


class SightV1(Content, frozen=True, kw_only=True):
    """Offers that this person has put out of their own sight, as (agreement, version)."""

    away: tuple[tuple[UUID, int], ...] = ()


DRAFT: Kind[DraftV1] = Kind("agreements.Draft.sealed", DraftV1)
HEAD: Kind[HeadV1] = Kind("agreements.Agreement.sealed", HeadV1)
VERSION: Kind[VersionV1] = Kind("agreements.Version.sealed", VersionV1)
PRESSURE: Kind[PressureV1] = Kind("agreements.Pressure.sealed", PressureV1)
SIGHT: Kind[SightV1] = Kind("agreements.Sight.sealed", SightV1)
