"""What a text says about itself: authors, agency, dateline, outlet, day and kind."""

from datetime import date

import pytest

from loaders.page.bylines import Byline, read
from schema.document import BlockKind, DateSource, DocumentKind
from tests.loaders.conftest import Load, texts

BODY = "The law will pass before the summer, Ann Lee said, and it will be enforced at once."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("By Ann Lee", Byline(authors=("Ann Lee",))),
        (
            "By Xyz writers Fan Ruo, Qiu Zhen and Li Wei (Xyz) 09:34, March 09, 2025",
            Byline(("Fan Ruo", "Qiu Zhen", "Li Wei"), "Xyz", None, date(2025, 3, 9)),
        ),
        (
            "By ANN LEE and BOB BERG, Some Wire",
            Byline(authors=("ANN LEE", "BOB BERG"), affiliation="Some Wire"),
        ),
        ("By Ann Lee, Geneva", Byline(authors=("Ann Lee",), affiliation="Geneva")),
        (
            "By Ann Lee and Bob Berg, Geneva. Published 11 September 2025",
            Byline(("Ann Lee", "Bob Berg"), None, "Geneva", date(2025, 9, 11)),
        ),
        ("By Ann Lee | 18 June 2025", Byline(authors=("Ann Lee",), day=date(2025, 6, 18))),
        ("(Xyz) 17:32, May 27, 2025", Byline(agency="Xyz", day=date(2025, 5, 27))),
    ],
)
def test_bylines(words: str, expected: Byline) -> None:
    assert read(words) == expected


@pytest.mark.parametrize(
    ("dateline", "text", "agency"),
    [
        ("BEIJING, March 8 (Xyz) --", "BEIJING, March 8", "Xyz"),
        ("SOLHAVN, Velmark (CW) —", "SOLHAVN, Velmark", "CW"),
        ("MERROW FALLS, Kestria, Aug. 21 -", "MERROW FALLS, Kestria, Aug. 21", None),
        ("**Eastport / Solhavn, 11 March 2025** —", "Eastport / Solhavn, 11 March 2025", None),
        ("**WASHINGTON, D.C. –**", "WASHINGTON, D.C.", None),
        ("Nairobi (Xyz) --", "Nairobi", "Xyz"),
    ],
)
def test_datelines_are_blocks_of_their_own(
    load: Load, dateline: str, text: str, agency: str | None
) -> None:
    document = load("a.txt", f"{dateline} {BODY}")
    assert (document.dateline, document.agency) == (text, agency)
    assert texts(document, BlockKind.DATELINE) == [dateline]
    assert texts(document, BlockKind.PARAGRAPH) == [BODY]


@pytest.mark.parametrize(
    "prose",
    [
        "NATO — the alliance of 32 states — wants rules for AI in war.",
        "Ann Lee - a member of the board - said that the law would pass.",
        "Well-known firms asked for a delay, and got one.",
    ],
)
def test_prose_with_dashes_has_no_dateline(load: Load, prose: str) -> None:
    assert load("a.txt", prose).dateline is None


@pytest.mark.parametrize(
    ("name", "head", "day", "source"),
    [
        ("a.txt", "By Ann Lee 09:34, March 09, 2025", date(2025, 3, 9), DateSource.BYLINE),
        ("a.txt", "Mar 10, 2025 12:27:54 PM", date(2025, 3, 10), DateSource.PAGE),
        ("2025-03-11-law.txt", "Law on AI", date(2025, 3, 11), DateSource.FILENAME),
        ("a.txt", "Law on AI", None, DateSource.UNKNOWN),
    ],
)
def test_the_day_and_where_it_came_from(
    load: Load, name: str, head: str, day: date | None, source: DateSource
) -> None:
    document = load(name, f"Law on AI to pass\n\n{head}\n\n{BODY}")
    assert (document.published, document.published_source) == (day, source)


def test_a_dateline_takes_its_year_from_the_copyright_line(load: Load) -> None:
    document = load("a.txt", f"PORT CITY, Feb 20 (Xyz) - {BODY}\n\n{BODY}\n\n(c) 2025 Xyz Press")
    assert document.published == date(2025, 2, 20)
    assert document.published_source is DateSource.DATELINE


def test_an_agency_is_also_the_outlet_when_no_carrier_is_known(load: Load) -> None:
    document = load("a.txt", f"Law on AI to pass\n\nPORT CITY, May 1 (Xyz) -- {BODY}")
    assert (document.agency, document.outlet) == ("Xyz", "Xyz")


def test_an_abbreviated_agency_takes_the_name_of_the_byline(load: Load) -> None:
    document = load("a.txt", f"By ANN LEE and BOB BERG, Some Wire\n\nPORT CITY (SW) — {BODY}")
    assert document.agency == "Some Wire"


@pytest.mark.parametrize(
    ("front_matter", "kind"),
    [
        ("type: report", DocumentKind.REPORT),
        ("tags: presidential-actions", DocumentKind.LEGISLATION),
        ("tags: [technology, executive orders]", DocumentKind.LEGISLATION),
        ("kind: proposal", DocumentKind.PROPOSAL),
        ("tags: press-briefings", DocumentKind.TRANSCRIPT),
        ("type: press release", DocumentKind.NEWS_ARTICLE),
        ("outlet: Some Daily", DocumentKind.NEWS_ARTICLE),
        ("url: https://www.example.org/a", DocumentKind.DOCUMENT),
        ("title: A law", DocumentKind.DOCUMENT),
    ],
)
def test_the_kind_of_a_document(load: Load, front_matter: str, kind: DocumentKind) -> None:
    assert load("a.md", f"---\n{front_matter}\n---\n{BODY}").kind is kind


def test_turns_of_speakers_make_a_transcript(load: Load) -> None:
    turns = ["MS. LEE: Good day.", "Q    Will it pass?", "MS. LEE: It will.", "Q    When?"]
    assert load("a.txt", "\n\n".join(turns)).kind is DocumentKind.TRANSCRIPT


def test_labels_that_never_return_are_no_turns(load: Load) -> None:
    points = ["JOBS: More of them.", "TAXES: Fewer.", "SCHOOLS: Better.", "ENERGY: Clean."]
    assert load("a.txt", "\n\n".join(points)).kind is DocumentKind.DOCUMENT


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.whitehouse.gov/articles/x", "whitehouse.gov"),
        ("https://press.some.example/x", "press.some.example"),
    ],
)
def test_the_host_stands_in_for_an_unknown_outlet(load: Load, url: str, outlet: str) -> None:
    assert load("a.md", f"---\nurl: {url}\n---\n{BODY}").outlet == outlet
