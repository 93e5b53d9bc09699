from django.urls import path

from stepwell.together.promises.views import end, listed, make, note, one, say, story

app_name = "promises"
urlpatterns = [
    path("promises/", listed.listed, name="list"),
    path("promises/new/", make.make, name="make"),
    path("promises/story/", story.story, name="story"),
    path("promises/<uuid:promise>/", one.one, name="one"),
    path("promises/<uuid:promise>/end/", end.end, name="end"),
    path("promises/<uuid:promise>/note/", note.note, name="note"),
    path("promises/<uuid:promise>/note/<uuid:note>/forget/", note.forget, name="forget"),
    path("promises/<uuid:promise>/<str:day>/", say.say, name="say"),
]
