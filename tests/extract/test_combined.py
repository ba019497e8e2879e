"""What the rules mend of the model's attributions, on spans written by hand."""

from kg.extract.combined import completed, continued, divided, missed
from schema.attribution import Attribution, Mode
from schema.span import Span

TEXT = "Roe said the plan works. Holt expects a vote. Critics denounced the bill."


def one(source: str, cue: str, *content: str) -> Attribution:
    def span(words: str) -> Span:
        start = TEXT.index(words)
        return Span(start, start + len(words))

    return Attribution(
        source=(span(source),) if source else (),
        cue=(span(cue),),
        content=tuple(span(c) for c in content),
        mode=Mode.INDIRECT,
    )


SAID = one("Roe", "said", "the plan works")
EXPECTS = one("Holt", "expects", "a vote")
DENOUNCED = one("Critics", "denounced", "the bill")


def test_a_part_with_a_cue_of_its_own_is_taken_out() -> None:
    both = one("Roe", "said", "the plan works", "a vote")
    assert divided(both, [SAID, EXPECTS, DENOUNCED]) == SAID


def test_what_is_attributed_within_a_content_stays_in_it() -> None:
    wide = one("Roe", "said", "the plan works", "Holt expects a vote")
    assert divided(wide, [EXPECTS]) == wide


def test_a_content_is_never_taken_as_a_whole() -> None:
    taken = one("Roe", "said", "a vote")
    assert divided(taken, [EXPECTS]) == taken


def test_rules_without_a_source_divide_nothing() -> None:
    both = one("Roe", "said", "the plan works", "a vote")
    assert divided(both, [one("", "expects", "a vote")]) == both


def test_a_missing_source_comes_from_the_same_cue() -> None:
    assert completed(one("", "denounced", "the bill"), [SAID, DENOUNCED]) == DENOUNCED


def test_a_known_source_stays() -> None:
    known = one("Holt", "denounced", "the bill")
    assert completed(known, [DENOUNCED]) == known


def test_a_source_is_no_part_of_the_content() -> None:
    assert completed(one("", "denounced", "Critics", "the bill"), [DENOUNCED]) == DENOUNCED


def test_a_content_that_would_be_all_source_is_left_alone() -> None:
    strange = one("", "denounced", "Critics")
    assert completed(strange, [DENOUNCED]) == strange


def test_only_what_touches_nothing_was_missed() -> None:
    touched = one("", "denounced", "a vote")
    assert list(missed([touched], [SAID, EXPECTS, DENOUNCED, one("", "said", "works")])) == [SAID]


QUOTED = "“It works,” Roe said. “It will last.” “Not for us,” said Holt."
MASK = [0] * len(QUOTED)
for _at, _char in enumerate(QUOTED):
    MASK[_at] = int(QUOTED[:_at].count("“") > QUOTED[:_at].count("”") and _char != "”")


def quoting(source: str, cue: str, *content: str) -> Attribution:
    def span(words: str) -> Span:
        return Span(QUOTED.index(words), QUOTED.index(words) + len(words))

    return Attribution(
        source=(span(source),),
        cue=(span(cue),),
        content=tuple(map(span, content)),
        mode=Mode.DIRECT,
    )


def test_a_quotation_that_nobody_has_goes_on_with_the_one_before() -> None:
    whole = quoting("Roe", "said", "It works", "It will last.")
    assert list(continued([quoting("Roe", "said", "It works")], [whole], QUOTED, MASK)) == [whole]


def test_a_quotation_that_somebody_has_stays_with_him() -> None:
    found = [quoting("Roe", "said", "It works"), quoting("Holt", "said Holt", "It will last.")]
    assert (
        list(continued(found, [quoting("Roe", "said", "It works", "It will last.")], QUOTED, MASK))
        == found
    )
