"""What this room seals."""

from uuid import UUID

from stepwell.ground.vault.api import Content, Kind


class MemberV1(Content, frozen=True, kw_only=True):
    name: str


class OpenInvitationV1(Content, frozen=True, kw_only=True):
    """In the maker's own state, so that their page can show link and code again until it ends."""

    invitation: UUID
    token: str
    code: str


MEMBER = Kind("spaces.Member.sealed", MemberV1)
OPEN_INVITATION = Kind("spaces.invitation", OpenInvitationV1)
INVITATION_STATE = "spaces.invitation"
