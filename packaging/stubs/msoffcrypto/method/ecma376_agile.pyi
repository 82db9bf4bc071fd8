from typing import IO

class ECMA376Agile:
    @staticmethod
    def encrypt(key: str, ibuf: IO[bytes]) -> bytes: ...
