"""Offices as Tenure nodes, with the passage that says so."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.build.actors import add_actor
from kg.build.batch import Batch
from kg.build.passages import add_span
from schema import ids
from schema.document import Document
from schema.entity import Tenure, TenureStatus

_IN_FORCE = frozenset({TenureStatus.CURRENT, TenureStatus.ACTING})


def add_tenures(
    batch: Batch, document: Document, version: str, tenures: Iterable[Tenure]
) -> Mapping[str, tuple[str, ...]]:
    """Assert every tenure; returns those in force on the day of the text, by person URI."""
    in_force: dict[str, set[str]] = defaultdict(set)
    for tenure in tenures:
        person = add_actor(batch, document, tenure.person)
        employer = tenure.organization
        organization = add_actor(batch, document, employer) if employer else None
        uri = batch.add(
            ids.tenure_uri(person, tenure.title, organization, tenure.status.value),
            "Tenure",
            title=tenure.title,
            status=tenure.status.value,
            observedFrom=document.published,
            observedTo=document.published,
        )
        batch.link(person, "HOLDS", uri)
        if organization is not None:
            batch.link(uri, "IN_ORG", organization)
        batch.link(uri, "EVIDENCED_BY", add_span(batch, document, version, tenure.span))
        if tenure.status in _IN_FORCE:
            in_force[person].add(uri)
    return {person: tuple(sorted(uris)) for person, uris in in_force.items()}
