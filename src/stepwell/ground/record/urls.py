from django.urls import path

from stepwell.ground.record import views

app_name = "record"
urlpatterns = [
    path("record/", views.record, name="record"),
    path("record/take/", views.take, name="take"),
    path("record/print.pdf", views.print_it, name="print"),
    path("record/verify.py", views.program, name="verify"),
]
