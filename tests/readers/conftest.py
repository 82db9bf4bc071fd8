"""What the readers' tests share."""

from tests.readers.contract import child

__all__ = ["child"]
