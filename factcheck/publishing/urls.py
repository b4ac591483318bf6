"""The addresses of this room."""

from django.urls import path

from factcheck.publishing.views import addresses, editions, gate, previews

app_name = "publishing"
urlpatterns = [
    # /desk/articles/<pk>/
    path("articles/<int:pk>/gate/", gate.gate, name="gate"),
    path("articles/<int:pk>/preview/", previews.preview, name="preview"),
    path("articles/<int:pk>/publish/", gate.publish, name="publish"),
    path("articles/<int:pk>/break-glass/", gate.break_glass, name="break_glass"),
    path("articles/<int:pk>/address/", addresses.address, name="address"),
    path("articles/<int:pk>/clear/", gate.clear, name="clear"),
    # /desk/editions/
    path("editions/", editions.editions, name="editions"),
    path("editions/<int:pk>/", editions.edition, name="edition"),
]
