"""Why a claim is suggested, in one sentence for the editor."""

from factcheck.splitting.attribution.attributions import Attribution

_HOW = {
    "clause": "Reported speech: “{cue}” governs the clause that follows{by}.",
    "aside": "Reported speech: “{cue}” stands beside what is said{by}.",
    "as said": "Reported speech: “as … {cue}” says whose statement it is{by}.",
    "according": "Attributed by “{cue}”{by}.",
    "reportedly": "Hearsay: “{cue}” says that somebody reports it, and not who.",
    "quotation": "Quotation: “{cue}” opens it{by}.",
    "colon": "Attributed by a colon{by}.",
    "announced": "Quotation after a colon{by}.",
    "further": "Quotation: it goes on behind what “{cue}” reports{by}.",
    "infinitive": "What somebody means to do: “{cue}” governs the infinitive{by}.",
    "wish": "What somebody wants to happen: “{cue}” governs the clause{by}.",
    "urging": "What somebody asks of others: “{cue}” governs the request{by}.",
    "as": "A description in somebody's terms: “{cue}” governs it{by}.",
    "preposition": "What somebody speaks for, against or about: “{cue}” governs it{by}.",
    "doing": "What somebody is said to do: “{cue}” governs it{by}.",
    "thing": "What somebody says or thinks of: “{cue}” governs it{by}.",
    "noun": "Attributed by a noun: “{cue}” says whose statement it is{by}.",
    "adjective": "Somebody's attitude: “{cue}” governs what it is about{by}.",
    "unclaimed": "Quotation: the text does not say beside it whose words these are.",
}
OWN = "The article says this itself: nobody else is named for it."


def reason(found: Attribution, cue: str, speaker: str) -> str:
    """One sentence: which words attribute the claim, and to whom."""
    by = f"; {speaker} is who says it" if speaker else ""
    return _HOW.get(found.how, _HOW["clause"]).format(cue=cue, by=by)
