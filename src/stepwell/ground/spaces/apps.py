from django.apps import AppConfig


class SpacesConfig(AppConfig):
    name = "stepwell.ground.spaces"
    label = "spaces"
