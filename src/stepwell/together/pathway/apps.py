from django.apps import AppConfig


class PathwayConfig(AppConfig):
    name = "stepwell.together.pathway"
    label = "pathway"
