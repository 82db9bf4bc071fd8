"""PDFs for the tests: ordinary ones by ReportLab, odd ones written by hand."""

import io
from collections.abc import Sequence
from pathlib import Path

import pypdf
from pypdf.constants import PageLabelStyle
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"

XMP = """<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about="">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Отчёт</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>A. One</rdf:li><rdf:li>B. Two</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">CC BY</rdf:li></rdf:Alt></dc:rights>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def made(pages: Sequence[Sequence[str]], **about: str) -> bytes:
    """A PDF with these lines on its pages, and an outline entry for each page's first line."""
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=A4, invariant=1)
    sheet.setTitle(about.get("title", ""))
    sheet.setAuthor(about.get("author", ""))
    for number, lines in enumerate(pages):
        text = sheet.beginText(60, 780)
        text.setFont("Times-Roman", 11)
        for line in lines:
            text.textLine(line)
        sheet.drawText(text)
        if lines:
            sheet.bookmarkPage(str(number))
            sheet.addOutlineEntry(lines[0], str(number), level=min(number, 1))
        sheet.showPage()
    sheet.save()
    return buffer.getvalue()


def written(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalog."""
    data = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(data))
    )


def stream(data: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(data), data)


def one_page(content: bytes, *, page: bytes = b"", to_unicode: bytes = b"") -> bytes:
    """A page of 300 × 200 points whose font F maps codes by `to_unicode` (bfchar lines)."""
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        b"1 begincodespacerange <00> <ff> endcodespacerange\n"
        b"%d beginbfchar\n%s\nendbfchar\nendcmap end end"
        % (to_unicode.count(b"\n") + 1, to_unicode)
    )
    font = FONT[:-2] + (b"/ToUnicode 6 0 R>>" if to_unicode else b">>")
    return written(
        [
            CATALOG,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R"
            b"/Resources<</Font<</F 5 0 R>>>>" + page + b">>",
            stream(content),
            font,
            stream(cmap),
        ]
    )


def endless_page() -> bytes:
    """A page of forms within forms, each drawn ten times: 10¹² drawings in a few hundred bytes."""
    return stream(b"/X Do " * 10)


def with_endless_page(good: int) -> bytes:
    """A PDF of `good` sound pages with one in their middle that no program finishes drawing."""
    forms = 13
    first_form = 4 + 2 * (good + 1)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * index) for index in range(good + 1))
    objects = [CATALOG, b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, good + 1), FONT]
    for index in range(good + 1):
        bad = index == good // 2
        resources = b"<</XObject<</X %d 0 R>>>>" % first_form if bad else b"<</Font<</F 3 0 R>>>>"
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents %d 0 R/Resources %s>>"
            % (5 + 2 * index, resources)
        )
        objects.append(
            endless_page()
            if bad
            else stream(b"BT /F 12 Tf 20 150 Td (Page %d is sound.) Tj ET" % (index + 1))
        )
    for index in range(forms):
        inner = endless_page() if index + 1 < forms else stream(b"BT /F 1 Tf (x) Tj ET")
        resources = (
            b"/Resources<</XObject<</X %d 0 R>>>>" % (first_form + index + 1)
            if index + 1 < forms
            else b"/Resources<</Font<</F 3 0 R>>>>"
        )
        head = b"<</Type/XObject/Subtype/Form/BBox[0 0 300 200]" + resources
        objects.append(inner.replace(b"<<", head, 1))
    return written(objects)


def changed(data: bytes, folder: Path, change: str, value: object) -> Path:
    """Writes a PDF with one method of pypdf's writer called on it."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    if change == "encrypt":
        user, owner = str(value), "owner"
        writer.encrypt(user, owner, algorithm="AES-256")
    elif change == "labels":
        writer.set_page_label(0, 1, style=PageLabelStyle.LOWERCASE_ROMAN)
        writer.set_page_label(
            2, 2, style=PageLabelStyle.DECIMAL, prefix="A-", start=int(str(value))
        )
    elif change == "attach":
        writer.add_attachment(str(value), b"evil")
    elif change == "rotate":
        for page in writer.pages:
            page.rotate(int(str(value)))
    path = folder / f"{change}.pdf"
    writer.write(path)
    return path
