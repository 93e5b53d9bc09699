"""The prompts of the ladder, from light to deep, in families. Each is said by who tells: "a place where I …".

None asks for facts that the other does not know yet: those are prepared elsewhere, with somebody beside.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from stepwell.together.openness.content import LeafV1

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# By family: key of the prompt, how deep it lies, its words.
DAILY: "tuple[tuple[str, int, StrOrPromise], ...]" = (
    ("small-good", 1, _("Something small today that was good")),
    ("calm-moment", 1, _("A moment this week when I felt calm")),
    ("laughed", 1, _("What made me laugh lately")),
    ("tired-of", 1, _("A chore I have grown tired of")),
    ("place-in-day", 1, _("The part of the day I like best, and why")),
    ("music-now", 1, _("A song that stays with me at the moment")),
    ("work-pride", 1, _("Something I did well lately that nobody noticed")),
    ("day-alone", 2, _("How I would spend a day that is all mine")),
    ("day-hard", 2, _("The hardest hour of an ordinary day")),
    ("carry-home", 2, _("What I carry home with me from a long day")),
)
MEMORIES: "tuple[tuple[str, int, StrOrPromise], ...]" = (
    ("kitchen", 1, _("The kitchen of my childhood")),
    ("first-friend", 1, _("My first friend")),
    ("smell", 1, _("A smell that takes me back")),
    ("teacher", 1, _("Somebody outside my family who was good to me")),
    ("early-us", 2, _("An early memory of the two of us that I still like")),
    ("brave", 2, _("A time when I was braver than I felt")),
    ("home-rules", 2, _("What nobody spoke about in the house I grew up in")),
    ("comforted", 3, _("How I was comforted as a child, or was not")),
    ("goodbye", 3, _("A goodbye that I still think of")),
)
HOPES: "tuple[tuple[str, int, StrOrPromise], ...]" = (
    ("next-season", 1, _("Something I look forward to")),
    ("learn", 1, _("Something I would like to learn")),
    ("place-to-see", 1, _("A place I would like to see once")),
    ("small-change", 2, _("One small thing I hope will be different next year")),
    ("quiet-wish", 2, _("A wish I hardly ever say")),
    ("given-up", 3, _("A hope I gave up, and what that was like")),
    ("old-age", 3, _("How I would like to be when I am old")),
    ("hope-us", 3, _("What I dare to hope for, and how much")),
)
WORRIES: "tuple[tuple[str, int, StrOrPromise], ...]" = (
    ("small-worry", 1, _("A small worry of this week")),
    ("awake", 2, _("What keeps me awake at times")),
    ("body-worry", 2, _("Where in my body I feel it when I worry")),
    ("others-see", 2, _("What I fear that others think of me")),
    ("losing", 3, _("What I am afraid of losing")),
    ("alone-with", 3, _("A worry I am alone with")),
    ("worst-hour", 4, _("What goes through my head in the worst hour")),
    ("again", 4, _("What I fear could happen again")),
)
NEEDS: "tuple[tuple[str, int, StrOrPromise], ...]" = (
    ("rest", 1, _("What gives me rest")),
    ("thanks", 1, _("A kind of thanks that reaches me")),
    ("near-far", 2, _("How I notice that I need company, or time alone")),
    ("hard-to-ask", 2, _("Something I find hard to ask for")),
    ("when-sad", 3, _("What helps me when I am sad, and what does not")),
    ("misread", 3, _("A need of mine that is often misread")),
    ("go-without", 4, _("A need I learned to do without")),
    ("need-to-stay", 4, _("What I need in order to feel safe beside somebody")),
)
WOUNDS: "tuple[tuple[str, int, StrOrPromise], ...]" = (
    ("left-out", 2, _("A time when I was left out")),
    ("not-believed", 3, _("A time when I was not believed")),
    ("small-hurt", 3, _("A small hurt that stayed longer than I thought")),
    ("sore-place", 3, _("A word or a tone that always hits a sore place")),
    ("old-alarm", 4, _("An old alarm in me, and what it was once good for")),
    ("let-down", 4, _("How I learned whom I could rely on")),
    ("wall", 4, _("When I built a wall, and what it kept safe")),
    ("never-mourned", 5, _("A loss I never really mourned")),
    ("child-me", 5, _("What I would say today to the child I was")),
)
SHAME: "tuple[tuple[str, int, StrOrPromise], ...]" = (
    ("blush", 2, _("Something harmless that makes me blush")),
    ("not-good-at", 2, _("Something I pretend to be better at than I am")),
    ("compare", 3, _("Somebody I compare myself with")),
    ("shame-body", 3, _("What shame does in my body, and what I do then")),
    ("hide-when", 4, _("When I would like to hide, and from whose eyes")),
    ("harsh-voice", 4, _("What the harsh voice in me says")),
    ("hard-to-look", 5, _("A side of me that I find hard to look at")),
    ("not-lovable", 5, _("When I feel hard to love")),
    ("be-seen", 5, _("What it would mean to be seen as I am")),
)
FAMILIES: "tuple[tuple[StrOrPromise, tuple[tuple[str, int, StrOrPromise], ...]], ...]" = (
    (_("Daily life"), DAILY),
    (_("Memories"), MEMORIES),
    (_("Hopes"), HOPES),
    (_("Worries"), WORRIES),
    (_("Needs"), NEEDS),
    (_("Old wounds"), WOUNDS),
    (_("Shame"), SHAME),
)


@dataclass(frozen=True)
class Prompt:
    """key: in an address; of one's own it is its id."""

    key: str
    depth: int
    text: str
    own: UUID | None = None


def offered(depth: int) -> "Iterator[tuple[StrOrPromise, list[Prompt]]]":
    """Family by family, as deep as this and no deeper. A family that begins deeper is not there."""
    for name, family in FAMILIES:
        found = [Prompt(key, deep, str(words)) for key, deep, words in family if deep <= depth]
        if found:
            yield name, found


def own_of(leaf: LeafV1) -> list[Prompt]:
    return [Prompt(str(one.id), one.depth, one.text, one.id) for one in leaf.own]


def prompt_of(leaf: LeafV1, key: str, *, alone: bool = False) -> Prompt | None:
    """One that this person may choose now; a deeper one is as if it were not there.

    alone: there is nobody to tell it to, and words of their own lie open to them however deep they are.
    """
    every = [one for _name, some in offered(leaf.depth) for one in some] + own_of(leaf)
    found = next((one for one in every if one.key == key), None)
    return found if found and (found.depth <= leaf.depth or alone) else None
