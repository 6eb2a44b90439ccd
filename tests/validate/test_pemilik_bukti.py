"""Whose evidence a file is, by the container in which it came and by who names it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import pytest

from kinerja.domain.bukti import BerkasBukti
from kinerja.validate.pemilik_bukti import Pemilik, pemilik_bukti

SEK, IRB, IRB2 = ("SEK", "2026-01"), ("IRB1", "2026-01"), ("IRB1", "2026-02")


def berkas(path: str, sha: str = "a", hari: int = 3, bulan: int = 2) -> BerkasBukti:
    return BerkasBukti(
        nama=path.rpartition("/")[2], path=path, sha256=sha, ukuran=1, diterima=datetime(2026, bulan, hari)
    )


def pemilik(
    formulir: Mapping[str, Pemilik],
    *bukti: BerkasBukti,
    calon: Sequence[BerkasBukti] = (),
    teks: Mapping[Pemilik, Sequence[str]] | None = None,
) -> dict[Pemilik, list[tuple[str, str | None, bool]]]:
    saat = {p: datetime(2026, int(p[1][-2:]) + 1, 3) for p in formulir.values()}
    hasil = pemilik_bukti([(f, p, saat[p]) for f, p in formulir.items()], bukti, calon, lambda _: teks or {})
    return {p: sorted((b.path, b.sha256, b.bersama) for b in n.semua) for p, n in hasil.items()}


@pytest.mark.parametrize(
    ("form", "path", "milik"),
    [
        ("masuk/a/f.xlsx", "masuk/a/x.pdf", True),
        ("masuk/a/f.xlsx", "masuk/a/bukti/lain/x.pdf", True),
        ("masuk/a/form/f.xlsx", "masuk/a/bukti/x.pdf", True),
        ("masuk/a/f.xlsx", "masuk/a/b.zip!/x.pdf", True),
        ("masuk/m.eml!/f.xlsx", "masuk/m.eml!/k.zip!/d/x.pdf", True),
        ("masuk/m.eml!/f.xlsx", "masuk/m.eml!/x.pdf", True),
        ("masuk/a/f.xlsx", "masuk/ab/x.pdf", False),  # the folder of both holds the other unit's form too
        ("masuk/m.eml!/f.xlsx", "masuk/m.eml (2)!/x.pdf", False),
        ("masuk/a/f.xlsx", "Unduhan/x.pdf", False),
    ],
)
def test_wadah_terdekat_yang_berisi_formulir(form: str, path: str, milik: bool) -> None:
    hasil = pemilik({form: IRB, "masuk/lain/sek.xlsx": SEK}, berkas(path))
    assert hasil == ({IRB: [(path, "a", False)]} if milik else {})


def test_revisi_di_tempat_lain_memakai_bukti_kiriman_pertamanya() -> None:
    formulir = {"masuk/a.zip!/f.xlsx": IRB, "masuk/revisi/f2.xlsx": IRB, "masuk/sek.xlsx": SEK}
    assert pemilik(formulir, berkas("masuk/a.zip!/x.pdf")) == {IRB: [("masuk/a.zip!/x.pdf", "a", False)]}


def test_di_wadah_bersama_menurut_yang_menyebut() -> None:
    formulir = {"masuk/f.xlsx": IRB, "masuk/s.xlsx": SEK}
    bukti = (berkas("masuk/x.pdf"), berkas("masuk/y.pdf"), berkas("masuk/z.pdf"))
    teks = {IRB: ["x.pdf dan y.pdf"], SEK: ["Y.PDF"]}
    assert pemilik(formulir, *bukti, teks=teks) == {
        IRB: [("masuk/x.pdf", "a", False), ("masuk/y.pdf", "a", True)],
        SEK: [("masuk/y.pdf", "a", True)],
    }


def test_satu_unit_setahun_dalam_satu_map() -> None:
    """A file that every month names is every month's; one that was overwritten is that of its month."""
    formulir = {"masuk/irban/1.xlsx": IRB, "masuk/irban/2.xlsx": IRB2}
    bukti = (berkas("masuk/irban/r.pdf", "lama"), berkas("masuk/irban/r.pdf", "baru", bulan=3))
    teks = {IRB: ["r.pdf"], IRB2: ["r.pdf"]}
    assert pemilik(formulir, *bukti, teks=teks) == {
        IRB: [("masuk/irban/r.pdf", "lama", False)],
        IRB2: [("masuk/irban/r.pdf", "baru", False)],
    }
    assert pemilik(formulir, bukti[1], teks=teks)[IRB] == [("masuk/irban/r.pdf", "baru", False)]


def test_yang_diperbaiki_sebelum_bulan_berikutnya_menggantikan_yang_keliru() -> None:
    formulir = {"masuk/irban/1.xlsx": IRB, "masuk/irban/2.xlsx": IRB2}
    bukti = (berkas("masuk/irban/r.pdf", "kosong"), berkas("masuk/irban/r.pdf", "benar", 20))
    assert pemilik(formulir, *bukti, teks={IRB: ["r.pdf"]}) == {IRB: [("masuk/irban/r.pdf", "benar", False)]}


def test_calon_hanya_bila_disebut() -> None:
    formulir = {"masuk/irban/1.xlsx": IRB}
    calon = [berkas("masuk/irban/register.xlsx")]
    assert pemilik(formulir, calon=calon) == {}
    assert pemilik(formulir, calon=calon, teks={IRB: ["register.xlsx"]}) == {
        IRB: [("masuk/irban/register.xlsx", "a", False)]
    }


def test_tanpa_formulir_tidak_ada_pemilik() -> None:
    assert pemilik({}, berkas("masuk/x.pdf")) == {}
