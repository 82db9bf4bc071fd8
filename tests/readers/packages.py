"""Makes small packages of XML parts, as word processors and publishers write them."""

import io
import zipfile
from collections.abc import Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Gives an archive of parts, of which the first is not packed, as "mimetype" must not be."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, data) in enumerate(parts.items()):
            entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED
            archive.writestr(entry, data)
    return buffer.getvalue()


def docx(
    body: str,
    *,
    links: Mapping[str, str] | None = None,
    pictures: Mapping[str, bytes] | None = None,
    **stories: str,
) -> bytes:
    """Gives a Word document of a body, where its links lead, and stories such as "footnotes".

    Pictures stand in parts of their names, which are also what the body calls them by.
    """
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/{name}" Target="{name}.xml"/>'
        for name in stories
        if name != "core"
    ) + "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/hyperlink" Target="{target}" '
        'TargetMode="External"/>'
        for name, target in (links or {}).items()
    )
    relations += "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/image" Target="media/{name}"/>'
        for name in pictures or {}
    )
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}">'
        f'<Relationship Id="a" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="b" Type="{_PACKAGE}/metadata/core-properties" Target="core.xml"/>'
        "</Relationships>",
        "core.xml": f'<c:coreProperties xmlns:c="{_CORE}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"{stories.get('core', '')}</c:coreProperties>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{relations}'
        "</Relationships>",
        "word/document.xml": word("document", f"<w:body>{body}</w:body>"),
    }
    media = {f"word/media/{name}": content for name, content in (pictures or {}).items()}
    for name, story in stories.items():
        if name != "core":
            parts[f"word/{name}.xml"] = word(name, story)
    return zipped({**parts, **media})


def word(root: str, inside: str) -> str:
    """Gives a part of a Word document."""
    return f'<w:{root} xmlns:w="{WORD}" xmlns:r="{_RELATIONS}">{inside}</w:{root}>'


def paragraph(*runs: str, style: str = "", properties: str = "") -> str:
    """Gives a paragraph of Word's; runs that are no elements are plain text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Gives a run of Word's."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
