"""Which form is this? The hidden sheet says; else a document property; else the visible line of text."""

from __future__ import annotations

from kinerja.catalogue import temuan
from kinerja.domain.formulir import LEMBAR_IDENTITAS, SKEMA, FormTerbit, IdentitasForm
from kinerja.domain.identitas import parse_identitas
from kinerja.findings import Finding
from kinerja.sources import CellRef
from kinerja.workbook.model import Buku, Lembar, Sel

_AWALAN = "KINERJA/"
# The visible line stands near the top; a code quoted in some cell far below is no identity.
_BARIS_TERBACA = 40


def cari_identitas(buku: Buku, berkas: str) -> tuple[IdentitasForm | None, FormTerbit | None, list[Finding]]:
    """Identity, what the hidden sheet says was issued (None when lost), and findings; no identity: it is refused."""
    tempat = CellRef(berkas)
    terbit = next((t for lembar in _lembar_identitas(buku) if (t := _baca_terbit(lembar)) is not None), None)
    calon = [terbit.identitas] if terbit is not None else []
    calon += [i for nilai in buku.sifat.values() if (i := _kode(nilai)) is not None]
    calon += _terlihat(buku)
    if not calon:
        return None, None, [temuan("BTK001", tempat)]
    utama = calon[0]
    for lain in calon[1:]:
        if (lain.instansi, lain.unit, lain.periode) != (utama.instansi, utama.unit, utama.periode):
            tertulis, diharapkan = lain.kode_formulir, utama.kode_formulir
            return None, None, [temuan("BTK002", tempat, tertulis=tertulis, diharapkan=diharapkan)]
    if utama.skema != SKEMA:
        return None, None, [temuan("BTK015", tempat, tertulis=utama.skema, diharapkan=SKEMA)]
    if terbit is None:
        return utama, None, [temuan("BTK017", tempat, tertulis=utama.kode_formulir)]
    return utama, terbit, []


def lembar_identitas(lembar: Lembar) -> bool:
    """True for the hidden sheet, whatever an application did to the case of its name."""
    return lembar.nama.strip().casefold() == LEMBAR_IDENTITAS


def _lembar_identitas(buku: Buku) -> list[Lembar]:
    """The hidden sheet first, then any other sheet that may be it under another name."""
    semua = list(buku.lembar.values())
    return sorted((x for x in semua if lembar_identitas(x) or x.tersembunyi), key=lambda x: not lembar_identitas(x))


def _baca_terbit(lembar: Lembar) -> FormTerbit | None:
    return parse_identitas(
        [_teks(isi.get(k)) for k in range(1, lebar + 1)] for _, isi in lembar.baris.items() if (lebar := max(isi)) < 100
    )


def _teks(sel: Sel | None) -> str:
    """The text of a cell as we wrote it."""
    if sel is None:
        return ""
    return sel.nilai if isinstance(sel.nilai, str) else sel.teks


def _kode(teks: str) -> IdentitasForm | None:
    return IdentitasForm.parse(teks) if teks.startswith(_AWALAN) else None


def _terlihat(buku: Buku) -> list[IdentitasForm]:
    """Codes in the visible lines, sheet by sheet, top first."""
    hasil: list[IdentitasForm] = []
    for lembar in buku.lembar.values():
        if lembar_identitas(lembar):
            continue
        for nomor, isi in lembar.baris.items():
            if nomor > _BARIS_TERBACA:
                break
            for sel in isi.values():
                teks = sel.nilai
                if isinstance(teks, str) and _AWALAN in teks:
                    kode = IdentitasForm.parse(sel.teks[sel.teks.find(_AWALAN) :].split()[0])
                    hasil += [kode] if kode is not None else []
    return hasil
