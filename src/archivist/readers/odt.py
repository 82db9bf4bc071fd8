"""OpenDocument texts (ODT), with notes, comments, lists and tables.

Tracked changes read as accepted: what was deleted stands apart in the file and is left out.
Headers stand at the beginning, footers at the end. Nothing outside the file is looked at.
"""

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

from archivist.domain.reading import Metadata, ReadDocument
from archivist.readers.formats import locked
from archivist.readers.odt_body import Body
from archivist.readers.odt_styles import Styles
from archivist.readers.omitted import omissions
from archivist.readers.prose import Pen, language_tag, one_line
from archivist.readers.zipped import Package, further, words

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    **{
        f"{_OASIS}{name}:1.0": prefix
        for name, prefix in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("drawing", "draw"),
            ("style", "style"),
            ("meta", "meta"),
            ("manifest", "manifest"),
            ("xsl-fo-compatible", "fo"),
        )
    },
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_OTHERS = {
    "office|spreadsheet": "a spreadsheet",
    "office|presentation": "a presentation",
    "office|drawing": "a drawing",
}


def read(
    path: Path,
    *,
    password: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ReadDocument:
    """Reads an OpenDocument text; a password is needed only where it was saved with one."""
    with Package(path, "an OpenDocument text") as package:
        document = _read(path, package, password)
    if progress is not None:
        progress(1, 1)
    return document


def _read(path: Path, package: Package, password: str | None) -> ReadDocument:
    manifest = package.xml("META-INF/manifest.xml", _PREFIXES)
    if manifest is not None and next(manifest.iter("manifest|encryption-data"), None) is not None:
        _unlock(path, package, manifest, password)
    content = package.xml("content.xml", _PREFIXES)
    body = content.find("office|body") if content is not None else None
    if content is None or body is None:
        raise package.without("its text")
    for tag, what in _OTHERS.items():
        if body.find(tag) is not None:
            raise package.other(what)
    text = body.find("office|text")
    if text is None:
        raise package.without("its text")
    looks = package.xml("styles.xml", _PREFIXES)
    roots = [each for each in (looks, content) if each is not None]
    styles = Styles(roots)
    pen = Pen()
    writer = Body(pen, styles, package.picture)
    writer.look_for_targets(roots)
    headers, footers = _margins(looks)
    for margin in (*headers, text, *footers):
        writer.write(margin)
    writer.write_notes()
    about = _about(package, styles)
    return pen.finish(
        path,
        about,
        key="odt",
        reader="odt (expat)",
        warnings=omissions(
            path.name, deleted=writer.deleted, hidden=writer.hidden, left_out=writer.left_out
        ),
    )


def _unlock(path: Path, package: Package, manifest: Element, password: str | None) -> None:
    from archivist.readers.odt_locks import UnknownLockError, WrongPasswordError, locks

    if not password:
        raise locked(path, password)
    try:
        found = locks(manifest)
    except UnknownLockError as error:
        raise package.protected() from error

    def opener(name: str) -> Callable[[bytes, int], bytes]:
        def open_part(data: bytes, bound: int) -> bytes:
            try:
                return found[name].open(data, password, bound)
            except WrongPasswordError as error:
                raise locked(path, password) from error

        return open_part

    package.unlock({name: opener(name) for name in found})


def _margins(looks: Element | None) -> tuple[list[Element], list[Element]]:
    """Gives the headers and the footers that say something, each once."""
    found: dict[str, list[Element]] = {"style|header": [], "style|footer": []}
    seen = set()
    for each in looks.iter() if looks is not None else ():
        said = words(each) if each.tag in found else ""
        if any(sign.isalpha() for sign in said) and said not in seen:
            seen.add(said)
            found[each.tag].append(each)
    return found["style|header"], found["style|footer"]


def _about(package: Package, styles: Styles) -> Metadata:
    root = package.xml("meta.xml", _PREFIXES)
    meta = root.find("office|meta") if root is not None else None

    def said(name: str) -> str:
        return one_line(words(meta.find(name))) if meta is not None else ""

    keywords = meta.iterfind("meta|keyword") if meta is not None else ()
    return Metadata(
        title=said("dc|title"),
        author=said("meta|initial-creator") or said("dc|creator"),
        date=said("meta|creation-date") or said("dc|date"),
        language=language_tag(said("dc|language") or styles.language),
        further=further(
            (
                ("subject", said("dc|subject")),
                ("description", said("dc|description")),
                ("keywords", one_line(", ".join(words(each) for each in keywords))),
                ("modified", said("dc|date")),
                ("last modified by", said("dc|creator")),
                ("producer", said("meta|generator")),
            )
        ),
    )
