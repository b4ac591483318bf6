"""The readers' addresses."""

from django.urls import path

from factcheck.public import views

app_name = "public"
urlpatterns = [
    path("", views.front, name="front"),
    path("how-we-work/", views.how_we_work, name="how_we_work"),
    path("report-an-error/", views.report_error, name="report_error"),
    # /r/<slug>/
    path("r/<slug:slug>/", views.report, name="report"),
    path("r/<slug:slug>/report.json", views.report_json, name="report_json"),
    path("r/<slug:slug>/c/<int:number>/", views.claim, name="claim"),
    path("r/<slug:slug>/<int:number>/", views.edition, name="edition"),
]
