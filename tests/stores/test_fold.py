"""The fold depends neither on the order of claims nor on how often one is given."""

from hypothesis import given
from hypothesis import strategies as st

from kg.stores.claims import Claim
from kg.stores.delta import diff
from kg.stores.fold import fold, visible

URI = "https://x.example/tenure"
DAYS = ("2025-01-01", "2025-01-02", "2025-01-03")


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    label = draw(st.sampled_from(("Tenure", "Person", "Group")))
    properties: dict[str, object] = {}
    if label == "Tenure":
        properties["title"] = draw(st.sampled_from(("minister", "Minister")))
        for name in draw(st.sets(st.sampled_from(("observedFrom", "observedTo", "from")))):
            properties[name] = draw(st.sampled_from(DAYS))
        labels: tuple[str, ...] = ("Tenure",)
    else:
        properties["name"] = draw(st.sampled_from(("Ana Novak", "ANA NOVAK")))
        names = draw(st.sets(st.sampled_from(("A. Novak", "Novak", "Ana"))))
        properties |= {"altNames": sorted(names)} if names else {}
        labels = ("Actor", label)
    edges = draw(st.sets(st.sampled_from((("HOLDS", "p"), ("IN_ORG", "o"), ("PART_OF", "q")))))
    rank = draw(st.sampled_from((*DAYS, "archived 2025-01-01")))
    return Claim(URI, labels, properties, tuple(sorted(edges)), rank)


@given(st.lists(claims(), max_size=6), st.randoms())
def test_neither_order_nor_repetition_matters(some: list[Claim], random) -> None:
    again = some + [random.choice(some) for _ in range(3)] if some else []
    random.shuffle(again)
    assert fold(again) == fold(some)


@given(st.lists(claims(), min_size=1, max_size=6))
def test_the_visible_parts_make_up_the_node(some: list[Claim]) -> None:
    node = fold(some)
    assert node is not None
    parts = [v for c in some if (v := visible(c, node))]
    assert {x for p in parts for x in p.labels} == set(node.labels)
    names = {k for p in parts for k in p.properties}
    assert names == set(node.properties)
    for name in names:
        values = [p.properties[name] for p in parts if name in p.properties]
        if isinstance(node.properties[name], list):
            assert sorted({x for v in values for x in v}) == node.properties[name]
        else:
            assert {str(v) for v in values} == {node.properties[name]}


@given(st.lists(claims(), max_size=5), st.lists(claims(), max_size=5))
def test_a_difference_leads_from_one_state_to_the_other(old: list[Claim], new: list[Claim]) -> None:
    delta = diff({URI: old} if old else {}, {URI: new} if new else {})
    before, after = fold(old), fold(new)
    triples = (set(before.triples) if before else set()) - set(delta.dropped)
    assert triples | set(delta.added) == (set(after.triples) if after else set())
    assert [n for _, n in delta.written] == (
        [after] if _parts(before) != _parts(after) and after else []
    )
    assert bool(delta.deleted) == (before is not None and after is None)


def _parts(node):
    return node and (node.labels, node.properties)


def _tenure(rank: str, **properties: object) -> Claim:
    return Claim(URI, ("Tenure",), properties, (), rank)


def test_each_property_folds_its_own_way() -> None:
    node = fold(
        [
            _tenure(
                "2025-02-01 b", title="late", observedFrom="2025-02-01", observedTo="2025-02-01"
            ),
            _tenure(
                "2025-01-01 a", title="early", observedFrom="2025-01-01", observedTo="2025-01-01"
            ),
        ]
    )
    assert node is not None
    assert node.properties == {
        "title": "early",
        "observedFrom": "2025-01-01",
        "observedTo": "2025-02-01",
    }


def test_history_speaks_only_where_nothing_live_does() -> None:
    old = Claim(URI, ("Actor", "Person"), {"name": "Old", "altNames": ["O."]}, (), "archived 1")
    new = Claim(URI, ("Actor", "Person"), {"name": "New"}, (), "2025-01-01 a")
    both, alone = fold([old, new]), fold([old])
    assert both is not None
    assert alone is not None
    assert both.properties == {"name": "New"}
    assert alone.properties == {"name": "Old", "altNames": ["O."]}


def test_only_contents_that_look_different_are_restated() -> None:
    first = _tenure("2025-02-01 b", title="late")
    same = _tenure("2025-01-01 a", title="late")
    other = _tenure("2025-01-01 a", title="early")
    assert diff({URI: [first]}, {URI: [first, same]}).restated == set()
    assert diff({URI: [first]}, {URI: [first, other]}).restated == {first.key}
