"""What finding everything in a megabyte of prose costs, beside one pass of a bare expression.

Run with `pytest tests/benchmarks/test_finding.py --benchmark-enable -s`. The bar for everything
together is 1.5 s on one core; the baseline shows how fast that core is.
"""

import re

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from archivist.domain.dates import from_edtf
from archivist.domain.names import KnownName
from archivist.domain.suggestions import SuggestionKind
from archivist.finding.entry_blocks import with_entries
from archivist.finding.everything import find_everything

# Every second paragraph says nothing that could be found, as in prose.
PROSE = """\
On 24 September the first cars reached the upper post.[70] The health minister, Anahit Sarkisian,
said that some of the people who left had died on the way, worn down by hunger, missing medicines
and a drive of up to forty hours.[90]

The rooms were cold, and the lamps had been put out long before anybody thought of going home.
Nothing was said of the matter for the rest of the winter, and the doors stayed shut.

By early September 1923 the shops had almost nothing left to sell, and bread was handed out by the
loaf, one to a household.[55][56][57] Medicine and fuel had run short for weeks.[citation needed]

Where the path turned it was easy to miss the gate, so that strangers walked on to the water and
had to come back; those who knew the place went through the orchard and over the wall.

“Nobody told us that the road would close,” said Ivo Brandt, the foreman of the lower mill. The
company denied it, and stated that approximately 500 of its 2,400 workers had been warned.

It is a slow river there, brown after rain, and what falls into it is found a long way down, if it
is found at all. They had asked for a fence more than once, and been told that it would come.

According to the International Committee of the Red Cross (ICRC), between 300,000 and 500,000
people had crossed the river from 16 to 23 October 1923; the ICRC counted 186 villages. The European
Commission of the Danube published its own figures on 12 January 1924.[114]

Whoever wanted to leave had packed by then; the others sat on the steps and waited for the weather,
or for somebody who could tell them what the paper meant that they had been given to sign.

"""


@pytest.fixture(scope="module")
def prose() -> str:
    """A megabyte of it."""
    return (PROSE * (1_000_000 // len(PROSE) + 1))[:1_000_000]


@pytest.mark.benchmark(group="a megabyte of prose")
def test_everything(benchmark: BenchmarkFixture, prose: str) -> None:
    blocks = with_entries(prose, ())
    known = [KnownName(number, f"Person Number{number}") for number in range(500)]

    found = benchmark(
        lambda: find_everything(
            prose, blocks=blocks, document_date=from_edtf("1924"), known=known, language="en"
        )
    )
    assert {each.kind for each in found} == set(SuggestionKind) - {SuggestionKind.REFERENCE}


@pytest.mark.benchmark(group="a megabyte of prose")
@pytest.mark.parametrize(
    "kind",
    [kind for kind in SuggestionKind if kind is not SuggestionKind.REFERENCE],
)
def test_one_kind(benchmark: BenchmarkFixture, prose: str, kind: SuggestionKind) -> None:
    found = benchmark(lambda: find_everything(prose, kinds={kind}))
    assert found


@pytest.mark.benchmark(group="a megabyte of prose")
def test_bare_words(benchmark: BenchmarkFixture, prose: str) -> None:
    words = benchmark(lambda: re.findall(r"\w+", prose))
    assert len(words) > 100_000
