"""The scenes that pictures of the window show; runs in the program's own environment."""

import base64
import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageDraw

from archivist import importer
from archivist.archive.archive import Archive, create, open_archive
from archivist.domain.anchor import describe
from archivist.domain.model import Shelfmark
from archivist.domain.vocabulary import Role, Stance
from archivist.readers.tesseract import installed
from archivist.recognizing import keep, recognize
from archivist.sample import build_sample
from archivist.ui.appearance import ThemeChoice
from archivist.ui.pictures import View, save_window

LARGE, SMALL = (1440, 900), (1024, 700)

OVERLAPS = """# A page with many hands

The council met on 3 March 1921 and again on 5 March; the clerk wrote that forty families had \
asked for bread and that thirty-one had been given some.[1][2] The mayor said later that nobody \
had been turned away.[3] Three witnesses remembered it otherwise.[citation needed]

On 7 March a second list was made. It has twenty-six names; nine of them stand on neither of the \
lists of February 1921, and four are struck out in another ink.[4–6]
"""

RIGHT_TO_LEFT = """# רשימות מן הארכיון

ביום 3 במרץ 1921 התכנסה המועצה בבית הספר. הפקיד רשם שארבעים משפחות ביקשו לחם.[1] ראש העיר אמר \
אחר כך שאיש לא הושב ריקם.[2][3]

في 5 آذار 1921 كُتبت قائمة ثانية بأسماء العائلات، وفيها ستة وعشرون اسماً.[4] ولا يُعرف من كتبها.

Հինգ օր անց երրորդ ցուցակն էլ կազմվեց։ Այն պահվում է քաղաքի արխիվում։[5]
"""


SHAPES = """<title>The mill on the Thur</title><h1>The mill on the Thur</h1>
<p>The mill stood below the weir. Its wheel was taken down in 1931; a plan of the <i>mill race</i>
was drawn in the same year.<sup><a href="#n1" id="m1">1</a></sup></p>
<h2>The buildings</h2><h3>The wheel house</h3>
<figure><img src="data:image/png;base64,{picture}" alt="Plan of the wheel house, with the weir at
its left"><figcaption>The wheel house in 1931</figcaption></figure>
<p>Of the three buildings two are still there.</p>
<table><tr><th>Building</th><th>Built</th><th>State</th></tr><tr><td>Wheel house</td><td>1782</td>
<td>standing</td></tr><tr><td>Granary</td><td>1801</td><td>burnt in 1944</td></tr></table>
<h3>The granary</h3><blockquote>Nobody has seen who laid the fire.</blockquote>
<h2>What the millers wrote</h2><ul><li>a ledger of 1782–1790</li>
<li>letters to the council</li></ul>
<h2>A heading that is so long that no pane beside a text can show all of it at once</h2>
<p>The last miller left on 4 May 1931.</p>
<p id="n1"><a href="#m1">1.</a> Cantonal archive, plan 88.</p>
"""


def main(folder: Path, scale: str) -> None:
    """Saves all scenes to `folder`, with the scale in their names where it is not 1."""
    folder.mkdir(parents=True, exist_ok=True)
    suffix = "" if scale == "1" else f"-at-{scale.replace('.', '-')}"
    with tempfile.TemporaryDirectory(prefix="archivist-pictures-") as work:
        for name, archive, view in _scenes(Path(work)):
            for size in (LARGE, SMALL):
                picture = folder / f"{name}-{size[0]}x{size[1]}{suffix}.png"
                save_window(archive, picture, replace(view, size=size))
                print(picture)


def _scenes(work: Path) -> Iterator[tuple[str, Path | None, View]]:
    sample = work / "sample.archivist"
    build_sample(sample)
    empty = work / "empty.archivist"
    create(empty).close()
    dark = ThemeChoice.DARK
    yield "start", None, View()
    yield "empty", empty, View()
    yield "light", sample, View()
    yield "dark", sample, View(theme=dark)
    yield "picker", sample, View(picker="ex")
    yield "pages", sample, View(document="3")
    yield "pages-dark", sample, View(document="3", theme=dark)
    yield "pages-text", sample, View(document="3", text_view=True)
    yield from _scans(work, sample)
    shelves = _shelves(work, sample)
    yield "collection", shelves, View(by_collection=True)
    yield "collection-dark", shelves, View(by_collection=True, theme=dark)
    shapes = _shapes(work)
    yield "contents", shapes, View(contents=True)
    yield "contents-dark", shapes, View(contents=True, theme=dark)
    yield "right-to-left-contents", shapes, View(contents=True, right_to_left=True)
    yield "queue", empty, View(imported=_box(work))
    yield "queue-dark", empty, View(imported=_box(work), theme=dark)
    overlaps = _overlaps(work)
    yield "overlaps", overlaps, View()
    yield "overlaps-dark", overlaps, View(theme=dark)
    right_to_left = _right_to_left(work)
    yield "right-to-left-text", right_to_left, View()
    yield "review", sample, View(review=True)
    yield "review-dark", sample, View(theme=dark, review=True)
    yield "right-to-left-review", right_to_left, View(right_to_left=True, review=True)
    yield "right-to-left-window", right_to_left, View(right_to_left=True)


def _scans(work: Path, sample: Path) -> Iterator[tuple[str, Path | None, View]]:
    """A scan with its region, and the same once its words are recognized, if Tesseract is here."""
    yield "scan", sample, View(document="4")
    if installed() is None:
        print("Without Tesseract there is no picture of a scan that was recognized.")
        return
    recognized = Path(shutil.copy(sample, work / "recognized.archivist"))
    with open_archive(recognized) as archive:
        keep(archive, recognize(archive, 4, languages=("eng",)))
    yield "scan-recognized", recognized, View(document="4")
    yield "scan-recognized-dark", recognized, View(document="4", theme=ThemeChoice.DARK)
    yield "scan-recognized-text", recognized, View(document="4", text_view=True)


def _shelves(work: Path, sample: Path) -> Path:
    """The sample, filed in boxes and folders with short and long names."""
    path = Path(shutil.copy(sample, work / "shelves.archivist"))
    with open_archive(path) as archive:
        archive.collections.file([1], Shelfmark("Nova Scotia Archives", "MG 27", box="4"))
        archive.collections.file(
            [3], Shelfmark("Nova Scotia Archives", "MG 27", "Reports", "12", "Counting")
        )
        archive.collections.file(
            [4],
            Shelfmark(
                "Dartmouth Heritage Museum, the records of the relief committee", folder="Sheets"
            ),
        )
    return path


def _shapes(work: Path) -> Path:
    """An archive of a page with headings, a picture, a table, a quotation and a note."""
    plan = Image.new("RGB", (420, 180), "#f4efe4")
    draw = ImageDraw.Draw(plan)
    draw.rectangle((150, 40, 380, 150), outline="#5b4636", width=4)
    draw.ellipse((95, 55, 175, 135), outline="#2f5d62", width=5)
    draw.line((0, 140, 140, 100), fill="#2f5d62", width=6)
    file = io.BytesIO()
    plan.save(file, "PNG")
    page = SHAPES.format(picture=base64.b64encode(file.getvalue()).decode())
    path, archive = _with_document(work, "shapes", page, ".html")
    archive.close()
    return path


def _box(work: Path) -> tuple[Path, ...]:
    """Files of which some come in, one is there twice, and some cannot be read."""
    box = work / "Box 12, letters and reports of the relief committee"
    box.mkdir(exist_ok=True)
    for number in range(1, 9):
        (box / f"letter {number:02}.txt").write_text(f"Letter {number} of 1917.", encoding="utf-8")
    shutil.copy(box / "letter 03.txt", box / "letter 03, copy.txt")
    (box / "ledger.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    (box / "empty page.txt").write_bytes(b"")
    return (box,)


def _overlaps(work: Path) -> Path:
    """An archive of one page whose passages lie over and in each other."""
    path, archive = _with_document(work, "overlaps", OVERLAPS)
    with archive:
        passages = (
            ("The council met", "given some.", "Bread distribution in the school", "Town clerk"),
            ("on 3 March 1921", "on 5 March", "Council meetings", "Town council"),
            (
                "the clerk wrote",
                "asked for bread",
                "Bread distribution in the school",
                "Town clerk",
            ),
            ("forty families", "turned away.", "The count of families", "The mayor of the town"),
            ("thirty-one had", "given some.", "The count of families", "Town clerk"),
            ("The mayor said", "otherwise.", "Contested memories of March", "Three witnesses"),
            ("Three witnesses", "otherwise.", "Contested memories of March", "Three witnesses"),
            ("On 7 March", "twenty-six names", "The second list", "Town clerk"),
            ("It has twenty-six", "another ink.", "The count of families", "Town clerk"),
            (
                "nine of them",
                "struck out",
                "A very long name of an event that no margin can hold",
                "",
            ),
        )
        for first, last, event, actor in passages:
            _tag(archive, first, last, event, actor)
    return path


def _right_to_left(work: Path) -> Path:
    path, archive = _with_document(work, "right-to-left", RIGHT_TO_LEFT)
    with archive:
        _tag(archive, "ביום 3", "לחם.", "ישיבת המועצה", "פקיד העיר")
        _tag(archive, "ראש העיר", "ריקם.", "ישיבת המועצה", "ראש העיר")
        _tag(archive, "في 5", "اسماً.", "القائمة الثانية", "كاتب المدينة")
    return path


def _with_document(work: Path, name: str, text: str, suffix: str = ".md") -> tuple[Path, Archive]:
    file = work / f"{name}{suffix}"
    file.write_text(text, encoding="utf-8")
    path = work / f"{name}.archivist"
    archive = create(path)
    importer.store(archive, importer.prepare(file))
    return path, archive


def _tag(archive: Archive, first: str, last: str, event: str, actor: str) -> None:
    """Highlights from the first words to the last, tags it, and dates the event from the text."""
    (document,) = archive.documents.all()
    text = archive.documents.text(document.id)
    start = text.index(first)
    end = text.index(last, start) + len(last)
    with archive.step("Tag passage"):
        excerpt = archive.excerpts.create(document.id, describe(text, start, end))
        event_id = archive.events.ensure(event)
        archive.links.tag_event(excerpt, event_id)
        dates = [found for found in archive.documents.dates(document.id) if found.start <= start]
        if dates and archive.events.get(event_id).date is None:
            archive.events.update(event_id, date=dates[-1].date)
        if actor:
            actor_id = archive.actors.ensure(actor)
            archive.links.tag_actor(excerpt, actor_id, Role.SOURCE, Stance.REPORTS)
        archive.links.cite_markers(excerpt)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
