"""Everything that a person can do to claims, one function each."""

from factcheck.claims.actions.accepting import accept, accept_all
from factcheck.claims.actions.asking import answer, ask, close
from factcheck.claims.actions.learning import weigh_as_at_first, weigh_as_learned
from factcheck.claims.actions.marking import (
    exempt,
    lift,
    mark,
    rechain,
    renumber,
    reword,
)
from factcheck.claims.actions.moving import (
    assign,
    dispose,
    end_legal_review,
    reopen,
    set_aside,
    set_held_claim_aside,
    start,
    step,
    take_back,
)
from factcheck.claims.actions.reanchoring import reanchor
from factcheck.claims.actions.reshaping import merge_claims, split_claim
from factcheck.claims.actions.respanning import add_place, cut, place_again, respan
from factcheck.claims.actions.speaking import merge_speakers, rename_speaker, unmerge_speakers
from factcheck.claims.actions.suggesting import begin, propose
from factcheck.claims.actions.undoing import undo

__all__ = [
    "accept",
    "accept_all",
    "add_place",
    "answer",
    "ask",
    "assign",
    "begin",
    "close",
    "cut",
    "dispose",
    "end_legal_review",
    "exempt",
    "lift",
    "mark",
    "merge_claims",
    "merge_speakers",
    "place_again",
    "propose",
    "reanchor",
    "rechain",
    "rename_speaker",
    "renumber",
    "reopen",
    "respan",
    "reword",
    "set_aside",
    "set_held_claim_aside",
    "split_claim",
    "start",
    "step",
    "take_back",
    "undo",
    "unmerge_speakers",
    "weigh_as_at_first",
    "weigh_as_learned",
]
