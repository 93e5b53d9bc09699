from django.apps import AppConfig


class SpacesConfig(AppConfig):
    name = "stepwell.ground.spaces"
    label = "spaces"

    def ready(self) -> None:
        from stepwell.ground.privacy.api import register
        from stepwell.ground.spaces.privacy import ROOM

        register(ROOM)
