from django.urls import path

from stepwell.ground.record import erasing, views

app_name = "record"
urlpatterns = [
    path("record/", views.record, name="record"),
    path("record/take/", views.take, name="take"),
    path("record/events/<str:event>/words/", erasing.take_out, name="take-out"),
    path("record/print.pdf", views.print_it, name="print"),
    path("record/verify.py", views.program, name="verify"),
]
