"""How many of a thing there are, as a warning says it."""


def counted(number: int, noun: str) -> str:
    """Gives "1 passage" or "1,204 passages"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
