from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "stepwell.ground.notices"
    label = "notices"

    def ready(self) -> None:
        from stepwell.ground.notices.privacy import ROOM
        from stepwell.ground.privacy.api import register

        register(ROOM)
