"""Ideas to begin a list with. None of them is about sex: what two people add themselves is theirs."""

from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Keys stand in sealed lists for ever: one may be retired, none may get another meaning.
NEAR: dict[str, str | Promise] = {
    "look": _("A shared look"),
    "side": _("Sitting side by side"),
    "room": _("Being in one room, each with something of our own"),
    "walk": _("A walk together"),
    "cook": _("Cooking together"),
    "meal": _("A meal without a telephone on the table"),
    "music": _("Listening to music together"),
    "sky": _("Watching the evening sky"),
    "read": _("Being read to"),
    "tea": _("A cup of tea brought to me"),
    "laugh": _("Watching something that makes us laugh"),
    "garden": _("Working on something with our hands"),
}
WORDS: dict[str, str | Promise] = {
    "greet": _("A greeting at the door"),
    "part": _("A word before we part in the morning"),
    "night": _("Saying good night"),
    "ask": _("Being asked how I am, with time for the answer"),
    "thank": _("Thanks for something small"),
    "note": _("A note to find"),
    "message": _("A message in the middle of the day"),
    "good": _("Hearing one thing that was good today"),
    "name": _("Hearing my name said kindly"),
    "remember": _("Remembering a good day together"),
}
HANDS: dict[str, str | Promise] = {
    "hold-hands": _("Holding hands"),
    "arm": _("Linking arms on a walk"),
    "shoulder": _("A hand on my shoulder"),
    "back": _("A hand on my back for a moment"),
    "sofa": _("Hand in hand on the sofa"),
    "hand-rub": _("Having my hands warmed"),
    "neck": _("Having my tired shoulders pressed"),
    "hair": _("Having my hair brushed"),
    "head": _("A hand on my head"),
    "feet": _("Warm feet against mine"),
}
HELD: dict[str, str | Promise] = {
    "hug-meet": _("A hug when we meet"),
    "hug-part": _("A hug when we part"),
    "hug-long": _("A long, quiet hug"),
    "lean": _("Leaning against each other"),
    "rest": _("My head on your shoulder"),
    "breathe": _("Breathing quietly side by side"),
    "dance": _("Dancing in the kitchen"),
    "forehead": _("A kiss on the forehead"),
}
FAMILIES: tuple[tuple[str | Promise, dict[str, str | Promise]], ...] = (
    (_("Being near"), NEAR),
    (_("Words and signs"), WORDS),
    (_("Hands"), HANDS),
    (_("Holding"), HELD),
)
IDEAS: dict[str, str | Promise] = {key: words for _name, some in FAMILIES for key, words in some.items()}


def id_of(key: str) -> UUID:
    """The same for everybody: it says no more than the key."""
    return uuid5(NAMESPACE_URL, f"stepwell:menu:{key}")


IDS: dict[str, UUID] = {key: id_of(key) for key in IDEAS}
BY_ID: dict[UUID, str] = {line: key for key, line in IDS.items()}
