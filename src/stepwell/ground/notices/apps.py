from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "stepwell.ground.notices"
    label = "notices"

    def ready(self) -> None:
        from stepwell.ground.notices.privacy import ROOM
        from stepwell.ground.notices.rules import rearm
        from stepwell.ground.people.api import on_zone_change
        from stepwell.ground.privacy.api import register

        register(ROOM)
        on_zone_change(rearm)
