from django.urls import path

from stepwell.together.touch.views import asking, listing, room

app_name = "touch"
urlpatterns = [
    path("touch/", listing.listed, name="list"),
    path("touch/step/", listing.step, name="step"),
    path("touch/ask/", asking.ask, name="ask"),
    path("touch/take-back/", asking.take_back, name="take-back"),
    path("touch/asked/<uuid:asked>/", asking.asked, name="asked"),
    path("touch/after/", room.after, name="after"),
    path("touch/<uuid:time>/", room.time, name="time"),
    path("touch/<uuid:time>/press/", room.press, name="press"),
]
