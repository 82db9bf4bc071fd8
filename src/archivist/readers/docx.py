"""Word documents (Office Open XML, transitional and strict), with notes, comments and lists.

Tracked changes read as accepted, field codes and hidden text are left out, headers stand at the
beginning and footers at the end. Nothing that a document refers to outside itself is looked at.
"""

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

from archivist.domain.reading import Metadata, ReadDocument
from archivist.readers import charset
from archivist.readers.docx_body import Body
from archivist.readers.docx_elements import PART, PICTURES
from archivist.readers.docx_notes import Notes
from archivist.readers.docx_styles import Numbering, Styles
from archivist.readers.html import declared_encoding
from archivist.readers.omitted import omissions
from archivist.readers.prose import Pen, language_tag, one_line
from archivist.readers.zipped import Package, further, resolved, words

_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_PREFIXES = {
    f"{_TRANSITIONAL}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_TRANSITIONAL}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_TRANSITIONAL}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_TRANSITIONAL}markup-compatibility/2006": "mc",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
}
_MAIN = "word/document.xml"


def read(
    path: Path,
    *,
    password: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ReadDocument:
    """Reads a Word document; a password is needed only where Office protected it."""
    with Package(path, "a Word document", password) as package:
        document = _read(path, package)
    if progress is not None:
        progress(1, 1)
    return document


def _read(path: Path, package: Package) -> ReadDocument:
    main = _related(package, "", "officeDocument") or _MAIN
    root = _story(package, main)
    body = root.find("w|body") if root is not None else None
    if root is None or body is None:
        raise package.without("its text")

    def story(kind: str) -> tuple[Element | None, dict[str, str]]:
        name = _related(package, main, kind)
        if not name:
            return None, {}
        return _story(package, name), _addresses(package, name)

    styles = Styles.read(story("styles")[0])
    settings = story("settings")[0]
    pen = Pen()
    notes = Notes.read(story("footnotes"), story("endnotes"), story("comments"), settings, root)
    writer = Body(pen, styles, Numbering(story("numbering")[0], styles), notes)
    writer.look_for_targets([root, *notes.roots()])
    writer.chunks = _chunks(path, package, main)
    writer.media = package.picture
    headers = _margins(package, main, root, "header")
    footers = _margins(package, main, root, "footer")
    for margin, links in headers:
        writer.write(margin, links)
    writer.write(body, _addresses(package, main))
    for margin, links in footers:
        writer.write(margin, links)
    writer.write_notes()
    about = _about(package, styles, writer)
    warnings = omissions(
        path.name, deleted=writer.deleted, hidden=writer.hidden, left_out=writer.left_out
    )
    return pen.finish(path, about, key="docx", reader="docx (expat)", warnings=warnings)


def _relations(package: Package, part: str) -> list[Element]:
    folder, _, name = part.rpartition("/")
    place = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    root = package.xml(place, _PREFIXES)
    return [] if root is None else root.findall("Relationship")


def _story(package: Package, name: str) -> Element | None:
    """Gives a part with text; its pictures know the parts that hold them."""
    root = package.xml(name, _PREFIXES)
    shown = [each for each in root.iter() if each.tag in PICTURES] if root is not None else []
    if shown:
        parts = {
            each.get("Id", ""): resolved(each.get("Target", ""), name)
            for each in _relations(package, name)
            if each.get("TargetMode") != "External"
        }
        for each in shown:
            each.set(PART, parts.get(each.get("r|embed", "") or each.get("r|id", ""), ""))
    return root


def _related(package: Package, part: str, kind: str) -> str:
    """Gives the name of the part that another one has as its styles, notes and so on."""
    for each in _relations(package, part):
        if each.get("Type", "").rpartition("/")[2] == kind and each.get("TargetMode") != "External":
            name = resolved(each.get("Target", ""), part)
            if name and package.find(name):
                return package.find(name)
    return ""


def _addresses(package: Package, part: str) -> dict[str, str]:
    """Gives where a part's links lead, by their names in it."""
    return {
        each.get("Id", ""): each.get("Target", "")
        for each in _relations(package, part)
        if each.get("Type", "").endswith("/hyperlink")
    }


def _chunks(path: Path, package: Package, main: str) -> dict[str, str]:
    """Gives the web pages that programs put into a document for Word to make text of."""
    found = {}
    for each in _relations(package, main):
        name = resolved(each.get("Target", ""), main)
        is_chunk = each.get("Type", "").endswith("/aFChunk")
        if is_chunk and name.lower().endswith((".htm", ".html", ".xhtml")):
            data = package.part(name)
            decoded = charset.decode(data, path.name, declared_encoding(data))
            found[each.get("Id", "")] = decoded.text
    return found


def _margins(
    package: Package, main: str, root: Element, kind: str
) -> list[tuple[Element, dict[str, str]]]:
    """Gives the headers or footers that say something, each once, in the sections' order."""
    parts = {each.get("Id", ""): each.get("Target", "") for each in _relations(package, main)}
    found: dict[str, tuple[Element, dict[str, str]]] = {}
    for each in root.iter(f"w|{kind}Reference"):
        name = resolved(parts.get(each.get("r|id", ""), ""), main)
        margin = _story(package, name) if name and name not in found else None
        if margin is None:
            continue
        said = " ".join("".join(text.text or "" for text in margin.iter("w|t")).split())
        if any(sign.isalpha() for sign in said):
            # Sections that look alike have parts of their own that say the same.
            found.setdefault(said, (margin, _addresses(package, name)))
    return [*found.values()]


def _about(package: Package, styles: Styles, writer: Body) -> Metadata:
    core = package.xml(_related(package, "", "core-properties"), _PREFIXES)
    app = package.xml(_related(package, "", "extended-properties"), _PREFIXES)

    def said(name: str, root: Element | None = core) -> str:
        return one_line(words(root.find(name))) if root is not None else ""

    return Metadata(
        title=said("dc|title"),
        author=said("dc|creator"),
        date=said("dcterms|created"),
        language=language_tag(said("dc|language") or writer.language or styles.language),
        further=further(
            (
                ("subject", said("dc|subject")),
                ("description", said("dc|description")),
                ("keywords", said("keywords")),
                ("category", said("category")),
                ("modified", said("dcterms|modified")),
                ("last modified by", said("lastModifiedBy")),
                ("revision", said("revision")),
                ("company", said("Company", app)),
                ("producer", said("Application", app)),
            )
        ),
    )
