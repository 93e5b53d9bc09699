from django.urls import path

from stepwell.own.understanding.views import along, watch

app_name = "understanding"
urlpatterns = [
    path("along/", along.along, name="along"),
    path("along/how/", along.how, name="how"),
    path("along/watch/", watch.watch, name="watch"),
]
