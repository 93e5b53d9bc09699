from django.urls import path

from stepwell.together.pathway.landings import LANDINGS
from stepwell.together.pathway.views import asking, landings, moving

app_name = "pathway"
urlpatterns = [
    path("landings/", landings.every, name="landings"),
    path("landings/mine/", moving.mine, name="mine"),
    path("landings/ready/", moving.ready, name="ready"),
    path("landings/not-yet/", moving.not_yet, name="not-yet"),
    path("landings/back/", moving.back, name="back"),
    path("landings/questions/", asking.ask, name="ask"),
    path("landings/answers/", asking.answers, name="answers"),
    path("landings/answers/<uuid:answers>/delete/", asking.delete, name="delete"),
    *(path(f"landings/{one.slug}/", landings.one, {"number": one.number}, name=one.slug) for one in LANDINGS),
]
