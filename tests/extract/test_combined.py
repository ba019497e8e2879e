"""What the rules mend of the model's attributions, on spans written by hand."""

from kg.extract.combined import (
    Nearby,
    completed,
    continued,
    divided,
    missed,
    runs_on,
    without_next,
    without_quotations,
)
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
    assert list(continued([quoting("Roe", "said", "It works")], Nearby([whole]), QUOTED, MASK)) == [
        whole
    ]


def test_a_quotation_that_somebody_has_stays_with_him() -> None:
    found = [quoting("Roe", "said", "It works"), quoting("Holt", "said Holt", "It will last.")]
    assert (
        list(
            continued(
                found, Nearby([quoting("Roe", "said", "It works", "It will last.")]), QUOTED, MASK
            )
        )
        == found
    )


def placed(
    text: str, source: str, cue: str, *content: str, mode: Mode = Mode.DIRECT
) -> Attribution:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Attribution(
        source=(span(source),), cue=(span(cue),), content=tuple(map(span, content)), mode=mode
    )


def test_a_quotation_inside_a_content_goes_to_who_says_it() -> None:
    text = "The paper spoke of the price: “It is high,” Roe wrote."
    wide = placed(text, "The paper", "spoke of", "the price: “It is high", mode=Mode.MIXED)
    quoted = placed(text, "Roe", "wrote", "It is high")
    (left,) = without_quotations(wide, [quoted]).content
    assert left.of(text) == "the price: “"


def test_a_quotation_with_its_cue_inside_the_content_stays() -> None:
    text = "The paper said that Roe wrote “It is high” again."
    wide = placed(text, "The paper", "said", "Roe wrote “It is high” again", mode=Mode.MIXED)
    assert without_quotations(wide, [placed(text, "Roe", "wrote", "It is high")]) == wide


def test_a_name_that_closes_a_quotation_has_not_said_the_next() -> None:
    text = "“It works.” ― Ada Roe “It fails.” ― Sol Holt"
    both = placed(text, "Ada Roe", "―", "It works.", "It fails.")
    assert without_next(both, text) == placed(text, "Ada Roe", "―", "It works.")


def test_a_dash_before_what_is_said_keeps_it() -> None:
    text = "Ada Roe ― “It works.”"
    said = placed(text, "Ada Roe", "―", "It works.")
    assert without_next(said, text) == said


def test_a_clause_about_the_source_is_not_the_report() -> None:
    text = "The plan, which charts a course, pledges help."
    ruled = placed(text, "The plan, which charts a course", "pledges", "help")
    assert runs_on(placed(text, "which", "charts", "a course, pledges help"), [ruled])
    assert not runs_on(placed(text, "The plan", "pledges", "help"), [ruled])
