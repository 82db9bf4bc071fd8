"""The invisible characters that reorder what stands around them, and their names.

They are kept in the text, but a reader must see them: they can make a passage read as something
that it does not say. The list is that of Unicode Standard Annex 9, explicit formatting characters.
"""

import re
import unicodedata

CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def name_of(character: str) -> str:
    """Gives a character's code and Unicode name, as "U+202E RIGHT-TO-LEFT OVERRIDE"."""
    return f"U+{ord(character):04X} {unicodedata.name(character)}"
