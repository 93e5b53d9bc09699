"""A sealed model as another room would have it, for the vault's own tests and figures, without migration."""

from stepwell.ground.vault.api import Content, Kind, SealedRow


class NoteV1(Content, frozen=True, kw_only=True):
    text: str


class Note(SealedRow):
    kind = Kind("vault.Note.sealed", NoteV1)

    class Meta:
        app_label = "vault_tests"
