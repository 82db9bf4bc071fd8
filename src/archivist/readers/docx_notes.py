"""The notes and comments of a Word document, and the labels by which its text refers to them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from archivist.readers.docx_styles import numeral, value

Story = tuple[Element | None, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Note:
    """A note or comment: its element, where its links lead, its name and its label."""

    element: Element
    links: dict[str, str]
    name: str
    label: str


@dataclass(slots=True)
class Notes:
    """The notes that a text refers to, in the order in which it does."""

    footnotes: Story = (None, {})
    endnotes: Story = (None, {})
    comments: Story = (None, {})
    formats: dict[str, str] = field(default_factory=dict)
    found: dict[str, dict[str, Note]] = field(
        default_factory=lambda: {"footnote": {}, "endnote": {}}
    )
    _elements: dict[str, dict[str, Element]] = field(default_factory=dict)
    _count: dict[str, int] = field(default_factory=lambda: {"footnote": 0, "endnote": 0})

    @classmethod
    def read(
        cls,
        footnotes: Story,
        endnotes: Story,
        comments: Story,
        settings: Element | None,
        root: Element,
    ) -> "Notes":
        """Reads how notes are counted; the labels of foot- and endnotes are never the same."""
        formats = {"footnote": "decimal", "endnote": "lowerRoman"}
        for kind, usual in tuple(formats.items()):
            given = [
                value(each, "w|numFmt")
                for part in (root, settings)
                if part is not None
                for each in part.iter(f"w|{kind}Pr")
            ]
            formats[kind] = next((each for each in given if each), usual)
        both = all(root.find(f".//w|{kind}Reference") is not None for kind in formats)
        if not both:
            formats["endnote"] = formats["footnote"] = "decimal"
        elif formats["endnote"] == formats["footnote"]:
            formats["endnote"] = (
                "lowerLetter" if formats["footnote"] == "lowerRoman" else ("lowerRoman")
            )
        notes = cls(footnotes, endnotes, comments, formats)
        for kind, (story, _) in (("footnote", footnotes), ("endnote", endnotes)):
            notes._elements[kind] = {
                each.get("w|id", ""): each
                for each in (story.iterfind(f"w|{kind}") if story is not None else ())
            }
        return notes

    def roots(self) -> list[Element]:
        """Gives the elements that hold notes and comments."""
        stories = (self.footnotes, self.endnotes, self.comments)
        return [root for root, _ in stories if root is not None]

    def refer(self, kind: str, identity: str, own_label: str) -> Note | None:
        """Gives the note that the text refers to; None where there is no such note."""
        known = self.found[kind]
        if identity not in known:
            _, links = self.footnotes if kind == "footnote" else self.endnotes
            element = self._elements[kind].get(identity)
            if element is None:
                return None
            if not own_label:
                self._count[kind] += 1
            label = own_label or numeral(self._count[kind], self.formats[kind])
            known[identity] = Note(element, links, f"{kind}-{len(known) + 1}", label)
        return known[identity]

    def in_order(self) -> Iterator[Note]:
        """Gives the notes that were referred to; a note may refer to a further one."""
        for known in self.found.values():
            done: set[str] = set()
            while len(done) < len(known):
                for identity in [each for each in known if each not in done]:
                    done.add(identity)
                    yield known[identity]

    def remarks(self) -> Iterator[tuple[str, Element, dict[str, str]]]:
        """Gives every comment with its identity and where its links lead."""
        root, links = self.comments
        if root is not None:
            for each in root.iterfind("w|comment"):
                yield each.get("w|id", ""), each, links
