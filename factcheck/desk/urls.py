"""The addresses of the newsroom's own pages."""

from django.urls import URLPattern, path

from factcheck.desk.views import (
    asking,
    bring_in,
    claim,
    exempting,
    history,
    mark_again,
    marking,
    moving,
    new_text,
    queue,
    reopening,
    reshaping,
    reviewing,
    search,
    suggesting,
    undoing,
    verifying,
    workspace,
)

app_name = "desk"

# the queue, bringing in, the text and its claims
at_work: list[URLPattern] = [
    path("", queue.queue, name="queue"),
    path("keys/", queue.keys, name="keys"),
    path("search/", search.search, name="search"),
    path("bring-in/", bring_in.bring_in, name="bring_in"),
    # articles/7/
    path("articles/<int:pk>/", workspace.workspace, name="workspace"),
    path("articles/<int:pk>/here/", workspace.here, name="here"),
    path("articles/<int:pk>/claims/new/", marking.claim_new, name="claim_new"),
    path("articles/<int:pk>/split/", suggesting.article_split, name="article_split"),
    path("articles/<int:pk>/splitting/", suggesting.splitting, name="splitting"),
    path("articles/<int:pk>/accept/", suggesting.suggestions_accept, name="suggestions_accept"),
    path("articles/<int:pk>/exempt/", exempting.exempt, name="exempt"),
    path("articles/<int:pk>/new-text/", new_text.new_text, name="new_text"),
    path("articles/<int:pk>/versions/", new_text.version_list, name="versions"),
    path("articles/<int:pk>/versions/<int:number>/", new_text.version_detail, name="version"),
    path("articles/<int:pk>/undo/", undoing.undo, name="undo"),
    path("articles/<int:pk>/timeline/", history.timeline, name="timeline"),
    # claims/42/
    path("claims/<int:pk>/", claim.claim, name="claim"),
    path("claims/<int:pk>/accept/", suggesting.claim_accept, name="claim_accept"),
    path("claims/<int:pk>/accept-sentence/", suggesting.sentence_accept, name="sentence_accept"),
    path("claims/<int:pk>/words/", marking.claim_words, name="claim_words"),
    path("claims/<int:pk>/span/", marking.claim_span, name="claim_span"),
    path("claims/<int:pk>/mark-again/", mark_again.claim_mark_again, name="claim_mark_again"),
    path("claims/<int:pk>/cut/", mark_again.claim_cut, name="claim_cut"),
    path("claims/<int:pk>/chain/", marking.claim_chain, name="claim_chain"),
    path("claims/<int:pk>/also/", reshaping.claim_also, name="claim_also"),
    path("claims/<int:pk>/split/", reshaping.claim_split, name="claim_split"),
    path("claims/<int:pk>/merge/", reshaping.claim_merge, name="claim_merge"),
    path("claims/<int:pk>/set-aside/", moving.claim_set_aside, name="claim_set_aside"),
    path("claims/<int:pk>/take-back/", moving.claim_take_back, name="claim_take_back"),
    path("claims/<int:pk>/assign/", moving.claim_assign, name="claim_assign"),
    path("claims/<int:pk>/disposition/", moving.claim_dispose, name="claim_dispose"),
    path("claims/<int:pk>/history/", history.claim_history, name="claim_history"),
    # sources/4/, speakers/8/, people/2/
    path("sources/<int:pk>/history/", history.source_history, name="source_history"),
    path("speakers/<int:pk>/history/", history.speaker_history, name="speaker_history"),
    path("people/<int:pk>/history/", history.person_history, name="person_history"),
    path("rules/history/", history.rules_history, name="rules_history"),
    # exemptions/3/
    path("exemptions/<int:pk>/lift/", exempting.exemption_lift, name="exemption_lift"),
]

# evidence, verdicts, contacts, questions, review
at_judgement: list[URLPattern] = [
    # claims/42/
    path("claims/<int:pk>/evidence/new/", verifying.evidence_add, name="evidence_add"),
    path("claims/<int:pk>/verdict/", verifying.verdict_add, name="verdict_add"),
    path("claims/<int:pk>/contact/", verifying.contact_add, name="contact_add"),
    path("claims/<int:pk>/questions/new/", asking.question_add, name="question_add"),
    path("claims/<int:pk>/conclude/", verifying.claim_conclude, name="claim_conclude"),
    path("claims/<int:pk>/submit/", reviewing.claim_submit, name="claim_submit"),
    path("claims/<int:pk>/withdraw/", reviewing.claim_withdraw, name="claim_withdraw"),
    path("claims/<int:pk>/review/", reviewing.claim_review, name="claim_review"),
    path("claims/<int:pk>/send-back/", reviewing.claim_send_back, name="claim_send_back"),
    path("claims/<int:pk>/reopen/", reviewing.claim_reopen, name="claim_reopen"),
    path("claims/<int:pk>/waive/", reviewing.claim_waive, name="claim_waive"),
    path("claims/<int:pk>/end-waiver/", reviewing.claim_end_waiver, name="claim_end_waiver"),
    path("claims/<int:pk>/release/", reviewing.claim_release, name="claim_release"),
    # evidence/9/
    path("evidence/<int:pk>/", verifying.evidence_change, name="evidence_change"),
    path("evidence/<int:pk>/withdraw/", verifying.evidence_withdraw, name="evidence_withdraw"),
    # questions/5/
    path("questions/<int:pk>/answer/", asking.question_answer, name="question_answer"),
    path("questions/<int:pk>/close/", asking.question_close, name="question_close"),
    # articles/7/
    path("articles/<int:pk>/review/", reviewing.review, name="review"),
    path("articles/<int:pk>/approve/", reviewing.approve_all, name="approve_all"),
    path("articles/<int:pk>/confirm/", reviewing.confirm, name="confirm"),
    path("articles/<int:pk>/submit/", reviewing.submit_all, name="submit_all"),
    path("reopen/", reopening.reopen_all, name="reopen_all"),
]

urlpatterns = [*at_work, *at_judgement]
