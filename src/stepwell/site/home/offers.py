"""What the home page has of its own to offer. It stands there too where nothing else fits."""

from django.utils.translation import gettext_lazy as _

from stepwell.ground.ui.api import Offer

INSIDE = frozenset({"inside"})
ALWAYS = (
    Offer(
        key="site.read",
        minutes=2,
        label=_("Read what you wrote"),
        words=_("Only for you."),
        url_name="checkins:list",
        states=INSIDE,
    ),
    Offer(
        key="site.weeks",
        minutes=10,
        label=_("Look at your last twelve weeks"),
        words=_("Days without words stay empty."),
        url_name="checkins:weeks",
        states=INSIDE,
    ),
)
