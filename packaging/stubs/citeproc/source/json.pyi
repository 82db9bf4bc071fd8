from collections.abc import Mapping, Sequence
from typing import Any

class CiteProcJSON:
    def __init__(self, json_data: Sequence[Mapping[str, Any]]) -> None: ...
