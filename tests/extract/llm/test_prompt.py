"""The question as it goes over the wire is the golden one: a change of it is made on purpose.

`python -m tests.extract.llm.test_prompt` rewrites the golden file.
"""

import json
from pathlib import Path
from typing import Any

from kg.extract.llm.prompt import request
from kg.extract.llm.windows import CHARACTERS, windows
from kg.read.reading import read
from tests.extract.written import written

GOLDEN = Path(__file__).parent / "golden" / "request.json"


def question() -> dict[str, Any]:
    """The second question about an invented article, so that both parts of a text stand in it."""
    document = written(
        "Ada Roe, head of the Fjord Council, spoke. " + "And so on. " * (CHARACTERS // 11),
        "“It’s too late,” she said.",
        "The *Fjord\nAct* was\u00a0“dead”.",
    )
    last = list(windows(read(document)))[-1]
    return request("reader-1", last, seed=0)


def test_the_request_is_the_golden_one() -> None:
    assert question() == json.loads(GOLDEN.read_text("utf-8"))


def test_the_schema_is_as_strict_structured_output_demands() -> None:
    """Every object closed, every property required."""
    schema = question()["response_format"]["json_schema"]["schema"]
    objects = [schema, *schema["$defs"].values()]
    assert len(objects) == 2
    for one in objects:
        assert one["additionalProperties"] is False
        assert sorted(one["required"]) == sorted(one["properties"])


if __name__ == "__main__":
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_text(json.dumps(question(), indent=1, ensure_ascii=False) + "\n", "utf-8")
