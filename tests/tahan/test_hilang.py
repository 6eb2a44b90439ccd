"""What is told and what is done when the register or the archive of a workspace is gone."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from tahan.kandang import Kandang, berkas, dump, salin

from kinerja.register.db import Register
from kinerja.register.model import Kiriman

MENUNGGU = [
    ("build", "2026-01"),
    ("status",),
    ("forms", "2026-02"),
    ("accept", "SEK", "2026-01", "ISI003", "--alasan", "a", "--oleh", "b"),
    ("choose", "masuk/sek.xlsx"),
    ("letter", "surat_pengantar", "2026-01"),
    ("monitor", "2026-02"),
    ("step", "done", "1", "--oleh", "Budi", "--tanggal", "2026-02-05"),
]


@pytest.fixture
def ws(kantor_berjalan: Path, tmp_path: Path) -> Path:
    return salin(kantor_berjalan, tmp_path / "ws")


@pytest.mark.parametrize("kosong", [False, True])
@pytest.mark.parametrize("perintah", MENUNGGU, ids=lambda p: p[0])
def test_register_hilang_disebut_dan_tidak_dibuat_diam_diam(
    kandang: Kandang, ws: Path, perintah: tuple[str, ...], *, kosong: bool
) -> None:
    (ws / "kinerja.db").unlink()
    if kosong:
        (ws / "kinerja.db").touch()
    sebelum = berkas(ws)
    akhir = kandang.jalan(ws, *perintah)
    assert akhir.kode == 3
    assert "kinerja.db (register) tidak ada" in akhir.stderr
    assert "cadangan" in akhir.stderr
    assert berkas(ws) == sebelum
    assert (ws / "kinerja.db").exists() == kosong


def ketik_keputusan(kkv: Path) -> None:
    """The Tim writes beside the first finding."""
    buku = openpyxl.load_workbook(kkv)
    lembar = next(x for x in buku if "Keputusan Tim" in [s.value for baris in x.iter_rows() for s in baris])
    judul = next(b for b in lembar.iter_rows() if "Keputusan Tim" in [s.value for s in b])
    kolom = {s.value: s.column for s in judul}
    baris = judul[0].row + 1
    for nama, isi in (("Keputusan Tim", "Perlu klarifikasi"), ("Alasan", "menunggu"), ("Diperiksa Oleh", "Sari")):
        lembar.cell(baris, kolom[nama]).value = isi
    buku.save(kkv)


def test_register_hilang_disusun_ulang_oleh_validate(kandang: Kandang, ws: Path) -> None:
    kkv = ws / "output/2026-01/kertas_kerja_validasi_2026-01.xlsx"
    utuh = salin(ws, ws.with_name("utuh"))
    assert kandang.jalan(utuh, "validate").kode == 1
    ketik_keputusan(kkv)
    (ws / "kinerja.db").unlink()
    akhir = kandang.jalan(ws, "validate")
    assert akhir.kode == 1
    assert "register disusun ulang" in akhir.stdout + akhir.stderr
    dump(ws)
    with Register.open(ws / "kinerja.db") as kini, Register.open(utuh / "kinerja.db") as dulu:
        assert kini.periksa_rantai() is None
        assert [(k.unit, k.revisi, k.status) for k in kini.kiriman()] == [
            (k.unit, k.revisi, k.status) for k in dulu.kiriman()
        ]
        assert kini.fakta(2026) == dulu.fakta(2026)
        # What people typed into the KKV is taken over, and no document of theirs is lost.
        [putusan] = kini.keputusan("2026-01").values()
        assert (putusan.alasan, putusan.oleh) == ("menunggu", "Sari")
    assert "disusun ulang" not in kandang.jalan(ws, "validate").stderr
    assert kandang.jalan(ws, "build", "2026-01").kode == 1


def test_arsip_hilang_diambil_lagi_dari_masuk(kandang: Kandang, ws: Path) -> None:
    with zipfile.ZipFile(ws / "masuk" / "kiriman.zip", "w") as z:
        z.write(ws / "masuk" / "sek.xlsx", "sek.xlsx")
    (ws / "masuk" / "sek.xlsx").unlink()
    assert kandang.jalan(ws, "validate").kode == 1
    dikenal = {f"arsip/{sha[:2]}/{sha}" for sha in (k.sha256 for k in kiriman(ws))}
    utuh = berkas(ws)
    shutil.rmtree(ws / "arsip")
    assert kandang.jalan(ws, "validate").kode == 1
    kini = {p: i for p, i in berkas(ws).items() if p.startswith("arsip/")}
    assert kini.items() <= utuh.items()
    # All but the first form, which its correction has replaced in masuk/ too.
    assert dikenal <= kini.keys()


def kiriman(ws: Path) -> tuple[Kiriman, ...]:
    with Register.open(ws / "kinerja.db") as reg:
        return reg.kiriman()


def test_arsip_dan_masuk_hilang_disebut(kandang: Kandang, ws: Path) -> None:
    """What must be read again cannot be: the run stops with what to do, and nothing is judged without its form."""
    shutil.rmtree(ws / "arsip")
    for berkas_masuk in (ws / "masuk").iterdir():
        berkas_masuk.unlink()
    (ws / "kinerja.toml").write_text(f"{(ws / 'kinerja.toml').read_text()}\nambang_deviasi = 20\n")
    sebelum = kiriman(ws)
    akhir = kandang.jalan(ws, "validate", "2026-01")
    assert akhir.kode == 3
    assert "Kembalikan map arsip/ dari salinan cadangan" in akhir.stderr
    assert kiriman(ws) == sebelum
