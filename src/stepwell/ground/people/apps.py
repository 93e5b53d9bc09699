from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "stepwell.ground.people"
    label = "people"

    def ready(self) -> None:
        from stepwell.ground.people import privacy
        from stepwell.ground.privacy.api import register

        register(privacy.ROOM)
