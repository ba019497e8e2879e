"""Acts are read from plain cues, as any extractor may give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.meaning.acts import act_of
from schema.attribution import Act


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("said", Act.SAID),
        ("told", Act.SAID),
        (":", Act.SAID),
        ("went on to say", Act.SAID),
        ("continues to support", Act.SUPPORTED),
        ("began to warn", Act.WARNED),
        ("continued", Act.SAID),
        ("has repeatedly said", Act.SAID),
        ("said in a statement", Act.SAID),
        ("emphasized", Act.SAID),
        ("was against", Act.OPPOSED),
        ("took issue with", Act.OPPOSED),
        ("said no to", Act.OPPOSED),
        ("testified in support of", Act.SUPPORTED),
        ("threw its weight behind", Act.SUPPORTED),
        ("is critical of", Act.DENOUNCED),
        ("hit out at", Act.DENOUNCED),
        ("expressed doubt about", Act.BELIEVED),
        ("announced", Act.ANNOUNCED),
        ("is unveiling", Act.ANNOUNCED),
        ("called for", Act.CALLED_FOR),
        ("have called for", Act.CALLED_FOR),
        ("calling on", Act.CALLED_FOR),
        ("urges", Act.CALLED_FOR),
        ("renewed calls for", Act.CALLED_FOR),
        ("with calls for", Act.CALLED_FOR),
        ("proposed", Act.PROPOSED),
        ("presented a suggestion on", Act.PROPOSED),
        ("plans to submit a proposal on", Act.PROPOSED),
        ("tabled a motion to", Act.PROPOSED),
        ("put forward", Act.PROPOSED),
        ("vowed to", Act.PLEDGED),
        ("pledges support for", Act.PLEDGED),
        ("promised", Act.PLEDGED),
        ("made a promise to", Act.PLEDGED),
        ("agreed to", Act.PLEDGED),
        ("denounced", Act.DENOUNCED),
        ("lashed out at", Act.DENOUNCED),
        ("is a staunch opponent of", Act.OPPOSED),
        ("lobbied for", Act.CALLED_FOR),
        ("presented plans for", Act.ANNOUNCED),
        ("opposes", Act.OPPOSED),
        ("voted against", Act.OPPOSED),
        ("spoke out against", Act.OPPOSED),
        ("supports", Act.SUPPORTED),
        ("voiced support for", Act.SUPPORTED),
        ("agreed with", Act.SUPPORTED),
        ("denied", Act.DENIED),
        ("ruled out", Act.DENIED),
        ("warned of", Act.WARNED),
        ("issued a warning that", Act.WARNED),
        ("cautioned against", Act.WARNED),
        ("asked whether", Act.ASKED),
        ("Q", Act.ASKED),
        ("reported", Act.REPORTED),
        ("according to", Act.REPORTED),
        ("noting", Act.NOTED),
        ("pointed out", Act.NOTED),
        ("declined to say", Act.DECLINED),
        ("would not confirm", Act.DECLINED),
        ("did not immediately respond to", Act.DECLINED),
        ("wanted to know", Act.ASKED),
        ("fired back", Act.SAID),
        ("refused to comment", Act.DECLINED),
        ("believes", Act.BELIEVED),
        ("wants to", Act.WANTED),
        ("hoping", Act.WANTED),
        ("plans to", Act.PLANNED),
    ],
)
def test_act(cue: str, act: Act) -> None:
    assert act_of(cue) == (act, False)


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("did not say", Act.SAID),
        ("didn’t say", Act.SAID),
        ("did not rule out", Act.DENIED),
        ("never promised", Act.PLEDGED),
        ("failed to mention", Act.SAID),
        ("made no promise to", Act.PLEDGED),
    ],
)
def test_negated(cue: str, act: Act) -> None:
    assert act_of(cue) == (act, True)


def test_what_nobody_does_is_denied() -> None:
    assert act_of("supports", source="Neither of the ministers") == (Act.SUPPORTED, True)
    assert act_of("is not against") == (Act.OPPOSED, True)


@pytest.mark.parametrize(
    ("cue", "source", "act"),
    [
        ("said", "The annual report of the council", Act.REPORTED),
        ("says", "A new survey by the institute", Act.REPORTED),
        ("according to", "the work report delivered at the opening", Act.REPORTED),
        ("say", "Polls", Act.REPORTED),
        ("according to", "Mina Holt, who chairs the panel", Act.SAID),
        ("said", "Bill", Act.SAID),
        ("pledges", "The work report", Act.PLEDGED),
    ],
)
def test_documents_report_and_people_say(cue: str, source: str, act: Act) -> None:
    assert act_of(cue, source=source)[0] is act


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("said", "she now supports strict liability", Act.SUPPORTED),
        (":", "I strongly oppose a ban.", Act.OPPOSED),
        ("said", "the union opposes the bill", Act.SAID),
        ("said", "they do not support the bill", Act.SAID),
        (":", "When will the vote be held?", Act.ASKED),
        ("asked", "parliament to act", Act.CALLED_FOR),
        ("asked", "whether parliament was to act", Act.ASKED),
        ("suggested", "curbing fake voices", Act.PROPOSED),
        ("suggested", "the law was weak", Act.SAID),
        ("rejected", "the charge that the bill favours big firms", Act.DENIED),
        ("dismissed", "suggestions that it was going soft", Act.DENIED),
        ("rejected", "the bill", Act.OPPOSED),
        ("told the staff", "to keep the minutes", Act.CALLED_FOR),
        ("pressed Holt on", "whether the fund would open", Act.ASKED),
        ("according to", "it would set a floor", Act.REPORTED),
        ("plans", "to submit a proposal on school meals", Act.PROPOSED),
        ("plans", "to retire in spring", Act.PLANNED),
        ("will table", "an amendment on liability", Act.PROPOSED),
        ("called", "for a moratorium", Act.CALLED_FOR),
        ("said", "it would open a second office in May", Act.ANNOUNCED),
        ("told", "Norland's data agency will audit two banks", Act.ANNOUNCED),
        ("said", "it would be costly", Act.SAID),
        ("said", "it would vote against", Act.OPPOSED),
        ("said", "it would not join", Act.SAID),
        ("predicted", "it would open a second office in May", Act.SAID),
        ("said", "prices would rise", Act.SAID),
        ("said", "I will not vote for a new levy", Act.OPPOSED),
        ("said", "My party supports a ban. It is needed.", Act.SUPPORTED),
        (":", "Thank you, Chair. We call on the banks to open their books.", Act.CALLED_FOR),
        (":", "Then I will table an amendment to the budget.", Act.PROPOSED),
        (":", "One. Two. Three. We call on the banks to act.", Act.SAID),
        ("wants", "the levy to be raised", Act.CALLED_FOR),
        ("wants", "to raise the levy", Act.WANTED),
        ("suggested", "that the levy be raised", Act.PROPOSED),
        ("suggested", "that the levy would be raised", Act.SAID),
        ("dismissed", "the draft as a wish list", Act.DENOUNCED),
        ("dismissed", "the draft", Act.OPPOSED),
        ("called", "the draft a gift to banks", Act.DENOUNCED),
        ("described", "the draft as premature", Act.OPPOSED),
        ("called", "the draft a step forward", Act.SUPPORTED),
        ("said", "talks on wages would start in May", Act.ANNOUNCED),
        ("raised concerns about", "the bill", Act.WARNED),
        ("challenged", "the banks to open their books", Act.CALLED_FOR),
        ("challenged", "the banks", Act.DENOUNCED),
        ("questioned", "the draft to be voted on", Act.ASKED),
        (":", "What will it cost?", Act.ASKED),
        (":", "We have to talk to them. Right?", Act.SAID),
    ],
)
def test_the_content_may_name_the_act(cue: str, content: str, act: Act) -> None:
    assert act_of(cue, content=content)[0] is act


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("It will open a second office", Act.SAID),
        ("She supports the levy", Act.SAID),
        ("I support the levy", Act.SUPPORTED),
        ("We will not vote for it", Act.OPPOSED),
    ],
)
def test_in_quotation_marks_only_the_first_person_acts(content: str, act: Act) -> None:
    assert act_of("said", content=content, quoted=True)[0] is act


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_any_words_have_an_act(cue: str, source: str, content: str) -> None:
    act, negated = act_of(cue, source=source, content=content)
    assert act in Act
    assert act_of(cue.upper(), source=source, content=content)[1] == negated or not cue.isascii()
