"""The process that runs commands, and an office in the middle of its month."""

from __future__ import annotations

import os
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from helpers.jalankan import jalankan
from tahan.kandang import Kandang, salin
from tahan.perintah import PERINTAH

from sample_data.pengisi import isi_formulir

BULAN = "2026-01"
Isian = dict[str, str | int | float | None]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without fork the children cannot be made."""
    if not hasattr(os, "fork"):
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=f"memerlukan fork, yang tidak ada di {sys.platform}"))


@pytest.fixture(scope="session")
def kandang() -> Iterator[Kandang]:
    k = Kandang()
    yield k
    k.tutup()


def kirim(ws: Path, asal: Path, nama: str, isian: dict[str, Isian], anggaran: Isian | None = None) -> None:
    tujuan = ws / "masuk" / nama
    tujuan.write_bytes(isi_formulir(asal, isian, anggaran))
    os.utime(tujuan, (1_770_000_000, 1_770_000_000))


def sunting(konsep: Path, ke: Path) -> None:
    """The Sekretaris corrects a word, without tracking it."""
    with zipfile.ZipFile(konsep) as asal, zipfile.ZipFile(ke, "w") as hasil:
        for info in asal.infolist():
            isi = asal.read(info)
            if info.filename == "word/document.xml":
                assert b"capaian" in isi
                isi = isi.replace(b"capaian", b"pencapaian", 3)
            hasil.writestr(info, isi)


@pytest.fixture(scope="session")
def kantor_awal(kandang: Kandang, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """January: forms out, two back (one faulty), nothing validated."""
    ws = tmp_path_factory.mktemp("tahan") / "kantor"
    assert jalankan("init", str(ws), "--tahun", "2026").kode == 0
    assert kandang.jalan(ws, "forms", BULAN, waktu="2026-02-01T08:00:00").kode == 0
    formulir = ws / "formulir" / BULAN
    salah: Isian = {"Pembilang": "dua puluh", "Penyebut": 36, "Data Pendukung": "rekap.pdf"}
    kirim(ws, formulir / f"formulir_IRB1_{BULAN}.xlsx", "irban.xlsx", {"IKU-01": salah})
    kirim(ws, formulir / f"formulir_SEK_{BULAN}.xlsx", "sek.xlsx", {})
    return ws


@pytest.fixture(scope="session")
def kantor_berjalan(kandang: Kandang, kantor_awal: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same validated and reported; then its correction and evidence have come."""
    ws = salin(kantor_awal, tmp_path_factory.mktemp("tahan") / "kantor")
    assert kandang.jalan(ws, "validate", waktu="2026-02-05T08:00:00").kode == 1
    assert kandang.jalan(ws, "build", BULAN, waktu="2026-02-05T09:00:00").kode == 1
    [salinan] = (ws / "output" / BULAN / "pengembalian").rglob("perbaikan_*IRB1*.xlsx")
    kirim(ws, salinan, "irban perbaikan.xlsx", {"IKU-01": {"Pembilang": 20}})
    sunting(ws / "output" / BULAN / f"laporan_bulanan_{BULAN}.docx", ws / "konsep dikoreksi.docx")
    bukti = ws / "masuk" / "rekap.pdf"
    bukti.write_bytes(b"%PDF-1.4 rekap tindak lanjut")
    os.utime(bukti, (1_770_000_000, 1_770_000_000))
    return ws


@pytest.fixture(scope="session")
def kantor_siap(kandang: Kandang, kantor_awal: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """January valid, its report approved by all but the last, who approves now."""
    ws = salin(kantor_awal, tmp_path_factory.mktemp("tahan") / "kantor")
    formulir = ws / "formulir" / BULAN
    betul: Isian = {"Pembilang": 20, "Penyebut": 25, "Data Pendukung": "rekap.pdf"}
    kirim(ws, formulir / f"formulir_IRB1_{BULAN}.xlsx", "irban.xlsx", {"IKU-01": betul}, {"6.01.02.2.01.0001": 500_000})
    kirim(ws, formulir / f"formulir_SEK_{BULAN}.xlsx", "sek.xlsx", {}, {"6.01.02.2.01.0002": 500_000})
    assert kandang.jalan(ws, "validate", waktu="2026-02-04T08:00:00").kode == 0
    assert kandang.jalan(ws, "build", BULAN, waktu="2026-02-05T09:00:00").kode == 0
    setuju = kandang.jalan(ws, "approve", BULAN, "--oleh", "Siti Aminah", waktu="2026-02-05T10:00:00")
    assert setuju.kode == 0, setuju.stderr
    return ws


@pytest.fixture(scope="session")
def kantor_disetujui(kandang: Kandang, kantor_siap: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, approved by all."""
    ws = salin(kantor_siap, tmp_path_factory.mktemp("tahan") / "kantor")
    setuju = kandang.jalan(ws, *PERINTAH["approve"], waktu="2026-02-05T11:00:00")
    assert setuju.kode == 0, setuju.stderr
    return ws


@pytest.fixture(scope="session")
def kantor_final(kandang: Kandang, kantor_disetujui: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, final."""
    ws = salin(kantor_disetujui, tmp_path_factory.mktemp("tahan") / "kantor")
    final = kandang.jalan(ws, *PERINTAH["finalize"], waktu="2026-02-05T12:00:00")
    assert final.kode == 0, final.stderr
    return ws


@pytest.fixture(scope="session")
def kantor_terkirim(kandang: Kandang, kantor_final: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same on its way; the receipt has come back."""
    ws = salin(kantor_final, tmp_path_factory.mktemp("tahan") / "kantor")
    kirim_laporan = kandang.jalan(ws, *PERINTAH["deliver"], waktu="2026-02-05T13:00:00")
    assert kirim_laporan.kode == 0, kirim_laporan.stderr
    (ws / "masuk" / "rekap.pdf").write_bytes(b"%PDF-1.4 tanda terima")
    return ws


@pytest.fixture(scope="session")
def kantor_bentrok(kandang: Kandang, kantor_awal: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """January with two forms of Irban I, of which neither answers the other."""
    ws = salin(kantor_awal, tmp_path_factory.mktemp("tahan") / "kantor")
    betul: Isian = {"Pembilang": 20, "Penyebut": 25, "Data Pendukung": "rekap.pdf"}
    kirim(ws, ws / "formulir" / BULAN / f"formulir_IRB1_{BULAN}.xlsx", "irban lain.xlsx", {"IKU-01": betul})
    assert kandang.jalan(ws, "validate", waktu="2026-02-05T08:00:00").kode == 1
    return ws


@pytest.fixture
def kantor(request: pytest.FixtureRequest) -> Callable[[str], Path]:
    """The office in this state, to be copied."""
    return lambda di: Path(request.getfixturevalue(f"kantor_{di}"))
