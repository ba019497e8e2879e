"""The page of the named questions, `docs/questions.md`, written from `questions.yaml`.

Goes out: Markdown. Called by `python -m kg.query.page > docs/questions.md`; a test compares
the two.
"""

import sys
from collections.abc import Iterator

from kg.query.parameter import Parameter
from kg.query.question import Question, questions

LISTS = 20  # numbers above it are the lists that the service pages through
_HEAD = """\
# The named questions

<!-- Written from questions.yaml: `python -m kg.query.page > docs/questions.md` -->

Each question exists three times side by side in `kg/query/questions`: in SQL for the embedded
store, in Cypher for Neo4j, in SPARQL for the replica. Same parameters, same columns, same rows in
the same order: a test asks all three and compares.

```
policykg ask                                     # the list
policykg ask open_conflicts topic=ai-regulation  # one of them
policykg ask known_on as_of=2025-03-08 --format json
```

Dates are ISO days; an instant given as a day means the end of that day in UTC. An actor may be
given by full name, whatever its case and accents, or by URI; a topic by notation or URI. `as_of`
gives the answer as the graph knew it then. What is not known is an empty cell, never a missing row.

In the SQL texts a parameter is `:name`, in Cypher `$name`. In the SPARQL texts it is `?given_name`,
bound by a VALUES row in place of each line `# {{parameters}}`; one that is not given is UNDEF.
"""


def page() -> str:
    """The whole page."""
    lines = [_HEAD]
    for question in (q for q in questions() if q.number <= LISTS):
        lines.append(f"## {question.number}. {question.title}\n")
        lines.extend(_body(question))
    lines.append("## The lists of the service\n")
    for question in (q for q in questions() if q.number > LISTS):
        lines.append(f"### {question.title}\n")
        lines.extend(_body(question))
    return "\n".join(lines).rstrip() + "\n"


def _body(question: Question) -> Iterator[str]:
    yield f"`{question.name}`. {question.description}\n"
    if question.parameters:
        yield "| parameter | type | |\n|---|---|---|"
        yield "\n".join(_row(p) for p in question.parameters) + "\n"
    yield "Columns: " + ", ".join(f"`{name}`" for name in question.columns) + ".\n"


def _row(parameter: Parameter) -> str:
    note = " Required." if parameter.required else ""
    default = "" if parameter.default is None else f" Default: {parameter.default}."
    return (
        f"| `{parameter.name}` | {parameter.type.value} | {parameter.description}{note}{default} |"
    )


if __name__ == "__main__":
    sys.stdout.write(page())
