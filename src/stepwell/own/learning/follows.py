"""What follows from an article: a page to go to next, by a key that says what it is for.

The pages stand in other rooms, some of them above this one. Nothing here depends on them: what has no address
in this house is not drawn, so a room may be taken away and the articles stand.
"""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from stepwell.own.learning.shelf import shelf

ARTICLE = "article:"


@dataclass(frozen=True)
class Way:
    label: str | Promise
    url_name: str
    args: tuple[str, ...] = ()


@dataclass(frozen=True)
class Next:
    label: str
    url: str


def _practice(label: str | Promise, slug: str) -> Way:
    return Way(label, "selfcare:practice", (slug,))


WAYS: dict[str, Way] = {
    "practice:long-out-breath": _practice(_("A slow out-breath"), "out-breath"),
    "practice:five-things": _practice(_("Five things around you"), "five-things"),
    "practice:feet-and-hands": _practice(_("Feet and hands"), "feet-and-hands"),
    "practice:cold-water": _practice(_("Cold water"), "cold-water"),
    "practice:walking": _practice(_("A short walk"), "walking"),
    "practice:mindfulness": _practice(_("A few minutes of noticing"), "three-minutes"),
    "practice:body-awareness": _practice(_("Listening to the body"), "body"),
    "practice:self-compassion": _practice(_("A kind word to yourself"), "kind-word"),
    "practice:rest": _practice(_("Rest"), "rest"),
    "practice:nourishing": _practice(_("What feels nourishing"), "what-is-good"),
    "practice:comparison": _practice(_("Letting comparison be"), "comparing"),
    "practice:own-pace": _practice(_("My own pace"), "my-pace"),
    "practice:body-says": _practice(_("How my body answers"), "body-says"),
    "practice:moving": _practice(_("Moving a little"), "moving"),
    "practice:looking-around": _practice(_("Looking around"), "looking-around"),
    "tool:window": Way(_("How am I right now"), "selfcare:pause"),
    "tool:symptoms": Way(_("Put a name to what you notice"), "selfcare:signs"),
    "tool:check-in": Way(_("Write a check-in"), "checkins:write"),
    "tool:weeks": Way(_("Look back over weeks"), "checkins:weeks"),
    "tool:times": Way(_("Choose times for check-ins"), "checkins:times"),
    "tool:invite": Way(_("Invite the other, if you want to"), "spaces:invite"),
    "tool:space": Way(_("Your space of two"), "spaces:space"),
    "tool:help": Way(_("People you can reach now"), "help"),
    "tool:safety-plan": Way(_("Make a safety plan"), "safety:plan"),
    "tool:device-check": Way(_("What this device shows to others"), "safety:device"),
    "tool:screening": Way(_("A few private questions about safety"), "safety:questions"),
    "tool:pathway": Way(_("The five landings"), "pathway:landings"),
    "tool:second-factor": Way(_("A second step at sign-in"), "people:second-factor"),
}


def is_known(key: str) -> bool:
    if key.startswith(ARTICLE):
        return key.removeprefix(ARTICLE) in shelf().by_slug
    return key in WAYS


def what_follows(keys: tuple[str, ...], language: str | None) -> tuple[Next, ...]:
    """In the order given, without what this house does not have."""
    return tuple(found for key in keys if (found := _next(key, language)))


def _next(key: str, language: str | None) -> Next | None:
    if key.startswith(ARTICLE):
        article = shelf(language).by_slug.get(key.removeprefix(ARTICLE))
        if article is None:
            return None
        label = say("Read: %(title)s") % {"title": article.title}
        return Next(label, reverse("learning:article", args=(article.code,)))
    way = WAYS.get(key)
    if way is None:
        return None
    try:
        return Next(str(way.label), reverse(way.url_name, args=way.args))
    except NoReverseMatch:
        return None
