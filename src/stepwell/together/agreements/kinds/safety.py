"""Feeling safe, boundaries, time-outs, and what happens when an agreement is broken."""

from django.utils.translation import gettext_lazy as _

from stepwell.together.agreements.kinds.kind import KindOf

EMOTIONAL_SAFETY = KindOf(
    key="safety",
    label=_("Feeling safe with each other"),
    line=_("How we speak, and what we leave out"),
    title=_("How we speak with each other"),
    clauses=(
        _("When one of us says that something hurts, the other listens to the end before answering."),
        _("Neither of us shouts, insults, mocks, or threatens to leave in the middle of a quarrel."),
        _("Either of us may say: not now. Then we name a time at which we come back to it, within a day."),
        _("A question about what happened is allowed. It is no nagging, and asking is no attack."),
        _("Crying, anger and silence are allowed too. Nobody has to be finished with it by a certain day."),
        _("What one of us says in a weak moment is not used as an argument later."),
        _("We do not talk about the hard things in front of the children, or through them."),
    ),
    note=_("If you are afraid of the other, an agreement is not what protects you. Help is one tap away."),
)

BOUNDARIES = KindOf(
    key="boundaries",
    label=_("Boundaries"),
    line=_("What each of us needs, and what each of us does about it"),
    title=_("Where each of us draws a line"),
    clauses=(
        _("Each of us sleeps where they feel at ease for now. Either may change that, with no reason given."),
        _("Touch begins with a question. A no, or no answer, means no, and needs no reason."),
        _("Neither of us decides for the other whom we tell. Before we tell family or friends, we say so."),
        _("Either of us may ask for an evening without talk about what happened."),
        _("We keep our voices down, and stay out of the doorway when the other wants to leave the room."),
        _("When a line was crossed, the one who crossed it says so first, and says what they will do now."),
    ),
    note=_("A boundary says what you do to look after yourself. It asks nobody to be watched."),
)

TIME_OUTS = KindOf(
    key="time-outs",
    label=_("Time-outs"),
    line=_("How we stop, and how we come back"),
    title=_("How we take a break"),
    clauses=(
        _("Either of us may call a time-out at any moment, with the word we both know, and no reason."),
        _("The other says yes to it, and nothing more. Nobody has the last word."),
        _("Whoever calls it names a time to come back: after twenty minutes at least, within a day at most."),
        _("Meanwhile we are in different rooms, and each of us does something that calms."),
        _("Neither of us leaves the house in a temper without saying when they will be back."),
        _("Whoever called it opens the talk again. If it is still too much, they ask for more time, once."),
        _("A time-out does not end the question. It comes back, at a time we both can bear."),
    ),
)

WHEN_BROKEN = KindOf(
    key="broken",
    label=_("When something is not kept"),
    line=_("What follows, so that both are protected and nobody is punished"),
    title=_("When one of us does not keep to something"),
    clauses=(
        _("Whoever did not keep to something tells the other within a day, before being asked."),
        _("They say what it was, plainly, without details that hurt and without reasons that excuse."),
        _("They say what they will do now, and by when. That becomes a promise of its own."),
        _("The other may have distance for as long as they need: another room, a night elsewhere, or quiet."),
        _("Within a week we sit down and look at the agreement. Either may bring a therapist to that."),
        _("What follows protects. It takes away no sleep, no money, no time with the children."),
        _("This holds for both of us alike."),
    ),
    note=_(
        "A consequence protects the one who was hurt: distance, time, a third person. "
        "It is not there to make the other suffer."
    ),
)
