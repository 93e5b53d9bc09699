"""What two people with a pencil would know of one agreement: the measure for the state machine."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import takewhile

A_DAY = timedelta(hours=24)


@dataclass(frozen=True)
class Stands:
    number: int
    since: datetime
    until: date | None


@dataclass
class Paper:
    """People are 0 and 1. record: (kind, version, who) as it has to stand in the record; None is both."""

    record: list[tuple[str, int, int | None]]
    versions: dict[int, tuple[int, str, date | None]] = field(default_factory=dict)
    last: int = 0
    offer: int = 0
    hands: set[int] = field(default_factory=set)
    standing: Stands | None = None
    before: Stands | None = None
    words: set[int] = field(default_factory=set)
    signed: set[int] = field(default_factory=set)
    ended: str = ""

    def stands(self, today: date) -> Stands | None:
        here = self.standing
        return here if here and (here.until is None or here.until >= today) else None

    def state(self, today: date) -> str:
        if self.ended or not (self.offer or self.stands(today)):
            return "ended"
        return "in-force" if self.stands(today) else "settling"

    def newest(self) -> int:
        return self.offer or (self.standing.number if self.standing else self.last)

    def offers(self, who: int, title: str, until: date | None) -> None:
        if self.hands:
            self.record.append(("agreement.signature-lapsed", self.offer, who))
        self.last += 1
        self.versions[self.last] = (who, title, until)
        self.offer, self.hands = self.last, set()

    def runs_out(self, today: date) -> None:
        """Before something new is recorded, what is over is."""
        if self.ended or self.standing is None or self.stands(today):
            return
        self.record.append(("agreement.expired", self.standing.number, None))
        if self.offer:
            self.standing, self.before, self.words = None, None, set()
        else:
            self.ended = "expired"

    def signs(self, who: int, now: datetime) -> None:
        if who in self.hands:
            return
        self.hands.add(who)
        self.signed.add(self.offer)
        self.record.append(("agreement.signed", self.offer, who))
        if len(self.hands) == 2:
            self.record.append(("agreement.in-force", self.offer, None))
            self.before, self.words = self.standing, set()
            self.standing = Stands(self.offer, now, self.versions[self.offer][2])
            self.offer, self.hands = 0, set()

    def may_take_hand_back(self, who: int, now: datetime, today: date) -> bool:
        if self.ended:
            return False
        stands = self.stands(today)
        return (bool(self.offer) and who in self.hands) or bool(stands and now - stands.since <= A_DAY)

    def takes_hand_back(self, who: int, today: date) -> None:
        if self.offer and who in self.hands:
            self.hands.discard(who)
            self.record.append(("agreement.signature-taken-back", self.offer, who))
            return
        assert self.standing
        self.record.append(("agreement.signature-taken-back", self.standing.number, who))
        if not self.offer:
            self.offer, self.hands = self.standing.number, {1 - who}
        before = self.before
        self.standing = before if before and (before.until is None or before.until >= today) else None
        self.before, self.words = None, set()

    def withdraws(self, who: int) -> None:
        assert self.standing
        self.record.append(("agreement.withdrawn", self.standing.number, who))
        self.ended, self.offer, self.hands = "withdrawn", 0, set()

    def takes_offer_back(self, who: int, today: date) -> bool:
        """True when nothing of it is left for the other."""
        stood = self.standing.number if self.standing else 0
        if who in self.hands:
            self.record.append(("agreement.signature-taken-back", self.offer, who))
        if 1 - who in self.hands:
            self.record.append(("agreement.signature-lapsed", self.offer, who))
        newer = [number for number in sorted(self.versions, reverse=True) if number > stood]
        mine = list(takewhile(lambda number: self.versions[number][0] == who, newer))
        for number in set(mine) - self.signed:
            del self.versions[number]
        rest = [number for number in self.versions if number not in mine and number > stood]
        self.offer, self.hands = 0, set()
        if self.stands(today) is None:
            if rest:
                self.offer = max(rest)
            elif self.versions:
                self.ended = "offer"
        return not self.versions
