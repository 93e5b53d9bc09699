"""Why a step towards a space, or in it, is not taken. Each has a page that says so."""


class NoSpace(Exception):
    """There is no open space of two to do this in."""


class AlreadyTogether(Exception):
    """This person shares a space now; there is one at a time."""


class AlreadyComparing(Exception):
    """This person is comparing words with somebody; that comes to an end first."""


class InvitationOver(Exception):
    """Unknown, expired, used or withdrawn: one and the same to whoever is not part of it."""


class OwnInvitation(Exception):
    """Nobody accepts what they sent themselves."""


class WordsChanged(Exception):
    """The identity behind the words is not the one that was on the page. The words are shown again."""


class TooManyTries(Exception):
    """Too many wrong codes in an hour."""
