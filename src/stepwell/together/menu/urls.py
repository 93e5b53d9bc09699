from django.urls import path

from stepwell.together.menu.views import asking, listing, writing

app_name = "menu"
urlpatterns = [
    path("menu/", listing.listed, name="list"),
    path("menu/marks/", listing.mark, name="mark"),
    path("menu/write/", writing.write, name="write"),
    path("menu/line/<uuid:line>/", writing.line, name="line"),
    path("menu/round/", asking.ask, name="ask"),
    path("menu/round/take-back/", asking.take_back, name="take-back"),
]
