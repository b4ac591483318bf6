"""What is held of a passive's subject, what the article itself says only seems so, and what looks like either."""

import pytest

from tests.splitting.marked import compared

HELD = """
{The new bridge} <is seen as> {a threat to the swallows}.
{The harbour master} <is expected> {to resign in May}.
{The ferry} <was described as> {a floating ruin} by (two engineers).
{The captain} <is regarded as> {careful}.
{The mayor} <was criticised for> {the delay}.
{The old lighthouse} <is considered> {unsafe}.
{The tenants} <were accused of> {lying}.
{The council} <was urged> {to act}.
{He} <is said> {to own nine boats}.
The judge <was asked about> {the toll}.
"""
BY_SOMEBODY = """
{The plan} <was rejected> by (the council).
{The new toll}, <opposed> by (the farmers), begins in May.
{The rescue} <was confirmed> by (the coast guard).
{A toll} <recommended> by (the engineers) begins in May.
[The bridge was built by the army].
[The children were seen by a doctor].
"""
BEHIND_SOMEBODY = """
{The owner} <was accused by (two guests) of> {hiding the bill}.
{The owner} <was accused on Monday of> {hiding the bill}.
{The nurse} <was praised by (the mayor) for> {saving the bridge}.
{The nurse} <was praised> by (a club of sailing women).
{The cook} <was praised> by (the mayor of Bergen).
(The union) <called upon> {the council to mend the pier}.
(The union) <insisted on> {paying for it}.
[The union called upon it].
"""
SEEMING = """
[The plan seems to work].
[The water appears clean].
[The tower appeared to lean].
[Her answer seemed like a refusal].
[The photograph appears on page nine].
[The firm offers a platform for small shops].
[The fare rose to nine crowns, compared with a price of seven].
[The ferry can't seem to keep to its timetable].
[The club tried to appear calm].
"""
THINGS = """
(The mayor) <promised> {a bonus to teachers}.
(The mayor) <cited> {Ghent as a model}.
(The council) <backed> {Ann Lie for chair}.
(The farmers) <support> {the toll}.
(The inspectors) <praised> {the crew} in May.
(The farmers) <have known> {Ann Lie} for years.
(The union) <predicted> {400 strikes}.
[The farmers could support the toll].
[The library raised 4,000 euros].
[The paper covered the strike].
[Students studied the map].
[The union posted a photograph].
[Measures aimed at smugglers failed].
[The minister spoke to the crew].
[She spoke on Monday].
"""
SENTENCES = [
    line
    for table in (HELD, BY_SOMEBODY, BEHIND_SOMEBODY, SEEMING, THINGS)
    for line in table.strip().splitlines()
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_is_held_of_a_subject(sentence):
    found, expected = compared(sentence)

    assert found == expected
