from ctypes import Structure
from typing import Any

FPDF_ERR_PASSWORD: int
FPDF_ERR_SECURITY: int
FPDF_ANNOT: int
FPDF_ANNOT_CARET: int
FPDF_ANNOT_CIRCLE: int
FPDF_ANNOT_FREETEXT: int
FPDF_ANNOT_HIGHLIGHT: int
FPDF_ANNOT_INK: int
FPDF_ANNOT_POLYGON: int
FPDF_ANNOT_SQUARE: int
FPDF_ANNOT_SQUIGGLY: int
FPDF_ANNOT_STAMP: int
FPDF_ANNOT_STRIKEOUT: int
FPDF_ANNOT_TEXT: int
FPDF_ANNOT_UNDERLINE: int
FPDF_GRAYSCALE: int
FPDFBitmap_BGRx: int
FPDFBitmap_Gray: int

class FS_RECTF(Structure):  # noqa: N801
    left: float
    top: float
    right: float
    bottom: float
    def __init__(
        self, left: float = ..., top: float = ..., right: float = ..., bottom: float = ...
    ) -> None: ...

def FPDFAnnot_GetSubtype(annotation: Any) -> int: ...
def FPDFPage_CloseAnnot(annotation: Any) -> None: ...
def FPDFPage_GetAnnot(page: Any, index: int) -> Any: ...
def FPDFPage_GetAnnotCount(page: Any) -> int: ...
def FPDF_GetPageBoundingBox(page: Any, rect: FS_RECTF) -> int: ...
def FPDFPage_GetRotation(page: Any) -> int: ...
def FPDFText_GetCharIndexFromTextIndex(text_page: Any, text_index: int) -> int: ...
def FPDFText_GetUnicode(text_page: Any, index: int) -> int: ...
def FPDFText_GetLooseCharBox(text_page: Any, index: int, rect: FS_RECTF) -> int: ...
def FPDFText_IsHyphen(text_page: Any, index: int) -> int: ...
def FPDF_RenderPageBitmap(
    bitmap: Any, page: Any, x: int, y: int, width: int, height: int, rotate: int, flags: int
) -> None: ...
def FPDF_FFLDraw(
    form: Any,
    bitmap: Any,
    page: Any,
    x: int,
    y: int,
    width: int,
    height: int,
    rotate: int,
    flags: int,
) -> None: ...
