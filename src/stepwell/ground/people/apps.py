from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "stepwell.ground.people"
    label = "people"
