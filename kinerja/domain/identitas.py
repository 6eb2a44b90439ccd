"""The identity sheet of a form as rows of text: written by forms, read back by read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kinerja.domain.formulir import AnggaranTerbit, BarisTerbit, FormTerbit, IdentitasForm

_KODE_FORMULIR = "Kode Formulir"
_JUDUL_BARIS = (
    "Kode", "Target Tahun", "Target Periode Ini", "Target s.d.", "Realisasi s.d. Lalu",
    "Jumlah Lalu", "Banyak Lalu", "Pembilang Lalu", "Penyebut Lalu",
)  # fmt: skip
_KOSONG = [""] * len(_JUDUL_BARIS)
_JUDUL_ANGGARAN = ("Kode Anggaran", "Pagu", "Realisasi s.d. Lalu")


def identitas_rows(form: FormTerbit) -> list[list[str]]:
    """Rows of the identity sheet, every cell text; empty text stands for "no value"."""
    rows = [[_KODE_FORMULIR, form.identitas.kode_formulir], list(_JUDUL_BARIS)]
    rows += [
        [
            b.kode,
            b.target_tahun or "",
            b.target_periode or "",
            b.target_sd or "",
            b.realisasi_sd_lalu or "",
            b.jumlah_lalu or "",
            str(b.banyak_lalu),
            b.pembilang_lalu or "",
            b.penyebut_lalu or "",
        ]
        for b in form.baris
    ]
    rows.append(list(_JUDUL_ANGGARAN))
    rows += [[a.kode, a.pagu, a.realisasi_sd_lalu] for a in form.anggaran]
    return rows


def parse_identitas(rows: Iterable[Sequence[str]]) -> FormTerbit | None:
    """Read the rows back, of stripped texts; None when the identity line or a count is missing or damaged."""
    identitas: IdentitasForm | None = None
    baris: list[BarisTerbit] = []
    anggaran: list[AnggaranTerbit] = []
    bagian = ""
    for row in rows:
        sel = [*row, *_KOSONG]
        if sel[0] == _KODE_FORMULIR:
            identitas = IdentitasForm.parse(sel[1])
        elif sel[0] in (_JUDUL_BARIS[0], _JUDUL_ANGGARAN[0]):
            bagian = sel[0]
        elif sel[0] and bagian == _JUDUL_BARIS[0]:
            if not (sel[6].isascii() and sel[6].isdigit()):
                return None
            baris.append(
                BarisTerbit(
                    kode=sel[0],
                    target_tahun=sel[1] or None,
                    target_periode=sel[2] or None,
                    target_sd=sel[3] or None,
                    realisasi_sd_lalu=sel[4] or None,
                    jumlah_lalu=sel[5] or None,
                    banyak_lalu=int(sel[6]),
                    pembilang_lalu=sel[7] or None,
                    penyebut_lalu=sel[8] or None,
                )
            )
        elif sel[0] and bagian == _JUDUL_ANGGARAN[0]:
            anggaran.append(AnggaranTerbit(kode=sel[0], pagu=sel[1], realisasi_sd_lalu=sel[2]))
    if identitas is None:
        return None
    return FormTerbit(identitas=identitas, baris=tuple(baris), anggaran=tuple(anggaran))
