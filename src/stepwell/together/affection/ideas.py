"""Ideas to begin with, offered and never counted. None of them is about sex: what people add is theirs."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stepwell.together.affection.content import Side

# Keys stand in sealed lists for ever: one may be retired, none may get another meaning.
IDEAS: dict[Side, dict[str, str | Promise]] = {
    "give": {
        "note": _("A note by the kettle"),
        "tea": _("A cup of tea, set down without a word"),
        "meal": _("A meal that they like"),
        "chore": _("Something done before anybody asked"),
        "listen": _("Ten minutes of listening, with nothing to settle"),
        "hand-offer": _("A hand held out, to be taken or not"),
    },
    "receive": {
        "note-found": _("A note to find"),
        "hand": _("My hand held on a walk"),
        "shared-meal": _("A shared meal"),
        "thanked": _("To be thanked for one thing"),
        "asked": _("To be asked how the day was"),
        "quiet": _("Quiet company"),
    },
    "meet": {
        "look-up": _("Eyes up when the other comes in"),
        "by-name": _("A greeting by name"),
        "wave": _("A hand raised at the window"),
        "when-back": _("A word about when one will be back"),
        "first-minutes": _("Two minutes together before anything is settled"),
        "night": _("A good night, also after a hard day"),
    },
}
BY_KEY: dict[str, tuple[Side, str | Promise]] = {
    key: (side, words) for side, ideas in IDEAS.items() for key, words in ideas.items()
}
