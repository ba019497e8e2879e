"""Actors and topics as nodes.

A document that is only cited is a node of its own, by the name others call it.
"""

import re

from kg.build.batch import Batch
from schema import ids
from schema.document import Document
from schema.entity import Actor, ActorKind
from schema.topic import Topic

_LABEL = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANIZATION: "Organization",
    ActorKind.GROUP: "Group",
}
# What a cited paper is called tells what it is; the first that fits decides.
_PAPERS = (
    ("Proposal", re.compile(r"\b(bill|proposal|motion|draft|plan|initiative|roadmap)\b", re.I)),
    ("Legislation", re.compile(r"\b(act|law|decree|order|regulations?|directive|code)\b", re.I)),
    ("Report", re.compile(r"\b(report|study|survey|white paper|assessment|review)\b", re.I)),
)


def paper_label(name: str) -> str:
    """The label of a cited document, from its name ("Document" when the name says nothing)."""
    return next((label for label, pattern in _PAPERS if pattern.search(name)), "Document")


def add_actor(batch: Batch, document: Document, actor: Actor) -> str:
    """Assert an actor that a document names; returns its URI."""
    names = {"name": actor.name, "altNames": actor.alt_names}
    if actor.kind is not ActorKind.DOCUMENT:
        return batch.add(actor.uri, _LABEL[actor.kind], **names)
    common_noun = actor.name.islower() and " " not in actor.name
    uri = ids.local_document_uri(document.uri, actor.name) if common_noun else actor.uri
    return batch.add(uri, paper_label(actor.name), "Actor", **names)


def add_organization(batch: Batch, name: str) -> str:
    """Assert an organisation known by name alone (an outlet, an agency)."""
    return batch.add(ids.organization_uri(name), "Organization", name=name)


def add_author(batch: Batch, name: str) -> str:
    """Assert an author: a person when the name has several parts, else an organisation."""
    if len(ids.normalise_name(name).split()) < 2:
        return add_organization(batch, name)
    return batch.add(ids.person_uri(name), "Person", name=name)


def add_topic(batch: Batch, topic: Topic) -> str:
    """Assert a topic, with what identifies it; labels and definition come from the scheme."""
    return batch.add(topic.uri, "Topic", notation=topic.notation, prefLabel=topic.pref_label)
