"""What an XMP packet (ISO 16684-1) says: RDF in XML, read within bounds and without entities."""

import io
from collections.abc import Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_LARGEST = 1 << 20  # bytes
_DEPTH = 60  # elements inside each other
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
}


def properties(packet: bytes) -> Mapping[str, str]:
    """Gives the properties of known vocabularies, as "dc:title"; lists are joined with "; ".

    What cannot be read says nothing.
    """
    if len(packet) > _LARGEST or b"<!" in packet.replace(b"\0", b""):
        return {}
    found: dict[str, str] = {}
    depth = 0
    try:
        for event, element in ElementTree.iterparse(
            io.BytesIO(packet.strip(b"\0 \r\n")), ("start", "end")
        ):
            depth += 1 if event == "start" else -1
            if depth > _DEPTH:
                return {}
            if event == "end" and element.tag == f"{_RDF}Description":
                _collect(element, found)
    except (ElementTree.ParseError, ValueError, LookupError):
        return found
    return found


def _collect(description: Element, found: dict[str, str]) -> None:
    for name, value in description.attrib.items():
        _note(name, value, found)
    for child in description:
        items = list(child.iter(f"{_RDF}li"))
        default = [each for each in items if each.get(_LANGUAGE) == "x-default"]
        chosen = default or (items[:1] if child.find(f"{_RDF}Alt") is not None else items)
        texts = [each.text or "" for each in chosen] if items else [child.text or ""]
        _note(str(child.tag), "; ".join(text.strip() for text in texts if text.strip()), found)


def _note(name: str, value: str, found: dict[str, str]) -> None:
    namespace, _, local = name.removeprefix("{").rpartition("}")
    prefix = _PREFIXES.get(namespace)
    if prefix is not None and value.strip():
        found.setdefault(f"{prefix}:{local}", value.strip())
