from django.urls import path

from stepwell.ground.spaces.views import inviting, space, words

app_name = "spaces"
urlpatterns = [
    path("invitation/<str:token>/", inviting.invitation, name="invitation"),
    path("together/invite/", inviting.invite, name="invite"),
    path("together/invite/withdraw/", inviting.withdraw, name="withdraw"),
    path("together/invitation/<str:token>/", inviting.asked, name="asked"),
    path("together/code/", inviting.code, name="code"),
    path("together/accept/", inviting.accept, name="accept"),
    path("together/words/", words.words, name="words"),
    path("together/words/same/", words.same, name="same"),
    path("together/words/differ/", words.differ, name="differ"),
    path("together/words/different/", words.different, name="different"),
    path("together/space/", space.space, name="space"),
    path("together/space/pause/", space.pause, name="pause"),
    path("together/space/ready/", space.ready, name="ready"),
    path("together/space/not-yet/", space.not_yet, name="not-yet"),
    path("together/space/leave/", space.leave, name="leave"),
    path("together/space/left/", space.left, name="left"),
    path("together/space/take-back/", space.take_back, name="take-back"),
]
