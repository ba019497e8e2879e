"""One invented sentence a construction, and the attribution it must give. Called by the tests."""

from tests.extract.written import Said

FORD = "Lena Ford"

QUOTED = [
    (
        '"The rules will help small schools," said Mina Holt, chair of the Digital Council.',
        Said(
            "Mina Holt, chair of the Digital Council",
            "said",
            ("The rules will help small schools",),
        ),
    ),
    (
        '"The rules will help," Mina Holt said. "They will not be cheap."',
        Said("Mina Holt", "said", ("The rules will help", "They will not be cheap.")),
    ),
    (
        "“The rules will help,” she told reporters, “if the money comes.”",
        Said("she", "told", ("The rules will help", "if the money comes.")),
    ),
    (
        'The minister said: "We will not wait for others."',
        Said("The minister", "said", ("We will not wait for others.",)),
    ),
    (
        '"We will not wait," said the former head of the Northern Academy. "Others may."',
        Said(
            "the former head of the Northern Academy", "said", ("We will not wait", "Others may.")
        ),
    ),
    (
        '"I told them that the law is weak," Ford said.',
        Said("Ford", "said", ("I told them that the law is weak",)),
    ),
    (
        'Lena Ford: "We have waited long enough."',
        Said(FORD, ":", ("We have waited long enough.",)),
    ),
    (
        '"A fair deal for every school." — Lena Ford, head teacher, Northern School',
        Said("Lena Ford, head teacher, Northern School", "—", ("A fair deal for every school.",)),
    ),
    (
        'Ford said that the law was "a gift to nobody" and would be changed.',
        Said("Ford", "said", ('the law was "a gift to nobody" and would be changed',)),
    ),
]

REPORTED = [
    (
        "Mina Holt said on Tuesday that the council would publish the list.",
        Said("Mina Holt", "said", ("the council would publish the list",)),
    ),
    (
        "The council would publish the list, Mina Holt said.",
        Said("Mina Holt", "said", ("The council would publish the list",)),
    ),
    (
        "The council, Mina Holt said, will publish the list in May.",
        Said("Mina Holt", "said", ("The council", "will publish the list in May.")),
    ),
    (
        'The minister said in the "open door" speech that trade would grow.',
        Said("The minister", "said", ("trade would grow",)),
    ),
    (
        "Lena Ford told media that the models are about access.",
        Said(FORD, "told", ("the models are about access",)),
    ),
    (
        "Lena Ford, who leads the inquiry, said the files were lost.",
        Said("Lena Ford, who leads the inquiry", "said", ("the files were lost",)),
    ),
    (
        "According to the annual report of the council, most schools use translation software.",
        Said(
            "the annual report of the council",
            "According to",
            ("most schools use translation software.",),
        ),
    ),
    (
        "Most schools use translation software, according to Mina Holt, who chairs the council.",
        Said(
            "Mina Holt, who chairs the council",
            "according to",
            ("Most schools use translation software",),
        ),
    ),
    (
        "The regulator warned that the tools would fail.",
        Said("The regulator", "warned", ("the tools would fail",)),
    ),
    (
        "A reporter asked whether the law would pass.",
        Said("A reporter", "asked", ("whether the law would pass",)),
    ),
    (
        "Lena Ford declined to say whether the law would pass.",
        Said(FORD, "declined to say", ("whether the law would pass",)),
    ),
    (
        "The company did not say when the tests would start.",
        Said("The company", "did not say", ("when the tests would start",)),
    ),
    (
        "It was announced that the vote would be postponed.",
        Said("", "was announced", ("the vote would be postponed",)),
    ),
    (
        "Mina Holt believes the law is too weak.",
        Said("Mina Holt", "believes", ("the law is too weak",)),
    ),
]

ACTED = [
    (
        "Lena Ford called for stricter labels on synthetic images.",
        Said(FORD, "called for", ("stricter labels on synthetic images",)),
    ),
    (
        "Lena Ford has called for testing all systems before release.",
        Said(FORD, "has called for", ("testing all systems before release",)),
    ),
    (
        "Lena Ford called on the government to ban covert recording.",
        Said(FORD, "called on", ("the government to ban covert recording",)),
    ),
    (
        "The union urged ministers to delay the plan.",
        Said("The union", "urged", ("ministers to delay the plan",)),
    ),
    ("Lena Ford vowed to fight the bill.", Said(FORD, "vowed to", ("fight the bill",))),
    (
        "The ministry promised to publish its tests.",
        Said("The ministry", "promised to", ("publish its tests",)),
    ),
    (
        "The ministry pledged 40 million crowns for rural schools.",
        Said("The ministry", "pledged", ("40 million crowns for rural schools",)),
    ),
    (
        'Lena Ford denounced the "reckless race" during the debate.',
        Said(FORD, "denounced", ('the "reckless race"',)),
    ),
    (
        "The Green Party opposes the export of such systems.",
        Said("The Green Party", "opposes", ("the export of such systems",)),
    ),
    ("Ford is opposed to the bill.", Said("Ford", "is opposed to", ("the bill",))),
    (
        "The Green Party supports a ban on face recognition.",
        Said("The Green Party", "supports", ("a ban on face recognition",)),
    ),
    (
        "Ford is a staunch opponent of the bill.",
        Said("Ford", "is a staunch opponent of", ("the bill",)),
    ),
    (
        "The Northern Party (NP) supports a ban on face recognition.",
        Said("The Northern Party (NP)", "supports", ("a ban on face recognition",)),
    ),
    (
        "The bill was criticised by the union.",
        Said("the union", "was criticised", ("The bill",)),
    ),
    (
        "Lena Ford, a deputy from the north, presented a suggestion on curbing fake voices.",
        Said(
            "Lena Ford, a deputy from the north",
            "presented a suggestion on",
            ("curbing fake voices",),
        ),
    ),
    (
        "Lena Ford plans to submit a proposal on training teachers.",
        Said(FORD, "plans to", ("submit a proposal on training teachers",)),
    ),
    (
        "Lena Ford proposed a register of large models.",
        Said(FORD, "proposed", ("a register of large models",)),
    ),
    (
        "The regulator warned of a flood of forged letters.",
        Said("The regulator", "warned of", ("a flood of forged letters",)),
    ),
    (
        "The regulator warned against using such tools in hospitals.",
        Said("The regulator", "warned against", ("using such tools in hospitals",)),
    ),
    (
        "Lena Ford demanded that the test be repeated.",
        Said(FORD, "demanded", ("the test be repeated",)),
    ),
    (
        "The company did not rule out a delay.",
        Said("The company", "did not rule out", ("a delay",)),
    ),
    ("Lena Ford called the plan a disaster.", Said(FORD, "called", ("the plan a disaster",))),
    (
        "Critics voiced support for a longer trial.",
        Said("Critics", "voiced", ("support for a longer trial",)),
    ),
    (
        "Lena Ford left the hall, calling for a new vote.",
        Said(FORD, "calling for", ("a new vote",)),
    ),
    (
        "The debate went on for hours, with calls for better rules on hiring software.",
        Said("", "calls for", ("better rules on hiring software",)),
    ),
    (
        "The work report, which sets out next year's budget, pledges support for open models.",
        Said(
            "The work report, which sets out next year's budget",
            "pledges",
            ("support for open models",),
        ),
    ),
]


MET = [
    (
        "The ministers discussed ways to end the dispute over the bay.",
        Said("The ministers", "discussed", ("ways to end the dispute over the bay",)),
    ),
    (
        "Lena Ford discussed how schools could pay for the software.",
        Said(FORD, "discussed", ("how schools could pay for the software",)),
    ),
    (
        "The two leaders exchanged views on the safety of large models.",
        Said("The two leaders", "exchanged views on", ("the safety of large models",)),
    ),
    (
        "The delegates consulted on the plan for a common register.",
        Said("The delegates", "consulted on", ("the plan for a common register",)),
    ),
    (
        "The ministers met to discuss the rules for hospitals.",
        Said("The ministers", "met to discuss", ("the rules for hospitals",)),
    ),
    (
        "Lena Ford reaffirmed her commitment to de-escalate the dispute.",
        Said(FORD, "reaffirmed", ("her commitment to de-escalate the dispute",)),
    ),
    (
        "Holt went on to thank the engineers for their patience.",
        Said("Holt", "went on to thank", ("the engineers for their patience",)),
    ),
    (
        "Progress is slow despite the company's pledge to publish its tests.",
        Said("the company", "pledge to", ("publish its tests",)),
    ),
]
