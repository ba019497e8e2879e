"""Bodies and papers by names that no recogniser found, and groups of bodies."""

import pytest

from tests.extract.written import written
from tests.link.said import speakers


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The Norrlander government", "Norrlander government"),
        ("The Velmark newspaper Solbladet", "Solbladet"),
        ("Norr Rising, a political action committee,", "Norr Rising"),
        ("The Solbladet", "Solbladet"),
        ("The Norrlanders", "Norrlanders"),
        ("Norrland’s foreign ministry", "Norrland’s foreign ministry"),
        ("Prelak, a Norrland furniture manufacturer,", "Prelak"),
        ("NorrData", "NorrData"),
        ("DeepNorr", "DeepNorr"),
        ("The Order", None),
        ("The Mayor", None),
        ("families, supporters and officials", "families, supporters and officials"),
        ("elected officials", "elected officials"),
        ("voters polled in May", "voters"),
        ("Republicans outside of Norrby", "Republicans"),
        ("numerous farmers", "farmers"),
        ("a slew of farmers", "farmers"),
        ("others in the Norr community", "others in the Norr community"),
        ("a mother's", None),
    ],
)
def test_names_and_groups(source: str, expected: str | None) -> None:
    assert speakers(written("It rained.", f"On Monday {source} said no."), source) == [expected]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("A New York Sun poll shows it.", "A New York Sun poll", "New York Sun poll"),
        ("A Norr/Sol poll last week shows it.", "A Norr/Sol poll last week", "Norr/Sol poll"),
        ("Recent polling shows it.", "Recent polling", "Recent polling"),
        ("Key figures said no.", "Key figures", "Key figures"),
    ],
)  # fmt: skip
def test_papers(text: str, source: str, expected: str | None) -> None:
    assert speakers(written(*text.split("\n")), source) == [expected]


def test_his_campaign_is_nobody_elses() -> None:
    document = written("Robert Hale met the Stone campaign.", "Hale said that his campaign won.")
    assert speakers(document, "Hale", "his campaign")[-1] is None
