"""Page furniture: each rule marks what it is for and leaves prose that looks like it alone."""

import pytest

from loaders.page.furniture_rules import kind_of
from schema.document import BlockKind, Document
from tests.loaders.conftest import Load, content, texts

FURNITURE = [
    "Tags: AI, Europe",
    "Home>> World",
    "Home / News / AI",
    "Share   Print   Save",
    "Sign in | Subscribe | Newsletters",
    "Wednesday 12 March 2025 | Business",
    "Published: 3 May 2025, 14:00",
    "Copyright 2024 Some Wire. All rights reserved.",
    "© The Daily 2025",
    "(c) 2025 Some Press",
    "Subscribe to our newsletter: all of tech in five minutes.",
    "This article was amended on 13 March 2025 to correct a name.",
    "Press office, press@example.org, +00 555 0100",
    "Correction, July 8th: An earlier version gave the wrong year.",
    "Update, July 8th, 5:40PM ET: Added a statement.",
    "An earlier version of this article misstated a title.",
    "Thanks to editor Ann Lee, who reads us first.",
    "A message from the Norr Coalition:",
    "The views expressed here are the author's own.",
    "***",
    "(Laughter.)",
    "[Read the whole order](https://example.org/order)",
    "![A photo](https://example.org/a.jpg)",
]
CAPTIONS = [
    "A robot hands out papers on Jan. 17, 2025. (Some Agency/Luo Jin)",
    "Students at a school. (Photo by Li Han/Some Agency)",
    "The minister arrives on Thursday. (XY Photo/Jonas Rind)",
    "The quay in spring. Photo: Vidar Holm / Northern Daily",
    "Photo: Ann Lee",
    "Delegates in the hall. Photograph: C. Montand",
]
BYLINES = [
    "By Ann Lee",
    "*By Ann Lee-Smith*",
    "BY ANN LEE and BOB VAN DER BERG, Some Wire",
    "By Some writers Fan Ruo, Qiu Zhen and Li Wei (Some Agency) 08:05, January 19, 2025",
    "By Ann Lee | 18 June 2025",
    "(Some Agency) 17:32, May 27, 2025",
    "(Reporting by Ann Lee in Port City; Editing by Bob Berg)",
    "Associated reporter Ann Lee contributed from Port City.",
]
HEADINGS = ["BRIDGING THE DIVIDE", "**What we recommend**", "Introduction"]
PROSE = [
    "By 2030, the plan says, every school will teach it.",
    "By the end of the year the committee had voted.",
    "Copyright law is the hardest part, she said.",
    "(c)  coordinate regulatory efforts across the departments;",
    "Home to 400 companies, the city wants a new law.",
    "The protegÃ©s of the minister, whose name was garbled, said the law would pass.",
    "Share prices fell after the minister had spoken.",
    "More from the same survey: two in three want a law on AI, the institute said.",
    "Her views on the law are well known, and the minister shares them.",
    "The rules apply to deployers and/or developers (providers/users).",
    "Photo editing tools must carry a label, the draft says.",
    "Print media asked for a levy on training data.",
    '"Now we wait," she said.',
    "“A law without judges is a wish”",
    "MR. TARRANT: So you ask for money",
    "Q    What do you like —",
    "Ann Lee, Member of the Science Board",
    "Contact with the agency was lost, said Ann Lee.",
    "The vote is due on July 1, 2025.",
]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        *((x, BlockKind.FURNITURE) for x in FURNITURE),
        *((x, BlockKind.CAPTION) for x in CAPTIONS),
        *((x, BlockKind.BYLINE) for x in BYLINES),
        *((x, BlockKind.HEADING) for x in HEADINGS),
        *((x, BlockKind.PARAGRAPH) for x in PROSE),
    ],
)
def test_what_a_block_is(raw: str, expected: BlockKind) -> None:
    assert kind_of(raw, BlockKind.PARAGRAPH) is expected


PARAGRAPHS = [
    "Ann Lee, chair of the board, said that the law would pass before the summer recess.",
    "She called for a register of all systems that public bodies use to decide on people.",
]


def _article(load: Load, *blocks: str) -> Document:
    return load("a.txt", "\n\n".join(blocks))


def test_the_headline_is_found_and_its_repeats_are_furniture(load: Load) -> None:
    headline = 'Robots take the floor at the "two sessions"'
    document = _article(
        load, headline, "Home>>", headline, *PARAGRAPHS, "Robots take the floor", "(c) 2025 X Press"
    )
    assert document.headline == headline
    assert texts(document, BlockKind.HEADLINE) == [headline]
    assert content(document) == PARAGRAPHS


def test_related_links_end_where_prose_begins_again(load: Load) -> None:
    document = _article(
        load, PARAGRAPHS[0], "Related news", "Ports handle record cargo", PARAGRAPHS[1]
    )
    assert content(document) == PARAGRAPHS


def test_one_related_link_in_its_own_line_hides_nothing_after_it(load: Load) -> None:
    document = _article(load, PARAGRAPHS[0], "Read more: Ports handle cargo", PARAGRAPHS[1])
    assert content(document) == PARAGRAPHS


def test_a_list_of_links_opens_with_a_colon_too(load: Load) -> None:
    links = ["Ports handle record cargo, says chief", "Robots: what comes next"]
    for opening in ("Related stories:", "WHAT WE'RE READING"):
        document = _article(load, *PARAGRAPHS, opening, *links)
        assert content(document) == PARAGRAPHS


@pytest.mark.parametrize(
    "biography",
    [
        "Ann Lee is a staff writer at The Norr Review. She has said she writes a book.",
        "Ann Lee writes on technology policy. She says she is happiest at sea.",
        "Reporter Ann Lee covers the city. Contact her in the newsroom.",
    ],
)
def test_who_wrote_a_text_stands_at_its_end(load: Load, biography: str) -> None:
    assert content(_article(load, *PARAGRAPHS, biography)) == PARAGRAPHS


def test_who_signed_on_top_is_told_of_at_the_end(load: Load) -> None:
    told = "Ann covers the law from Port City. She said goodbye to a career in it."
    document = _article(load, "By Ann Lee", *PARAGRAPHS, told)
    assert content(document) == PARAGRAPHS


def test_a_sender_about_itself_needs_no_markup(load: Load) -> None:
    about = "The Norr Centre is a body that says technology must serve all."
    document = _article(load, *PARAGRAPHS, "###", "About the Norr Centre for Law", about)
    assert content(document) == PARAGRAPHS


def test_what_follows_the_copyright_line_at_the_end_is_furniture(load: Load) -> None:
    note = "This page is a sample, and all the people in it are made up by its authors."
    document = _article(load, *PARAGRAPHS, "© 2025 Some Press", note)
    assert content(document) == PARAGRAPHS


def test_a_copyright_line_on_top_hides_nothing(load: Load) -> None:
    document = _article(load, "© 2025 Some Press", *PARAGRAPHS)
    assert content(document) == PARAGRAPHS


def test_the_masthead_is_no_headline_and_names_the_outlet(load: Load) -> None:
    document = _article(
        load, "THE DAILY BOARD", "Law on AI to pass", *PARAGRAPHS, "© The Daily Board 2025."
    )
    assert (document.outlet, document.headline) == ("The Daily Board", "Law on AI to pass")


def test_a_sender_about_itself_is_furniture_until_the_next_heading(load: Load) -> None:
    document = load(
        "a.md",
        "---\ntitle: A law\noutlet: Some Firm\n---\n\n# A law\n\n"
        f"{PARAGRAPHS[0]}\n\n## About Some Firm\n\nSome Firm is great.\n\n"
        f"## About the law\n\n{PARAGRAPHS[1]}\n",
    )
    assert content(document) == PARAGRAPHS
