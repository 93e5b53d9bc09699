from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "stepwell.ground.vault"
    label = "vault"

    def ready(self) -> None:
        from stepwell.ground.privacy.api import register
        from stepwell.ground.vault.privacy import ROOM

        register(ROOM)
