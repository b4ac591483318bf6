"""The addresses of the newsroom's own pages, in the order of the modules that answer them."""

from django.urls import URLPattern, path

from factcheck.desk.views import (
    articles,
    claims,
    evidence,
    exemptions,
    history,
    questions,
    queue,
    reviews,
    spans,
    stages,
    suggestions,
    verdicts,
    workspace,
)

app_name = "desk"

urlpatterns: list[URLPattern] = [
    # the queue, the keys, the search
    path("", queue.queue, name="queue"),
    path("keys/", queue.keys, name="keys"),
    path("search/", queue.search, name="search"),
    # articles and their versions
    path("bring-in/", articles.bring_in, name="bring_in"),
    path("articles/<int:pk>/new-text/", articles.new_text, name="new_text"),
    path("articles/<int:pk>/versions/", articles.version_list, name="versions"),
    path("articles/<int:pk>/versions/<int:number>/", articles.version_detail, name="version"),
    # the workspace: the text and the chosen claim
    path("articles/<int:pk>/", workspace.workspace, name="workspace"),
    path("articles/<int:pk>/presence/", workspace.presence, name="presence"),
    path("articles/<int:pk>/undo/", workspace.undo, name="undo"),
    # suggestions
    path("articles/<int:pk>/split/", suggestions.article_split, name="article_split"),
    path("articles/<int:pk>/splitting/", suggestions.splitting, name="splitting"),
    path("articles/<int:pk>/accept/", suggestions.suggestions_accept, name="suggestions_accept"),
    path("claims/<int:pk>/accept/", suggestions.claim_accept, name="claim_accept"),
    path("claims/<int:pk>/accept-sentence/", suggestions.sentence_accept, name="sentence_accept"),
    # claims: words, chain, assignee
    path("articles/<int:pk>/claims/new/", claims.claim_new, name="claim_new"),
    path("claims/<int:pk>/", claims.claim, name="claim"),
    path("claims/<int:pk>/words/", claims.claim_words, name="claim_words"),
    path("claims/<int:pk>/chain/", claims.claim_chain, name="claim_chain"),
    path("claims/<int:pk>/assign/", claims.claim_assign, name="claim_assign"),
    # spans: where a claim stands in the text
    path("claims/<int:pk>/span/", spans.claim_span, name="claim_span"),
    path("claims/<int:pk>/also/", spans.claim_also, name="claim_also"),
    path("claims/<int:pk>/split/", spans.claim_split, name="claim_split"),
    path("claims/<int:pk>/merge/", spans.claim_merge, name="claim_merge"),
    path("claims/<int:pk>/mark-again/", spans.claim_mark_again, name="claim_mark_again"),
    path("claims/<int:pk>/cut/", spans.claim_cut, name="claim_cut"),
    # exemptions
    path("articles/<int:pk>/exempt/", exemptions.exempt, name="exempt"),
    path("exemptions/<int:pk>/lift/", exemptions.exemption_lift, name="exemption_lift"),
    # evidence
    path("claims/<int:pk>/evidence/new/", evidence.evidence_add, name="evidence_add"),
    path("evidence/<int:pk>/", evidence.evidence_change, name="evidence_change"),
    path("evidence/<int:pk>/withdraw/", evidence.evidence_withdraw, name="evidence_withdraw"),
    # verdicts and contacts
    path("claims/<int:pk>/verdict/", verdicts.verdict_add, name="verdict_add"),
    path("claims/<int:pk>/contact/", verdicts.contact_add, name="contact_add"),
    # questions
    path("claims/<int:pk>/questions/new/", questions.question_add, name="question_add"),
    path("questions/<int:pk>/answer/", questions.question_answer, name="question_answer"),
    path("questions/<int:pk>/close/", questions.question_close, name="question_close"),
    # stages and dispositions
    path("claims/<int:pk>/set-aside/", stages.claim_set_aside, name="claim_set_aside"),
    path("claims/<int:pk>/take-back/", stages.claim_take_back, name="claim_take_back"),
    path("claims/<int:pk>/conclude/", stages.claim_conclude, name="claim_conclude"),
    path("claims/<int:pk>/reopen/", stages.claim_reopen, name="claim_reopen"),
    path("claims/<int:pk>/waive/", stages.claim_waive, name="claim_waive"),
    path("claims/<int:pk>/end-waiver/", stages.claim_end_waiver, name="claim_end_waiver"),
    path("claims/<int:pk>/disposition/", stages.claim_dispose, name="claim_dispose"),
    path("claims/<int:pk>/release/", stages.claim_release, name="claim_release"),
    # reviews
    path("claims/<int:pk>/submit/", reviews.claim_submit, name="claim_submit"),
    path("articles/<int:pk>/submit/", reviews.submit_all, name="submit_all"),
    path("claims/<int:pk>/withdraw/", reviews.claim_withdraw, name="claim_withdraw"),
    path("claims/<int:pk>/review/", reviews.claim_review, name="claim_review"),
    path("claims/<int:pk>/send-back/", reviews.claim_send_back, name="claim_send_back"),
    path("articles/<int:pk>/review/", reviews.review, name="review"),
    path("articles/<int:pk>/approve/", reviews.approve_all, name="approve_all"),
    path("articles/<int:pk>/confirm/", reviews.confirm, name="confirm"),
    path("reopen/", reviews.reopen_all, name="reopen_all"),
    # history
    path("articles/<int:pk>/timeline/", history.timeline, name="timeline"),
    path("claims/<int:pk>/history/", history.claim_history, name="claim_history"),
    path("sources/<int:pk>/history/", history.source_history, name="source_history"),
    path("speakers/<int:pk>/history/", history.speaker_history, name="speaker_history"),
    path("people/<int:pk>/history/", history.person_history, name="person_history"),
    path("rules/history/", history.rules_history, name="rules_history"),
]
