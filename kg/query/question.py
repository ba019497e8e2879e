"""The named questions: each once in Cypher, SQL and SPARQL, with the same parameters and columns.

Comes in: a name and parameters. Goes out: the text in a language, the bound parameters, rows in one
spelling. Called by the stores, the replica, the command line and the service. The texts and
`questions.yaml` lie in the folder `questions`.

A .rq text stands in the order in which it shall be answered: Oxigraph 0.5 begins with the pattern
that it takes for the smallest, follows plain patterns from there, and joins whatever comes after an
OPTIONAL or a BIND in full. So first a sub-select of what is asked for, then plain patterns, then
OPTIONAL, BIND at last; and a topic is a MINUS in the sub-select, which would seem large otherwise.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import Field
from pyoxigraph import Literal, NamedNode

from kg.protocols import Row
from kg.query import rows
from kg.query.parameter import Parameter, ParameterType, Plain
from kg.query.rows import ColumnType
from schema.base import Frozen
from schema.errors import QuestionError
from schema.terms import Datatype, expand

LANGUAGES = ("cypher", "sql", "rq")
MARKER = "# {{parameters}}"  # the line of a .rq file that the row of parameters takes the place of
_FOLDER = files("kg.query") / "questions"
_DATATYPES = {
    ParameterType.DATE: Datatype.DATE,
    ParameterType.DATETIME: Datatype.DATETIME,
    ParameterType.NUMBER: Datatype.DOUBLE,
}


class Question(Frozen):
    """A named question. `number` is 1 to 10 for the ten, 21 and more for the lists of the service.

    `columns` say what each row holds.
    """

    number: int
    name: str = Field(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: dict[str, ColumnType]

    def text(self, language: str) -> str:
        """The query in "cypher", "sql" or "rq". Raises QuestionError for another language."""
        if language not in LANGUAGES:
            raise QuestionError(f"{self.name}: no text in {language!r}, only in {LANGUAGES}")
        return _text(self.number, self.name, language)

    def bind(self, parameters: Mapping[str, Any]) -> dict[str, Plain]:
        """All parameters by name; what is not given has its default or None.

        Raises QuestionError, naming the parameter that is unknown, missing or malformed.
        """
        unknown = sorted(set(parameters) - {p.name for p in self.parameters})
        if unknown:
            known = ", ".join(p.name for p in self.parameters)
            raise QuestionError(f"{self.name}: unknown parameter {unknown[0]!r}; it has: {known}")
        return {p.name: self._bound(p, parameters.get(p.name)) for p in self.parameters}

    def _bound(self, parameter: Parameter, value: Any) -> Plain:
        given = parameter.default if value is None else value
        if given is None:
            if parameter.required:
                raise QuestionError(f"{self.name}: parameter {parameter.name!r} is missing")
            return None
        try:
            return parameter.read(given)
        except (ValueError, TypeError) as error:
            raise QuestionError(f"{self.name}: parameter {parameter.name!r}: {error}") from error

    def sparql(self, parameters: Mapping[str, Any]) -> str:
        """The SPARQL text with the parameters in it, as a VALUES row of ?given_NAME variables.

        A parameter that is not given is UNDEF. Raises QuestionError like `bind`.
        """
        bound = self.bind(parameters)
        names = " ".join(f"?given_{p.name}" for p in self.parameters)
        terms = " ".join(_term(p.type, bound[p.name]) for p in self.parameters)
        return self.text("rq").replace(MARKER, f"VALUES ({names}) {{ ({terms}) }}")

    def row(self, values: Mapping[str, Any]) -> Row:
        """A row of a driver or of pyoxigraph in the one spelling of all three languages."""
        return rows.normalise(self.columns, values)


def _term(kind: ParameterType, value: Plain) -> str:
    if value is None:
        return "UNDEF"
    if kind in _DATATYPES:
        return str(Literal(str(value), datatype=NamedNode(expand(_DATATYPES[kind].value))))
    return str(Literal(str(value)))


@cache
def _text(number: int, name: str, language: str) -> str:
    return (_FOLDER / f"q{number:02}_{name}.{language}").read_text("utf-8")


@cache
def questions() -> tuple[Question, ...]:
    """All named questions in the order of their numbers."""
    import yaml  # here: commands that ask nothing need no YAML

    record = yaml.safe_load((_FOLDER / "questions.yaml").read_text("utf-8"))
    shared = record["parameters"]
    return tuple(
        Question(**{**q, "parameters": [_parameter(shared, p) for p in q["parameters"]]})
        for q in record["questions"]
    )


def _parameter(shared: Mapping[str, Any], given: "str | dict[str, Any]") -> Parameter:
    """A parameter that several questions share, by name; or one with what is its own."""
    own = {"name": given} if isinstance(given, str) else given
    return Parameter(**{**shared.get(own["name"], {}), **own})


def load_question(name: str) -> Question:
    """The question of that name. Raises QuestionError, listing the names there are."""
    found = {q.name: q for q in questions()}
    if name not in found:
        raise QuestionError(f"no question is named {name!r}; there are: {', '.join(found)}")
    return found[name]
