"""How long the CSV export takes, beside SQLite itself writing the same joined rows.

The number of excerpts is 2,000, or what ARCHIVIST_EXCERPTS says; the bar stands for 100,000.
Run: pytest tests/benchmarks/test_export.py --benchmark-only
"""

import csv
import gc
import os
import shutil
import sqlite3
import subprocess
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture
from tests.curation import add_text, new_archive

from archivist.archive.archive import Archive
from archivist.domain.dates import from_edtf
from archivist.domain.vocabulary import Role, Stance
from archivist.exporter import export_csv

EXCERPTS = int(os.environ.get("ARCHIVIST_EXCERPTS", "2000"))
PER_DOCUMENT = 2000
SENTENCE = "The column of cars reached the post at dusk and waited for the gate to open.[{}] "

# The same columns of the same joined rows. What SQL cannot do, it is spared: references are raw
# texts, and the context is the stored 32 characters, not cut from the text between words.
BASELINE = """
SELECT x.document_id || ':' || x.number, x.quote,
  x.prefix, x.suffix, x.note, x.state,
  d.title, d.author, d.edtf,
  (SELECT label FROM page WHERE page.document_id = x.document_id AND page.start < x."end"
   AND page."end" > x.start LIMIT 1), x.start, x."end",
  e.names, e.dates, e.earliest, e.latest, a.names, a.kinds, a.roles, a.stances,
  (SELECT group_concat(t.name, ' | ') FROM excerpt_topic AS l JOIN topic AS t ON t.id = l.topic_id
   WHERE l.excerpt_id = x.id),
  c.raws, c.keys, c.relations, c.locators, c.urls,
  (SELECT group_concat(label, ' | ') FROM marker AS m WHERE m.document_id = x.document_id
   AND m.start >= x.start AND m.start < x."end" + 3 AND m.kind <> 'flag'),
  (SELECT group_concat(label, ' | ') FROM marker AS m WHERE m.document_id = x.document_id
   AND m.start >= x.start AND m.start < x."end" + 3 AND m.kind = 'flag'),
  (SELECT group_concat(property || ': ' || minimum, ' | ') FROM claim WHERE excerpt_id = x.id),
  d.sha256, d.source, d.folder, x.anchor_state, x.created_at, x.created_by, x.modified_at, x.uid
FROM excerpt AS x JOIN document AS d ON d.id = x.document_id
LEFT JOIN (SELECT l.excerpt_id, group_concat(t.name, ' | ') AS names,
  group_concat(coalesce(t.edtf, ''), ' | ') AS dates,
  group_concat(coalesce(t.earliest, ''), ' | ') AS earliest,
  group_concat(coalesce(t.latest, ''), ' | ') AS latest
  FROM excerpt_event AS l JOIN event AS t ON t.id = l.event_id GROUP BY l.excerpt_id
) AS e ON e.excerpt_id = x.id
LEFT JOIN (SELECT l.excerpt_id, group_concat(t.name, ' | ') AS names,
  group_concat(t.kind, ' | ') AS kinds, group_concat(l.role, ' | ') AS roles,
  group_concat(coalesce(l.stance, ''), ' | ') AS stances
  FROM excerpt_actor AS l JOIN actor AS t ON t.id = l.actor_id GROUP BY l.excerpt_id
) AS a ON a.excerpt_id = x.id
LEFT JOIN (SELECT l.excerpt_id, group_concat(t.raw, ' | ') AS raws,
  group_concat(t.key, ' | ') AS keys, group_concat(l.relation, ' | ') AS relations,
  group_concat(l.locator, ' | ') AS locators,
  group_concat(coalesce(json_extract(t.item, '$.URL'), ''), ' | ') AS urls
  FROM excerpt_citation AS l JOIN citation AS t ON t.id = l.citation_id GROUP BY l.excerpt_id
) AS c ON c.excerpt_id = x.id
ORDER BY x.document_id, x.start, x."end", x.number
"""


def filled(archive: Archive, excerpts: int) -> None:
    """Fills an archive: each excerpt with event, two actors, topic and citation; some claims."""
    with archive.step("Fill"):
        events = [
            archive.events.create(f"Event {n}", date=from_edtf(f"2023-09-{n % 28 + 1:02d}"))
            for n in range(50)
        ]
        actors = [archive.actors.create(f"Actor {n}") for n in range(80)]
        topics = [archive.topics.create(f"Topic {n}") for n in range(20)]
        citations = [
            archive.citations.create(
                raw=f"Kay{n}, Ari ({1990 + n % 30}). “Report number {n}”. The Herald. p. {n}."
            )
            for n in range(300)
        ]
        text = "".join(SENTENCE.format(n) for n in range(PER_DOCUMENT))
        places = [
            (start, start + len(SENTENCE) - 6)
            for start in (text.index(f"[{n}]") - len(SENTENCE) + 5 for n in range(PER_DOCUMENT))
        ]
        for first in range(0, excerpts, PER_DOCUMENT):
            document = add_text(archive, text, name=f"report-{first}.txt")
            numbers = range(first + 1, min(first + PER_DOCUMENT, excerpts) + 1)
            archive.store.write_many(
                """INSERT INTO excerpt (id, uid, document_id, number, start, "end", quote, prefix,
                   suffix, created_at, created_by, modified_at)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '2026-01-01T00:00:00Z', 'Ani',
                   '2026-01-01T00:00:00Z')""",
                [
                    (
                        n,
                        f"uid-{n}",
                        document,
                        n - first,
                        start,
                        end,
                        text[start:end],
                        text[max(0, start - 32) : start],
                        text[end : end + 32],
                    )
                    for n in numbers
                    for start, end in [places[n - first - 1]]
                ],
            )
        everything = range(1, excerpts + 1)
        archive.store.write_many(
            "INSERT INTO excerpt_event (excerpt_id, event_id) VALUES (?, ?)",
            [(n, events[n % len(events)]) for n in everything],
        )
        archive.store.write_many(
            "INSERT INTO excerpt_actor (excerpt_id, actor_id, role, stance) VALUES (?, ?, ?, ?)",
            [(n, actors[n % 80], Role.SOURCE.value, Stance.REPORTS.value) for n in everything]
            + [(n, actors[(n + 7) % 80], Role.VICTIM.value, None) for n in everything],
        )
        archive.store.write_many(
            "INSERT INTO excerpt_topic (excerpt_id, topic_id) VALUES (?, ?)",
            [(n, topics[n % len(topics)]) for n in everything],
        )
        archive.store.write_many(
            "INSERT INTO excerpt_citation (excerpt_id, citation_id) VALUES (?, ?)",
            [(n, citations[n % len(citations)]) for n in everything],
        )
        for n in everything[::50]:
            archive.claims.create(n, property="cars", minimum=n, maximum=n)


def bare(archive: Path, target: Path) -> float:
    """Has SQLite write the joined rows: its shell where there is one; gives the seconds."""
    shell = shutil.which("sqlite3")
    begun = time.perf_counter()
    if shell:
        subprocess.run(
            [shell, "-readonly", "-csv", "-header", str(archive), f".output {target}", BASELINE],
            check=True,
        )
    else:
        connection = sqlite3.connect(archive)
        with target.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(connection.execute(BASELINE))
        connection.close()
    return time.perf_counter() - begun


def test_export_beside_sqlite_writing_the_same_rows(
    benchmark: BenchmarkFixture, tmp_path: Path
) -> None:
    run: Callable[..., int] = benchmark.pedantic
    with new_archive(tmp_path) as archive:
        filled(archive, EXCERPTS)
        baseline = min(bare(archive.path, tmp_path / "bare.csv") for _ in range(3))
        rows = run(export_csv, args=(archive, tmp_path / "out.csv"), rounds=3)
        begun = time.perf_counter()
        export_csv(archive, tmp_path / "out.csv")
        seconds = time.perf_counter() - begun
    assert rows == EXCERPTS
    benchmark.extra_info.update(
        excerpts=EXCERPTS,
        baseline_seconds=round(baseline, 3),
        times_the_baseline=round(seconds / baseline, 2),
    )


def test_memory_stays_flat_however_many_excerpts_are_exported(
    benchmark: BenchmarkFixture, tmp_path: Path
) -> None:
    peaks = []
    for times in (1, 8):
        with new_archive(tmp_path, f"{times}.archivist") as archive:
            filled(archive, EXCERPTS * times)
            gc.collect()
            tracemalloc.start()
            export_csv(archive, tmp_path / f"{times}.csv")
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    run: Callable[..., None] = benchmark.pedantic
    run(lambda: None)
    benchmark.extra_info.update(peaks_in_bytes=peaks)
    # Not 1: when Python clears away what is no longer used is its own affair.
    assert peaks[1] < 2.5 * peaks[0]
