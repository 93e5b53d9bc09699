from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "stepwell.ground.ui"
    label = "ui"
