from django.apps import AppConfig


class RepairConfig(AppConfig):
    name = "stepwell.together.repair"
    label = "repair"
