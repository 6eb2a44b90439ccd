"""What the name of an indicator says of its direction: less is better (`Angka kematian ibu`), or more."""

from __future__ import annotations

import re
from enum import StrEnum

_MAKIN_KECIL = re.compile(
    r"^(?:menurunnya|penurunan|berkurangnya|pengurangan|menekan)\b"
    r"|\b(?:angka|tingkat|jumlah|persentase|rasio) (?:kematian|kemiskinan|pengangguran|stunting|kecelakaan|kriminalitas"
    r"|kebocoran|keterlambatan|kesalahan|pelanggaran|kerugian|putus sekolah|pengaduan|keluhan|temuan berulang)\b"
)
# Words that turn that round.
_DIBALIK = re.compile(
    r"\b(?:ditangani|diselesaikan|selesai|ditindaklanjuti|terselesaikan|tertangani|terjawab|dijawab|tuntas|dipulihkan"
    r"|penanganan|penyelesaian|tindak lanjut|persentase penurunan|persentase pengurangan)\b"
)
_MAKIN_BESAR = re.compile(r"^(?:meningkatnya|peningkatan|bertambahnya|naiknya)\b")


class Arah(StrEnum):
    KECIL = "makin kecil makin baik"
    BESAR = "makin besar makin baik"


def arah_nama(nama: str) -> Arah | None:
    """The direction that a name states; None for most names, which state none."""
    kata = " ".join(nama.casefold().split())
    if _MAKIN_KECIL.search(kata) is not None and _DIBALIK.search(kata) is None:
        return Arah.KECIL
    return Arah.BESAR if _MAKIN_BESAR.search(kata) is not None else None
