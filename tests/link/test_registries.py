"""The registry of office-holders: by title, surname and day, and never against the document."""

from datetime import date
from pathlib import Path

import pytest

from kg.link.cast.registries import Registry, load_registry
from kg.link.linker import DocumentLinker
from kg.read.reading import read
from schema.attribution import Extraction
from schema.document import DocumentKind
from schema.linked import Linked
from tests.extract.written import mentions_in, written
from tests.link.said import attributions

ROWS = """name,surnames,titles,places,from,to
Ada Norr,Norr,President,Velmark;Velmarker,2020-01-01,2024-01-01
Bo Norr,Norr,President,Kestria,2020-01-01,
Robert Hale,Hale,President;Prime Minister,Velmark,2024-01-01,
Maria Hale,Hale,First Lady,Velmark,2024-01-01,
"""


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    """A registry of invented office-holders behind the shipped one."""
    file = tmp_path / "own.csv"
    file.write_text(ROWS, encoding="utf-8")
    return load_registry(file)


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("President Norr of Velmark", date(2022, 1, 1), {"Norr": "Ada Norr"}),
        ("President Norr of Velmark", date(2026, 1, 1), {"Norr": "Ada Norr"}),  # the former one
        ("President Norr of Velmark", date(2019, 12, 31), {}),
        ("President Norr of Velmark", None, {"Norr": "Ada Norr"}),
        ("President Norr of Velmark and Kestria", date(2022, 1, 1), {}),  # which of the two?
        ("President Norr of a college", date(2022, 1, 1), {}),
        ("President Norrsen of Velmark", date(2022, 1, 1), {}),
        ("Vice President Hale of Velmark", date(2025, 1, 1), {}),
        ("President Hale and First Lady Hale of Velmark", date(2025, 1, 1), {}),
    ],
)
def test_who_is_meant(
    registry: Registry, text: str, day: date | None, expected: dict[str, str]
) -> None:
    assert {t.surname: t.full for t in registry.named_in(text, day)} == expected


def _linked(registry: Registry, text: str, *sources: str, headline: str | None = None) -> Linked:
    document = written(*text.split("\n"), kind=DocumentKind.TRANSCRIPT).model_copy(
        update={"headline": headline, "published": date(2025, 3, 1)}
    )
    mentions = mentions_in(document)
    given = attributions(document.text, sources)
    return DocumentLinker(registry)(
        read(document), Extraction(tool="t", attributions=given, mentions=mentions)
    )


def _names(found: Linked) -> list[str | None]:
    return [a.speaker.name if a.speaker else None for a in found.attributions]


def test_a_title_and_surname_is_a_person_with_less_confidence(registry: Registry) -> None:
    text = "President Hale of Velmark said no. Hale said more. He left."
    sure = _linked(registry, text.replace("Hale of", "Robert Hale of"), "President Robert Hale")
    found = _linked(registry, text, "President Hale", "Hale", "He")
    assert _names(found) == ["Robert Hale"] * 3
    assert found.attributions[0].speaker_confidence < sure.attributions[0].speaker_confidence
    assert _names(_linked(Registry(), text, "President Hale", "Hale", "He")) == [None] * 3


def test_the_headline_names_the_president_of_a_transcript(registry: Registry) -> None:
    found = _linked(
        registry,
        "THE PRESIDENT: Good morning to Velmark.",
        "THE PRESIDENT",
        headline="Remarks by President Hale After Touring Velmark",
    )
    assert _names(found) == ["Robert Hale"]


def test_the_document_comes_first(registry: Registry) -> None:
    text = "George Hale of Velmark came. President Hale said no."
    assert _names(_linked(registry, text, "President Hale")) == ["George Hale"]


def test_the_spouse_is_not_the_president(registry: Registry) -> None:
    text = "Maria Hale came to Velmark. President Hale said no."
    assert _names(_linked(registry, text, "President Hale")) == ["Robert Hale"]


def test_nobody_of_the_registry_is_an_actor_unless_named(registry: Registry) -> None:
    assert _linked(registry, "It rained in Velmark.").actors == ()


@pytest.mark.parametrize(
    "row", ["", "Ada Norr,Norr,President,Velmark,soon,", ",Norr,President,Velmark,2020-01-01,"]
)
def test_a_row_that_is_none_names_its_file(tmp_path: Path, row: str) -> None:
    file = tmp_path / "own.csv"
    file.write_text(f"{ROWS}{row}\n" if row else "name\nAda Norr\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"own\.csv"):
        load_registry(file)


def test_the_shipped_rows_are_in_order() -> None:
    holders = load_registry().holders
    assert len(holders) > 100
    assert [h for h in holders if h.end is not None and h.end <= h.start] == []
    assert [h for h in holders if not h.places or not h.name.strip()] == []


@pytest.mark.parametrize(
    ("headline", "label"),
    [
        ("Remarks by President Hale of Velmark", "THE PRESIDENT"),
        ("Remarks by President Hale of Velmark", "PRESIDENT HALE"),
    ],
)
def test_a_label_means_whom_its_title_means(registry: Registry, headline: str, label: str) -> None:
    text = f"Ada Norr came.\n\n\u00a0 \u00a0{label}: My daughter Maria Hale is here."
    document = written(text, kind=DocumentKind.TRANSCRIPT)
    document = document.model_copy(update={"headline": headline, "published": date(2025, 1, 1)})
    extraction = Extraction(
        tool="given",
        attributions=attributions(text, (label,)),
        mentions=mentions_in(document),
    )
    [found] = DocumentLinker(registry)(read(document), extraction).attributions
    assert found.speaker is not None
    assert found.speaker.name == "Robert Hale"
