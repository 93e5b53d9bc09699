"""Daily life in the open, technology, the person outside, money, and what stays private."""

from django.utils.translation import gettext_lazy as _

from stepwell.together.agreements.kinds.kind import KindOf

DAILY_LIFE = KindOf(
    key="daily",
    label=_("Openness in daily life"),
    line=_("What we tell each other without being asked"),
    title=_("What we tell each other first"),
    clauses=(
        _("In the evening each of us says what tomorrow looks like: where, with whom, until about when."),
        _("When a plan changes by more than half an hour, whoever is away sends a line before it does."),
        _("When something comes up that the other would want to know, we say it the same day."),
        _("A question about the day gets an answer, or a time when there will be one."),
        _("Neither of us checks up on the other in secret. Whoever doubts, asks."),
        _("Either of us may have a day on which nothing is told. We say so in the morning."),
    ),
    note=_("Being open is something each of you gives. It has limits, and either of you may end it."),
)

TECHNOLOGY = KindOf(
    key="technology",
    label=_("Phones and screens"),
    line=_("For both alike, and with nothing that watches"),
    title=_("Phones in the evening"),
    clauses=(
        _("From nine in the evening both phones lie on the kitchen shelf, face up."),
        _("If a call cannot wait, whoever is called says who it is before answering."),
        _("Neither of us has an account or a second phone that the other does not know of."),
        _("Neither of us deletes messages in order to hide them."),
        _("Neither of us looks into the other’s phone. If a question comes, we ask it."),
        _("Each of us may show something of their own accord. It is a gift, and no duty follows from it."),
        _("What we each agreed to leave alone on a screen, we leave alone, and say so when it was hard."),
    ),
    note=_(
        "It holds for both of you alike. Nobody hands over a password here, and nobody is followed: no "
        "place, no messages, no list of calls. Whoever is watched can only hide better, and whoever watches "
        "finds no rest."
    ),
)

OUTSIDE = KindOf(
    key="outside",
    label=_("Contact with the person outside"),
    line=_("What has ended, and what happens if they turn up"),
    title=_("Contact with somebody outside"),
    clauses=(
        _("There is no contact: no meeting, no message, no looking at each other’s pages."),
        _("If contact at work cannot be avoided, it is about work, and it is told the same day."),
        _("If they write, ring or stand at the door, it is told within a day, and not answered alone."),
        _("We decide together whether there is an answer, and what it says."),
        _("If we meet them by chance, we go on, and speak about it at home."),
        _("Neither of us looks them up, or speaks to their family or friends about it."),
        _("How they look, or what was done, is not what is told. That there was contact, is."),
    ),
    note=_("No name and no detail is needed here. “The person outside” is enough."),
)

MONEY = KindOf(
    key="money",
    label=_("Money"),
    line=_("What is open, and what each may spend alone"),
    title=_("How we handle money"),
    clauses=(
        _("We both know of every account, card and loan that there is."),
        _("Each of us has an amount of their own every month, and nobody asks what it went on."),
        _("Above that amount we speak first. A no ends it for now."),
        _("Neither of us takes on debts, lends money or gives guarantees without the other."),
        _("On the first Sunday of the month we look at the accounts together, for half an hour."),
        _("Neither of us keeps money back to get their way. Each can always pay for food and a ride."),
    ),
)

PRIVACY = KindOf(
    key="privacy",
    label=_("What stays private"),
    line=_("Rooms of one’s own, on purpose"),
    title=_("What stays each of ours"),
    clauses=(
        _("Journals, letters to oneself and talks with a therapist are each one’s own."),
        _("Each of us has one friend to whom we may say everything. We know who it is, not what is said."),
        _("What a friend tells one of us in confidence stays with them."),
        _("A closed door is knocked at."),
        _("Private is what is one’s own. Secret is what would change something for the other: that is told."),
        _("When one of us is not sure which of the two it is, they say that there is something, and by when "
          "they will say more."),
    ),
)  # fmt: skip

OUR_OWN = KindOf(
    key="own",
    label=_("Something of our own"),
    line=_("An empty leaf"),
    title="",
    clauses=(),
)

COMPROMISE = KindOf(
    key="compromise",
    label=_("A compromise"),
    line=_("What each wanted, what was settled, and until when"),
    title="",
    clauses=(),
    note=_("Written so that each of you still finds in it what they wanted. It may be for a few weeks only."),
    compromise=True,
)
