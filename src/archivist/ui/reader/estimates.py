"""How high the rows of a text will probably be, before anybody has looked at them."""

from math import ceil

from archivist.ui.reader.column import Column
from archivist.ui.reader.figures import Figures
from archivist.ui.reader.heights import Heights
from archivist.ui.reader.structure import Structure


def estimated_heights(structure: Structure, column: Column, figures: Figures) -> Heights:
    """Gives each row's height in pixels, from how many characters it has."""
    typography = column.typography
    characters = max(8.0, column.width / typography.character)
    ends = [*structure.starts[1:], structure.length]
    by_line = [
        (ceil((end - start) / characters) or 1) * scale * typography.line + gap * typography.em
        for start, end, scale, gap in zip(
            structure.starts, ends, structure.scales, structure.gaps, strict=True
        )
    ]
    for line in figures.lines():
        by_line[line] += figures.room(line, column, structure)
    if structure.rows < len(by_line):
        rows = map(structure.lines_of, range(structure.rows))
        by_line = [max(by_line[line] for line in lines) for lines in rows]
    return Heights(by_line)
