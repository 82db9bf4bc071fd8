"""How many of a thing there are, in English, as lines and warnings say it."""


def count(number: int, thing: str) -> str:
    """Gives "1 document" or "1,200 documents"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
