"""What stands behind its cue: clauses, requests, plans, descriptions, things."""

import pytest

from tests.splitting.marked import compared

CLAUSES = """
(Ann Lie) <said> {the bridge is safe}.
(Ann Lie) <said> {that the bridge is safe}.
(Ann Lie) <says> {the bridge will reopen in May}.
(The mayor) <announced> {that the library would close}.
(The mayor) <has announced> {that the library will close}.
(Engineers) <warned> {that the dam could break}.
(The company) <admitted> {that it had lost the data}.
(The company) <denied> {that it had lost the data}.
(The minister) <insisted> {that nobody had been told}.
(The report) <concludes> {that the pilot was tired}.
(A spokesman) <confirmed> {that two men had been arrested}.
(The ministry) <acknowledged> {that mistakes were made}.
(Residents) <complained> {that the noise kept them awake}.
(The court) <ruled> {that the contract was void}.
(The union) <argued> {that wages had fallen behind}.
(The governor) <predicted> {that the harvest would be poor}.
(Two witnesses) <testified> {that the lights were off}.
(The farmer) <claimed> {that wolves had taken six sheep}.
(The bank) <expects> {that prices will fall}.
(She) <believes> {that the vote was fair}.
(He) <thinks> {the plan will work}.
(Many voters) <fear> {that the hospital will close}.
(The captain) <knew> {that the engine was weak}.
(Nurses) <hope> {that the talks will resume}.
(The police) <suspect> {that the fire was set}.
(Scientists) <found> {that the lake is getting warmer}.
(The study) <shows> {that children sleep less}.
(The minister) <told> reporters {that the road would be finished}.
(The minister) <told> the newspaper {the road would be finished}.
(The doctor) <told> her {that the leg was broken}.
(The agency) <informed> the families {that the search had ended}.
(The coach) <asked> {whether the pitch was dry}.
(Parents) <wondered> {why the school had not called}.
(The clerk) <explained> {how the ballots are counted}.
(The mayor) <said> on Monday {that the bridge is safe}.
(The mayor) <said> Monday {the bridge is safe}.
(The mayor) <said> in a statement {that the bridge is safe}.
(The mayor) <said> at a news conference {that the bridge is safe}.
On Monday, (the mayor) <said> {the bridge is safe}.
In a letter to parents, (the headmaster) <said> {that the roof would be mended}.
After the meeting, (the mayor) <said> {the bridge is safe}.
(The mayor) <did not say> {whether the bridge is safe}.
(The mayor) <also said> {that the bridge is safe}.
(Ann Lie, the harbour master), <said> {the ferry was late}.
(Ann Lie, who runs the harbour), <said> {the ferry was late}.
(The mayor) <said> {that the bridge is safe and that the road will open}.
(The mayor) <said> {that, if it rains, the match will be moved}.
(The mayor) <said> {the bridge is safe because it was mended in June}.
(The mayor) <said> {the bridge would close on Friday}.
(The mayor) <said> {the bridge is 80 years old and must be mended}.
The tenants, (who) <said> {the stairs were rotten}, moved out.
(The owner) <has been saying> {that the mine is safe}.
(The owner) <might argue> {that the mine is safe}.
(Officials) <said> {it was too early to tell}.
(Officials) <said> {there was no danger}.
(The mayor) <said> {the bridge is safe}, while the river rose.
(The mayor) <said> {the bridge leads to the harbour}, which is closed.
(The mayor) <pointed out> {that the bridge is safe}.
(The mayor) <reported> {finding two boats}.
"""
TWO_CLAUSES = """
(The mayor) <said> {the bridge is safe}, <adding> {that it was mended in June}.
(The mayor) <said> {the bridge is safe} and <announced> {that the road would open}.
(The mayor) <said> {the bridge is safe}, but (engineers) <warned> {that it could fall}.
(Six in ten) <said> {they would vote} and (three in ten) <said> {they would not}.
(The minister) <said> {she would resign}, <calling> {the report unfair}.
(The mayor) <said> {the bridge would open} and <vowed> {to punish the builders}.
"""
REQUESTS = """
(The mayor) <urged> {residents to stay indoors}.
(The minister) <asked> {parliament to wait}.
(The judge) <ordered> {the company to pay}.
(The bishop) <called on> {the king to speak}.
(The union) <demanded> {a new contract}.
(The union) <called for> {a general strike}.
(The party) <called for> {the minister to resign}.
(The town) <pressed for> {a new station}.
(The teacher) <encouraged> {the pupils to read}.
(The agency) <advised> {people to boil their water}.
(The agency) <warned> {swimmers to keep out of the river}.
(The mayor) <appealed for> {calm}.
"""
PLANS = """
(The city) <plans> {to build a tunnel}.
(The minister) <promised> {to lower the tax}.
(The minister) <vowed> {to lower the tax}.
(The company) <refused> {to pay the fine}.
(The singer) <declined> {to answer questions}.
(The club) <hopes> {to sign a new goalkeeper}.
(The farmer) <wants> {to sell the barn}.
(The farmer) <wants> {his son to keep the barn}.
(The airline) <intends> {to cut forty routes}.
(The rebels) <threatened> {to burn the harvest}.
(The two sides) <agreed> {to meet again}.
(The museum) <decided> {to return the statue}.
"""
DESCRIPTIONS = """
(The mayor) <called> {the plan a disaster}.
(The mayor) <called> {the plan "a disaster."}
(The paper) <described> {the minister as a coward}.
(The paper) <portrayed> {the minister as a coward}.
(Critics) <dismissed> {the report as nonsense}.
(Neighbours) <described> {him as a quiet man}.
"""
THINGS = """
(The company) <denied> {the charges}.
(The mayor) <praised> {the volunteers}.
(The mayor) <condemned> {the attack on the museum}.
(The opposition) <criticized> {the new budget}.
(The bishop) <blessed> {the fishing fleet}.
(The minister) <defended> {the decision to close the mine}.
(The paper) <endorsed> {the challenger}.
(The union) <rejected> {the offer}.
(The council) <opposed> {the tunnel}.
(The ministry) <announced> {a ban on fireworks}.
(The mayor) <complained about> {the noise}.
(The mayor) <spoke about> {the flood}.
(The pilot) <talked about> {his escape from the wreck}.
(The mayor) <apologized for> {the delay}.
(The lawyer) <accused> {the police of lying}.
(The mayor) <blamed> {the storm for the damage}.
(The farmer) <denied> {taking the horse}.
(She) <remembers> {playing in the hall}.
(The source) <cited> {a draft of the treaty}.
"""
TABLES = [CLAUSES, TWO_CLAUSES, REQUESTS, PLANS, DESCRIPTIONS, THINGS]
SENTENCES = [line for table in TABLES for line in table.strip().splitlines()]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_stands_behind_its_cue(sentence):
    found, expected = compared(sentence)

    assert found == expected
