"""The addresses of the newsroom's own pages."""

from django.urls import URLPattern, path

from factcheck.desk.views import (
    bring_in,
    claim,
    exempting,
    history,
    marking,
    moving,
    queue,
    workspace,
)

app_name = "desk"

# the queue, bringing in, the text and its claims
at_work: list[URLPattern] = [
    path("", queue.queue, name="queue"),
    path("keys/", queue.keys, name="keys"),
    path("bring-in/", bring_in.bring_in, name="bring_in"),
    # articles/7/
    path("articles/<int:pk>/", workspace.workspace, name="workspace"),
    path("articles/<int:pk>/claims/new/", marking.claim_new, name="claim_new"),
    path("articles/<int:pk>/exempt/", exempting.exempt, name="exempt"),
    path("articles/<int:pk>/timeline/", history.timeline, name="timeline"),
    # claims/42/
    path("claims/<int:pk>/", claim.claim, name="claim"),
    path("claims/<int:pk>/words/", marking.claim_words, name="claim_words"),
    path("claims/<int:pk>/span/", marking.claim_span, name="claim_span"),
    path("claims/<int:pk>/chain/", marking.claim_chain, name="claim_chain"),
    path("claims/<int:pk>/set-aside/", moving.claim_set_aside, name="claim_set_aside"),
    path("claims/<int:pk>/take-back/", moving.claim_take_back, name="claim_take_back"),
    path("claims/<int:pk>/assign/", moving.claim_assign, name="claim_assign"),
    path("claims/<int:pk>/disposition/", moving.claim_dispose, name="claim_dispose"),
    path("claims/<int:pk>/history/", history.claim_history, name="claim_history"),
    # exemptions/3/
    path("exemptions/<int:pk>/lift/", exempting.exemption_lift, name="exemption_lift"),
]

# evidence, verdicts, contacts, questions, review
at_judgement: list[URLPattern] = []

urlpatterns = [*at_work, *at_judgement]
