"""Steps and those who do them, in a sentence; and the step that a person means by what he types."""

from __future__ import annotations

from collections.abc import Mapping

from kinerja.catalogue.ejaan import mungkin, terdekat
from kinerja.errors import SalahPakai
from kinerja.sop.model import Langkah, Profil, Sop


def sebut_langkah(langkah: Langkah) -> str:
    """A step in a sentence: `langkah 6`, or by its id where the SOP prints no number."""
    return f"langkah {langkah.no or langkah.id}"


def sebut_pelaksana(langkah: Langkah, orang: Mapping[str, tuple[str, ...]]) -> str:
    """Who does the step: its roles, each with the people behind it, where they are known."""
    return ", ".join(f"{x} ({'; '.join(n)})" if (n := orang.get(x, ())) else x for x in langkah.pelaksana)


def cari_langkah(profil: Profil, teks: str) -> tuple[Sop, Langkah]:
    """The step with this id in any case of letters, else with this printed number, when only one bears it.

    SalahPakai, with the near miss or with all that are meant, for anything else.
    """
    cari = teks.strip().casefold()
    semua = [(s, x) for s in profil.sop for x in s.langkah]
    cocok = [(s, x) for s, x in semua if x.id.casefold() == cari] or [
        (s, x) for s, x in semua if x.no and x.no.casefold() == cari
    ]
    if len(cocok) == 1:
        return cocok[0]
    if cocok:
        rinci = "; ".join(f"{x.id} ({s.nama}: {x.uraian})" for s, x in cocok)
        raise SalahPakai(f"Nomor {teks.strip()} ada pada {len(cocok)} langkah: {rinci}.", "Tulis kode di depan kurung.")
    nama = {x.id.casefold(): x.id for _, x in semua}
    dekat = mungkin(nama.get(terdekat(cari, list(nama), 0.5) or ""))
    raise SalahPakai(
        f"Langkah {teks} tidak ada dalam SOP {profil.nama}.{dekat}", f"Langkah yang ada: {', '.join(nama.values())}."
    )
