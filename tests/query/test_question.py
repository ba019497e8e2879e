"""A question's parameters and texts, without a database."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.query.question import LANGUAGES, MARKER, Question, load_question, questions
from schema import ids
from schema.errors import QuestionError

NAMES = [q.name for q in questions()]


def filled(question: Question, text: str = "x:y") -> dict[str, object]:
    """A value for every parameter."""
    values = {"number": 0.5, "date": date(2025, 1, 1), "datetime": datetime(2025, 1, 1, tzinfo=UTC)}
    return {p.name: values.get(p.type.value, text) for p in question.parameters}


def test_the_ten_are_there() -> None:
    assert [q.number for q in questions() if q.number <= 20] == list(range(1, 11))
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_texts_use_every_parameter_and_no_other(name: str) -> None:
    question = load_question(name)
    known = {p.name for p in question.parameters}
    used = {
        "cypher": set(re.findall(r"\$(\w+)", question.text("cypher"))),
        "sql": set(re.findall(r"(?<!:):(\w+)", question.text("sql"))),
        "rq": set(re.findall(r"\?given_(\w+)", question.text("rq"))),
    }
    assert used == dict.fromkeys(LANGUAGES, known)


@pytest.mark.parametrize("name", NAMES)
def test_sparql_gives_the_columns(name: str) -> None:
    question = load_question(name)
    text = question.sparql(filled(question))
    found = pyoxigraph.Store().query(text)
    assert MARKER not in text
    assert isinstance(found, pyoxigraph.QuerySolutions)
    assert {v.value for v in found.variables} == set(question.columns)


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_is_one_sparql_term(text: str) -> None:
    question = load_question("who_said_what")
    given_topic = f"x{text}"
    query = question.sparql({"topic": given_topic})
    row = query[query.index("VALUES") : query.index("\n", query.index("VALUES"))]
    found = pyoxigraph.Store().query(f"SELECT ?given_topic WHERE {{ {row} }}")
    assert isinstance(found, pyoxigraph.QuerySolutions)
    assert [s["given_topic"].value for s in found] == [given_topic.strip()]


@pytest.mark.parametrize(
    ("given_moment", "bound"),
    [
        ("2025-03-01", "2025-03-01T23:59:59.999999Z"),
        (date(2025, 3, 1), "2025-03-01T23:59:59.999999Z"),
        ("2025-03-01T10:00", "2025-03-01T10:00:00.000000Z"),
        ("2025-03-01T10:00:00+02:00", "2025-03-01T08:00:00.000000Z"),
        (
            datetime(2025, 3, 1, 10, tzinfo=timezone(timedelta(hours=-1))),
            "2025-03-01T11:00:00.000000Z",
        ),
    ],
)
def test_instants(given_moment: object, bound: str) -> None:
    assert load_question("known_on").bind({"as_of": given_moment})["as_of"] == bound


def test_what_is_not_given_is_none_or_the_default() -> None:
    bound = load_question("to_review").bind({"topic": None, "from": None})
    assert bound == {"below": 0.7, "topic": None, "actor": None, "from": None, "to": None}


@given(name=st.text(alphabet="abcdé ñŁ", min_size=1).filter(lambda s: ids.slug(s) != ""))
def test_the_key_of_an_actor_ends_the_uri_of_each_kind(name: str) -> None:
    key = str(load_question("who_said_what").bind({"actor": name})["actor"])
    makers = (ids.person_uri, ids.organization_uri, ids.group_uri, ids.cited_document_uri)
    stripped = re.sub(r"^(the|this|an?)\s+", "", name.strip(), flags=re.I)
    expected = [make(name).endswith(key) for make in makers]
    assert all(expected[:3])
    assert expected[3] == (stripped == name.strip())


@pytest.mark.parametrize(
    ("name", "parameters", "complaint"),
    [
        ("known_on", {}, "'as_of' is missing"),
        ("known_on", {"as_of": "tomorrow"}, "'as_of'"),
        ("who_said_what", {"from": "2025-13-01"}, "'from'"),
        ("who_said_what", {"min_confidence": "much"}, "'min_confidence'"),
        ("who_said_what", {"min_confidence": float("nan")}, "'min_confidence'"),
        ("who_said_what", {"topic": 3}, "'topic'"),
        ("who_said_what", {"color": "red"}, "unknown parameter 'color'"),
        ("no_such_question", {}, "no question is named"),
    ],
)
def test_errors_name_what_is_wrong(
    name: str, parameters: dict[str, object], complaint: str
) -> None:
    with pytest.raises(QuestionError, match=complaint):
        load_question(name).bind(parameters)


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(QuestionError, match="gremlin"):
        load_question("who_said_what").text("gremlin")
