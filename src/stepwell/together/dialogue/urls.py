from django.urls import path

from stepwell.together.dialogue.views import acting, asking, listing, room, saying

app_name = "dialogue"
urlpatterns = [
    path("dialogue/", listing.listed, name="list"),
    path("dialogue/ask/", asking.ask, name="ask"),
    path("dialogue/ask/take-back/", asking.take_back, name="take-back"),
    path("dialogue/asked/<uuid:asked>/yes/", asking.yes, name="yes"),
    path("dialogue/asked/<uuid:asked>/no-more/", asking.no_more, name="no-more"),
    path("dialogue/heard/", listing.validation, name="validation"),
    path("dialogue/owning/", listing.owning, name="owning"),
    path("dialogue/taken/", listing.taken, name="taken"),
    path("dialogue/taken/<uuid:taken>/begin/", listing.begin, name="begin"),
    path("dialogue/taken/<uuid:taken>/let-go/", listing.let_go, name="let-go"),
    path("dialogue/unsaid/let-go/", listing.unsaid, name="unsaid"),
    path("dialogue/kept/<uuid:talk>/", listing.kept, name="kept"),
    path("dialogue/kept/<uuid:talk>/let-go/", listing.unkeep, name="unkeep"),
    path("dialogue/<uuid:talk>/", room.room, name="room"),
    path("dialogue/<uuid:talk>/say/", saying.say, name="say"),
    path("dialogue/<uuid:talk>/press/", acting.press, name="press"),
    path("dialogue/<uuid:talk>/come-back/", acting.come_back, name="come-back"),
    path("dialogue/<uuid:talk>/leave/", acting.leave, name="leave"),
]
