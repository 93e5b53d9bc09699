"""What this room holds of a person, how they take it away, and how it goes."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.vault.api import Keyring
from stepwell.own.understanding.finding import drop, last_found, watched_by
from stepwell.own.understanding.models import Away, Watch
from stepwell.own.understanding.putting_away import WEEKEND, away
from stepwell.own.understanding.sentences import Sentence, of_link, of_turn, of_weekend
from stepwell.own.understanding.sources import name_of, signals
from stepwell.own.understanding.telling import WHYS


def export(keyring: Keyring) -> Mapping[str, object]:
    """What is watched, and what was told at the last look, in sentences."""
    labels = {key: str(words) for key, words in signals().items()}
    told: list[Sentence] = []
    last = last_found(keyring)
    for one in last.signals if last else ():
        told += [of_link(link, labels[one.key]) for link in one.links if link.state == "supported"]
        told += [of_turn(turn, labels[one.key]) for turn in one.turns]
        told += [of_weekend(one, labels[one.key])] if one.weekend else []
    watched = watched_by(keyring).watched
    return {
        "what-this-is": _(
            "What you look at more closely, and what seemed to go along with your days when you last looked."
        ),
        "watched": {labels.get(key, key): _named(some) for key, some in watched.items()},
        "put_away": [
            {"beside": labels.get(one.signal, one.signal), "what": _what(one.key), "why": str(WHYS[one.why])}
            for one in away(keyring).away
        ],
        "told": [_plain(sentence) for sentence in told],
    }


def _named(some: Mapping[str, date | None]) -> list[dict[str, str | None]]:
    return [{"what": name_of(key), "named-on": day.isoformat() if day else None} for key, day in some.items()]


def _what(key: str) -> str:
    """In words."""
    if key.startswith("turn "):
        return _("What turned between {dates}").format(dates=" – ".join(key.split()[2:]))
    return _("Saturdays and Sundays") if key == WEEKEND else name_of(key)


def _plain(sentence: Sentence) -> str:
    big = str(sentence.big).replace('<b class="number">', "").replace("</b>", "")
    return f"{big} {sentence.small} {_('This shows that they go together, not why.')}"


def erase(keyring: Keyring) -> None:
    drop(keyring)
    Watch.objects.within(keyring, keyring.own).delete()
    Away.objects.within(keyring, keyring.own).delete()


ROOM = Room(
    name="understanding",
    holdings=(
        Holding(
            model="understanding.Watch",
            personal="Which things somebody looks at more closely, sealed for them alone.",
            exported="watched",
            erased="deleted with the account",
        ),
        Holding(
            model="understanding.Away",
            personal="Which findings somebody does not want before them, sealed for them alone.",
            exported="put_away",
            erased="deleted with the account",
        ),
        Holding(
            model="understanding.Found",
            personal="What somebody's days said when they last looked, sealed for them alone.",
            exported="told",
            erased="deleted with the account, and when something it was computed from is deleted",
        ),
    ),
    export=export,
    erase=erase,
)
