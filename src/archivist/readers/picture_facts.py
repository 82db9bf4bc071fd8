"""What a picture says about itself: EXIF, IPTC, XMP and the text chunks of PNG.

Where several say the same thing, XMP counts before IPTC and IPTC before EXIF, since the first are
written by people and the last by cameras. The time of scanning is kept, but is no document's date.
"""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from PIL import ExifTags, ImageFile, IptcImagePlugin

from archivist.domain.reading import Metadata
from archivist.domain.text import clean
from archivist.readers import xmp
from archivist.readers.picture_file import FAULTS, exif_of

_LONGEST = 4_000  # characters of one thing that is said
_DAY = re.compile(r"(\d{4})[:.-]?(\d\d)[:.-]?(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?).*)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TITLE, _KEYWORDS, _CREATED, _BYLINE = (2, 5), (2, 25), (2, 55), (2, 80)  # IPTC-NAA, IIM 4.2
_CITY, _COUNTRY, _HEADLINE, _RIGHTS, _CAPTION = (2, 90), (2, 101), (2, 105), (2, 116), (2, 120)
_BASE, _GPS = ExifTags.Base, ExifTags.GPS
_COMMENT_CODES = {b"UNICODE\0": "utf-16", b"ASCII\0\0\0": "ascii"}  # EXIF 2.3, UserComment

Said = Mapping[str, str]


def facts(image: ImageFile.ImageFile) -> Metadata:
    """Gives what a picture that is open says about itself; what cannot be read says nothing."""
    packet = image.info.get("xmp")
    marked = xmp.properties(packet) if isinstance(packet, bytes) else {}
    wired, exif = _iptc(image), _exif(image)
    chunks = {
        str(name): value
        for name, value in image.info.items()
        if isinstance(name, str) and isinstance(value, str)
    }

    def first(*said: str | None) -> str:
        lines = (" ".join(clean(each or "")[:_LONGEST].split()) for each in said)
        return next((each for each in lines if each), "")

    language = first(marked.get("dc:language")).partition(";")[0]
    further = {
        "description": first(
            marked.get("dc:description"),
            wired.get("caption"),
            exif.get("description"),
            exif.get("comment"),
            chunks.get("Description"),
            chunks.get("Comment"),
        ),
        "keywords": first(marked.get("dc:subject"), wired.get("keywords")),
        "place": first(
            ", ".join(
                marked[name]
                for name in ("Iptc4xmpCore:Location", "photoshop:City", "photoshop:Country")
                if name in marked
            ),
            wired.get("place"),
        ),
        "position": first(exif.get("position")),
        "original": first(marked.get("dc:source")),
        "camera": first(exif.get("camera")),
        "software": first(exif.get("software"), chunks.get("Software")),
        "digitized": _day(first(exif.get("digitized"), marked.get("xmp:CreateDate"))),
        "changed": _day(first(exif.get("changed"), marked.get("xmp:ModifyDate"))),
    }
    return Metadata(
        title=first(
            marked.get("dc:title"),
            marked.get("photoshop:Headline"),
            wired.get("title"),
            exif.get("title"),
            chunks.get("Title"),
        ),
        author=first(
            marked.get("dc:creator"), wired.get("author"), exif.get("author"), chunks.get("Author")
        ),
        date=_day(
            first(
                marked.get("photoshop:DateCreated"),
                wired.get("date"),
                marked.get("dc:date"),
                exif.get("taken"),
            )
        ),
        language=language if _LANGUAGE.fullmatch(language) else "",
        rights=first(
            marked.get("dc:rights"),
            wired.get("rights"),
            exif.get("rights"),
            chunks.get("Copyright"),
        ),
        further={name: value for name, value in further.items() if value},
    )


def _day(written: str) -> str:
    """Gives a day as ISO 8601 has it, with its time if there is one; other words as they are."""
    found = _DAY.fullmatch(written)
    if found is None:
        return written
    if found[1] == "0000" or found[2] == "00":  # of a clock that was never set
        return ""
    day = f"{found[1]}-{found[2]}-{found[3]}"
    return f"{day}T{found[4]}" if found[4] else day


def _iptc(image: ImageFile.ImageFile) -> Said:
    try:
        records = IptcImagePlugin.getiptcinfo(image) or {}
    except FAULTS:
        return {}

    def said(record: tuple[int, int]) -> str:
        given = records.get(record, b"")
        parts = given if isinstance(given, list) else [given]
        return "; ".join(_text(part) for part in parts if isinstance(part, bytes))

    return {
        "title": said(_TITLE) or said(_HEADLINE),
        "author": said(_BYLINE),
        "date": said(_CREATED),
        "rights": said(_RIGHTS),
        "caption": said(_CAPTION),
        "keywords": said(_KEYWORDS),
        "place": ", ".join(filter(None, (said(_CITY), said(_COUNTRY)))),
    }


def _exif(image: ImageFile.ImageFile) -> Said:
    try:
        exif = exif_of(image)
        inner, place = exif.get_ifd(ExifTags.IFD.Exif), exif.get_ifd(ExifTags.IFD.GPSInfo)
    except FAULTS:
        return {}

    def said(tag: int) -> str:
        value = exif.get(tag, inner.get(tag, ""))
        if isinstance(value, bytes):
            return value.decode("utf-16-le", "replace").rstrip("\0")  # as Windows writes its own
        return _restored(value) if isinstance(value, str) else ""

    return {
        "title": said(_BASE.XPTitle) or said(_BASE.DocumentName),
        "author": said(_BASE.XPAuthor) or said(_BASE.Artist),
        "taken": said(_BASE.DateTimeOriginal),
        "digitized": said(_BASE.DateTimeDigitized),
        "changed": said(_BASE.DateTime),
        "rights": said(_BASE.Copyright),
        "description": said(_BASE.ImageDescription) or said(_BASE.XPComment),
        "comment": _comment(inner.get(_BASE.UserComment)),
        "camera": " ".join(filter(None, (said(_BASE.Make), said(_BASE.Model)))),
        "software": said(_BASE.Software),
        "position": _position(place),
    }


def _restored(text: str) -> str:
    """Gives text that was UTF-8, which Pillow takes for Latin-1."""
    try:
        return text.encode("latin-1").decode("utf-8").rstrip("\0")
    except UnicodeError:
        return text.rstrip("\0")


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _comment(value: object) -> str:
    if not isinstance(value, bytes):
        return ""
    return value[8:].decode(_COMMENT_CODES.get(value[:8], "utf-8"), "ignore").strip("\0 ")


def _position(place: Mapping[int, object]) -> str:
    """Gives where a picture was taken, in degrees: latitude, longitude."""
    try:
        return ", ".join(_degrees(place))
    except FAULTS:
        return ""


def _degrees(place: Mapping[int, object]) -> Iterator[str]:
    for value, side, negative in (
        (_GPS.GPSLatitude, _GPS.GPSLatitudeRef, "S"),
        (_GPS.GPSLongitude, _GPS.GPSLongitudeRef, "W"),
    ):
        parts = place[value]
        if not isinstance(parts, tuple):
            raise TypeError("no degrees, minutes and seconds")
        degrees, minutes, seconds = (Fraction(part) for part in parts)
        size = degrees + minutes / 60 + seconds / 3600
        yield f"{float(-size if place.get(side) == negative else size):.5f}"
