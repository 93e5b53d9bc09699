"""What this room holds of a person, how they take it away, and how it goes."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.vault.api import Keyring
from stepwell.own.understanding.finding import drop, last_found, watched_by
from stepwell.own.understanding.models import Watch
from stepwell.own.understanding.sentences import Sentence, of_link, of_turn
from stepwell.own.understanding.sources import name_of, signals


def export(keyring: Keyring) -> Mapping[str, object]:
    """What is watched, and what was told at the last look, in sentences."""
    labels = {key: str(words) for key, words in signals().items()}
    told: list[Sentence] = []
    last = last_found(keyring)
    for one in last.signals if last else ():
        told += [of_link(link, labels[one.key]) for link in one.links if link.state == "supported"]
        told += [of_turn(turn, labels[one.key]) for turn in one.turns]
    watched = watched_by(keyring).watched
    return {
        "what-this-is": _(
            "What you look at more closely, and what seemed to go along with your days when you last looked."
        ),
        "watched": {labels.get(key, key): [name_of(one) for one in some] for key, some in watched.items()},
        "told": [_plain(sentence) for sentence in told],
    }


def _plain(sentence: Sentence) -> str:
    big = str(sentence.big).replace('<b class="number">', "").replace("</b>", "")
    return f"{big} {sentence.small} {_('This shows that they go together, not why.')}"


def erase(keyring: Keyring) -> None:
    drop(keyring)
    Watch.objects.within(keyring, keyring.own).delete()


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
            model="understanding.Found",
            personal="What somebody's days said when they last looked, sealed for them alone.",
            exported="told",
            erased="deleted with the account, and when something it was computed from is deleted",
        ),
    ),
    export=export,
    erase=erase,
)
