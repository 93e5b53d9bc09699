from django.urls import path

from stepwell.own.pace.views import reading, showing, writing

app_name = "pace"
urlpatterns = [
    path("pace/", reading.leaves, name="leaves"),
    path("pace/paper/", reading.paper, name="paper"),
    path("pace/shown/", showing.shown, name="shown"),
    path("pace/shown/take-back/", showing.take_back, name="take-back"),
    path("pace/<slug:leaf>/", reading.leaf, name="leaf"),
    path("pace/<slug:leaf>/write/", writing.write, name="write"),
    path("pace/<slug:leaf>/show/", showing.show, name="show"),
    path("pace/<slug:leaf>/let-go/", writing.let_go, name="let-go"),
    path("pace/<slug:leaf>/empty/", writing.empty, name="empty"),
]
