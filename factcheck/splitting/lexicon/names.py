"""Words that go with the names of speakers: titles, and words for organisations and documents."""

TITLES = frozenset(
    """
    mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady sen sen. senator rep rep. representative
    gov gov. governor president vice minister prime foreign secretary state of general gen gen. col
    col. sgt sgt. lt lt. capt capt. captain judge justice chief mayor professor prof prof. pope
    king queen prince princess chancellor ambassador rev rev. reverend speaker attorney spokesman
    spokeswoman spokesperson candidate nominee chairman chairwoman director deputy former the a an
    """.split()
)
ORGANISATIONS = frozenset(
    """
    ministry department government administration party committee commission council court
    university college institute agency police army navy bank company corporation corp corp. inc
    inc. ltd group campaign union association organization organisation organizations times post
    news journal network congress senate house parliament campaign office bureau board team league
    federation foundation center centre service force company companies firm agency embassy staff
    newspaper magazine site website press authority authorities city state country nation nations
    kremlin pentagon fbi cia nato un eu g7 g20 lawmakers prosecutors
    """.split()
)
DOCUMENTS = frozenset(
    """
    report reports statement communique communiqué document documents letter letters poll polls
    survey surveys study studies memo email emails e-mail book article articles tweet tweets post
    lawsuit complaint filing indictment affidavit ruling law bill treaty constitution data figures
    record records release transcript ad ads editorial paper census analysis research sign banner
    story account headline speech message notice text resolution declaration platform
    """.split()
)
HE = frozenset("he his mr mr. king prince sir lord spokesman chairman".split())
SHE = frozenset("she her mrs mrs. ms ms. miss queen princess dame lady spokeswoman".split())
