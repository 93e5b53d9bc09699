from django.urls import path

from stepwell.together.checkins.views import lookback, pair, read, times, words, write

app_name = "checkins"
urlpatterns = [
    path("check-ins/", read.listed, name="list"),
    path("check-ins/new/", write.write, name="write"),
    path("check-ins/new/empty/", write.empty, name="empty"),
    path("check-ins/words/", words.words, name="words"),
    path("check-ins/times/", times.times, name="times"),
    path("check-ins/times/add/", times.add, name="times-add"),
    path("check-ins/times/suggest/", times.suggest, name="times-suggest"),
    path("check-ins/times/take-back/", times.take_all_back, name="times-take-all-back"),
    path("check-ins/times/<uuid:times>/remove/", times.remove, name="times-remove"),
    path("check-ins/times/<uuid:times>/yes/", times.accept, name="times-yes"),
    path("check-ins/times/<uuid:times>/take-back/", times.take_back, name="times-take-back"),
    path("check-ins/times/<uuid:times>/put-aside/", times.put_aside, name="times-put-aside"),
    path("check-ins/<uuid:check_in>/", read.one, name="one"),
    path("check-ins/<uuid:check_in>/correct/", write.correct, name="correct"),
    path("check-ins/<uuid:check_in>/show/", read.show, name="show"),
    path("check-ins/<uuid:check_in>/stop/", read.stop, name="stop"),
    path("check-ins/<uuid:check_in>/delete/", read.delete, name="delete"),
    path("check-ins/<uuid:check_in>/aside/<uuid:wording>/let-go/", read.let_go, name="let-go"),
    path("together/", pair.together, name="together"),
    path("together/<str:day>/", pair.day, name="together-day"),
    path("weeks/", lookback.weeks, name="weeks"),
    path("weeks/days.csv", lookback.take_away, name="csv"),
]
