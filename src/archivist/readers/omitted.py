"""What the text of a word processor's file goes without, in the words of a warning."""

from collections.abc import Mapping

from archivist.domain.counting import count

_MOST_KINDS = 5  # that are named


def omissions(
    file_name: str, *, deleted: int, hidden: int, left_out: Mapping[str, int]
) -> list[str]:
    """Gives a warning for each kind of thing that is in a file and not in its text.

    Args:
        file_name: The file.
        deleted: How many deletions its tracked changes record.
        hidden: How many passages are hidden.
        left_out: What cannot be text, with how many there are of each kind.
    """
    warnings = []
    if deleted:
        warnings.append(
            f"{file_name} has tracked changes; it reads as if all were accepted "
            f"({count(deleted, 'deletion')} left out)."
        )
    if hidden:
        warnings.append(f"Hidden text was left out of {file_name} ({count(hidden, 'passage')}).")
    if left_out:
        kinds = [f"{kind} ({count})" for kind, count in sorted(left_out.items())]
        named = ", ".join(kinds[:_MOST_KINDS]) + (" …" if len(kinds) > _MOST_KINDS else "")
        warnings.append(
            f"Only the text of {file_name} was taken; its original also holds: {named}."
        )
    return warnings
