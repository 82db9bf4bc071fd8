"""Excel workbooks made part by part, as the tests need them."""

import io
import zipfile
from collections.abc import Mapping, Sequence

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    """Gives a part of relations: ids to kinds and targets."""
    lines = (
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{"".join(lines)}</Relationships>'


def workbook(
    sheets: Mapping[str, str],
    *,
    strings: Sequence[str] = (),
    formats: Sequence[str] = (),
    settings: str = "",
    core: str = "",
    more: Mapping[str, str] | None = None,
) -> bytes:
    """Gives a workbook: sheets by name (what stands inside `worksheet`), strings, number formats.

    Format n is cell style n + 1; `more` are further parts.
    """
    numbers = range(1, len(sheets) + 1)
    parts = {
        "_rels/.rels": relations(
            {"r1": (f"{_OFFICE}/officeDocument", "xl/workbook.xml"), "r2": (_CORE, "core.xml")}
        ),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}">{settings}<sheets>'
        + "".join(
            f'<sheet name="{name}" sheetId="{n}" r:id="s{n}"/>'
            for n, name in zip(numbers, sheets, strict=True)
        )
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations(
            {f"s{n}": (f"{_OFFICE}/worksheet", f"worksheets/sheet{n}.xml") for n in numbers}
            | {
                "strings": (f"{_OFFICE}/sharedStrings", "sharedStrings.xml"),
                "styles": (f"{_OFFICE}/styles", "styles.xml"),
            }
        ),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">'
        + "".join(f"<si>{each}</si>" for each in strings)
        + "</sst>",
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts>'
        + "".join(
            f'<numFmt numFmtId="{200 + n}" formatCode="{code}"/>' for n, code in enumerate(formats)
        )
        + '</numFmts><cellXfs><xf numFmtId="0"/>'
        + "".join(f'<xf numFmtId="{200 + n}"/>' for n in range(len(formats)))
        + "</cellXfs></styleSheet>",
        "core.xml": f"<coreProperties>{core}</coreProperties>",
        **{
            f"xl/worksheets/sheet{n}.xml": f'<worksheet xmlns="{MAIN}">{inside}</worksheet>'
            for n, inside in zip(numbers, sheets.values(), strict=True)
        },
        **(more or {}),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()
