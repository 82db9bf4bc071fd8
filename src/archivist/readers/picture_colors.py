"""The colors of pictures as a screen shows them: gray or RGB, 8 bits each, on white paper."""

import io

from PIL import Image, ImageCms, ImageOps

_PHOTOMETRIC = 262  # tag of TIFF 6.0
_WHITE_IS_ZERO = 0
_TWELVE_BITS = 4096
_SEE_THROUGH = frozenset(("LA", "La", "PA", "RGBA", "RGBa"))
_WIDE = frozenset(("I", "F"))  # modes whose range nobody states


def scalable(image: Image.Image) -> Image.Image:
    """Gives a picture whose pixels can be mixed when it is made smaller: no bits, no palette.

    Raises what Pillow raises for modes that it cannot turn into others.
    """
    mode = image.mode
    if mode.startswith("I;16"):
        return _from_sixteen_bits(image)
    if mode in _WIDE:
        return _stretched(image)
    if mode == "1":
        return image.convert("L")
    if mode in _SEE_THROUGH or "transparency" in image.info:
        seen = (image.convert("LA") if mode == "La" else image).convert("RGBA")
        paper = Image.new("RGBA", seen.size, "white")
        paper.alpha_composite(seen)
        return paper.convert("RGB")
    return image.convert("RGB") if mode == "P" else image


def shown(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Gives a picture in mode "L" or "RGB", its colors as its ICC profile means them."""
    if image.mode == "L":
        return image
    if profile and b"sRGB" not in profile[:4096]:
        try:
            meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            screen = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, meant, screen, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            converted = None  # a profile that is damaged, or of other colors than the picture
        if converted is not None:
            return converted
    return image if image.mode == "RGB" else image.convert("RGB")


def _from_sixteen_bits(image: Image.Image) -> Image.Image:
    is_inverted = (
        getattr(image, "tag_v2", {}).get(_PHOTOMETRIC) == _WHITE_IS_ZERO
    )  # Pillow knows that only of fewer bits
    whole = image.convert("I")
    # Many scanners fill only twelve of the sixteen bits.
    divisor = 16 if _extrema(whole)[1] < _TWELVE_BITS else 257
    gray = whole.point(lambda value: value * (1 / divisor) + 0).convert("L")
    return ImageOps.invert(gray) if is_inverted else gray


def _stretched(image: Image.Image) -> Image.Image:
    least, most = _extrema(image)
    scale = 255 / (most - least) if most > least else 1.0
    return image.point(lambda value: value * scale + -least * scale).convert("L")


def _extrema(image: Image.Image) -> tuple[float, float]:
    """Gives the least and the most of a picture with one band."""
    found = [value for value in image.getextrema() if not isinstance(value, tuple)]
    return min(found), max(found)
