from django.urls import path

from stepwell.own.understanding.views import along, aside, respond, watch

app_name = "understanding"
urlpatterns = [
    path("along/", along.along, name="along"),
    path("along/how/", along.how, name="how"),
    path("along/respond/", respond.respond, name="respond"),
    path("along/away/", aside.put, name="away"),
    path("along/back/", aside.back, name="back"),
    path("along/watch/", watch.watch, name="watch"),
]
