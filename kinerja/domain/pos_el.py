"""Addresses of electronic mail, as people write them in a cell and as the head of a mail has them."""

from __future__ import annotations

import re

_PISAH = re.compile(r"[\s,;<>()\[\]\"“”\x00-\x1f\x7f]+")


def pecah_pos_el(teks: str | None) -> tuple[str, ...]:
    """The addresses in a text such as `Sekretariat <sek@contoh.go.id>; umum@contoh.go.id`, in small letters.

    Words without `@` are names or remarks (`belum ada`) and fall away.
    """
    kata = (k.strip("'").removeprefix("mailto:").rstrip(".") for k in _PISAH.split(teks or ""))
    return tuple(dict.fromkeys(k.casefold() for k in kata if "@" in k.strip("@")))
