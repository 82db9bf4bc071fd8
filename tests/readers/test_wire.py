"""What a child says is read in full when it is honest, and not at all when it is not."""

import enum
import os
import pickle

import pytest

from archivist.domain import dates, vocabulary
from archivist.domain.reading import Block
from archivist.domain.vocabulary import BlockKind
from archivist.readers.wire import ProtocolError, dumps, loads

MEMBERS = [
    member
    for module in (vocabulary, dates)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, enum.Enum) and kind.__module__ == module.__name__
    for member in kind
]


@pytest.mark.parametrize("member", MEMBERS, ids=str)
def test_every_word_of_a_vocabulary_arrives_as_itself(member: enum.Enum) -> None:
    assert loads(dumps(member)) is member


def test_no_word_is_written_as_a_call_of_anything_but_its_own_vocabulary() -> None:
    block = Block(BlockKind.HEADING, 0, 3, level=1)
    written = dumps(block)
    assert b"getattr" not in written
    assert BlockKind.HEADING.value.encode() in written
    assert loads(written) == block


def test_a_message_that_would_run_something_is_refused() -> None:
    with pytest.raises(ProtocolError):
        loads(pickle.dumps(os.system))
