"""Notes that only name a work of the bibliography."""

from archivist.finding.markers import find_markers

TEXT = """They left.[1] Then more.[2] And (Suny 2015: 5).

Notes
1. Suny 2015, p. 34.
2. Balakian 2003, pp. 5–7; but the clerk was of another mind, as the papers of the mill show.
3. Suny, 2015, ch. 2.

Bibliography
Balakian, P. (2003). The burning Tigris: The genocide and the response to it. HarperCollins.
Suny, R. G. (2015). They can live in the desert: A history of it. Princeton University Press.
"""


def test_a_note_that_names_a_work_is_a_marker_and_gives_its_page_to_what_leads_to_it() -> None:
    assert [
        (TEXT[marker.start : marker.end], marker.label, marker.locator, marker.entry[:12])
        for marker in find_markers(TEXT)
    ] == [
        ("[1]", "1", "34", "Suny 2015, p"),
        ("[2]", "2", "", "Balakian 200"),
        ("(Suny 2015: 5)", "Suny 2015", "5", "Suny, R. G. "),
        ("Suny 2015, p. 34", "Suny 2015", "34", "Suny, R. G. "),
        ("Suny, 2015, ch. 2", "Suny 2015", "ch. 2", "Suny, R. G. "),
    ]
