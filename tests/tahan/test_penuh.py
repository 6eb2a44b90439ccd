"""A full disk, a quota, a document that is open elsewhere, a folder that may not be written: told in plain words, and
nothing is half done."""

from __future__ import annotations

import itertools
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tahan.kandang import ANAK, LINGKUNGAN, Kandang, berkas, dump, jawaban, keadaan, periksa, permintaan, salin
from tahan.perintah import DI, PERINTAH, lengkap, momen

KATA = {
    "penuh": "penyimpanan penuh",
    "kuota": "penyimpanan penuh",
    "izin": "sedang dibuka di program lain, atau map itu tidak boleh Anda tulisi",
}
TITIK = {"validate": 3, "build": 2, "forms": 2, "step": 1}
BANYAK = 5


def pukul(kandang: Kandang, asal: Path, folder: Path, nama: str, **pukulan: Any) -> None:
    """Strike in this way (`cara`) at so many steps (`jumlah`), look, then run again on a sound disk."""
    cara, jumlah = pukulan["cara"], pukulan["jumlah"]
    perintah = lengkap(nama, asal)
    utuh = salin(asal, folder / "utuh" / "kantor")
    sekali = kandang.jalan(utuh, *perintah)
    selesai, awal = keadaan(utuh), berkas(asal)
    for ke in momen(jumlah, sekali.langkah):
        ws = salin(asal, folder / str(ke) / "kantor")
        akhir = kandang.jalan(ws, *perintah, cara=cara, ke=ke)
        if akhir.kode == 3:
            [pesan, saran] = akhir.stderr.splitlines()
            assert KATA[cara] in pesan, akhir.stderr
            assert saran.startswith("Yang perlu dilakukan: ")
            assert akhir.stdout == ""
        else:  # all was written before
            assert (akhir.kode, akhir.stdout) == (sekali.kode, sekali.stdout), akhir.stderr
        periksa(ws, awal, selesai[1], folder / "lihat")
        assert not [p for p in berkas(ws) if p.endswith(".tmp")]
        ulang = kandang.jalan(ws, *perintah)
        register, isi = keadaan(ws)
        if akhir.kode == 3:
            assert ulang.kode == sekali.kode, ulang.stderr
            assert register == selesai[0]
        isi.pop(".kinerja.kunci", None)
        assert isi == selesai[1]
        shutil.rmtree(ws)


@pytest.mark.parametrize(("nama", "cara"), [*itertools.product(TITIK, ("penuh", "izin")), ("step", "kuota")])
def test_terhenti_lalu_diulang(kandang: Kandang, kantor_berjalan: Path, tmp_path: Path, nama: str, cara: str) -> None:
    pukul(kandang, kantor_berjalan, tmp_path, nama, cara=cara, jumlah=TITIK[nama])


@pytest.mark.slow
@pytest.mark.parametrize("cara", ["penuh", "izin"])
def test_terhenti_di_banyak_langkah(kandang: Kandang, kantor: Callable[[str], Path], tmp_path: Path, cara: str) -> None:
    for di, nama in DI:
        (folder := tmp_path / f"{di}-{nama}").mkdir()
        pukul(kandang, kantor(di), folder, nama, cara=cara, jumlah=BANYAK)


@pytest.mark.parametrize(("nama", "map_"), [("validate", "output"), ("build", "output"), ("validate", "arsip")])
def test_map_hanya_dapat_dibaca(kandang: Kandang, kantor_berjalan: Path, tmp_path: Path, nama: str, map_: str) -> None:
    ws = salin(kantor_berjalan, tmp_path / "ws")
    akhir = kandang.jalan(ws, *PERINTAH[nama], cara="baca_saja", di=str(ws / map_))
    assert akhir.kode == 3
    assert f"{map_}/" in akhir.stderr
    assert "penyimpanan ini hanya dapat dibaca" in akhir.stderr
    kini, awal = berkas(ws), berkas(kantor_berjalan)
    assert {p: i for p, i in kini.items() if p.startswith(map_)} == {
        p: i for p, i in awal.items() if p.startswith(map_)
    }
    assert kandang.jalan(ws, *PERINTAH[nama]).kode == 1


@pytest.mark.parametrize(
    ("nama", "path"),
    [
        ("validate", "output/2026-01/kertas_kerja_validasi_2026-01.xlsx"),
        ("build", "output/2026-01/laporan_bulanan_2026-01.docx"),
    ],
)
def test_dokumen_sedang_dibuka(kandang: Kandang, kantor_berjalan: Path, tmp_path: Path, nama: str, path: str) -> None:
    """Office programs lay a marker beside what they have open; when it is closed all becomes as it should."""
    utuh, ws = salin(kantor_berjalan, tmp_path / "utuh"), salin(kantor_berjalan, tmp_path / "ws")
    lusa = "2026-02-08T09:00:00"
    assert kandang.jalan(utuh, *PERINTAH[nama], waktu=lusa).kode == 1
    penanda = (ws / path).with_name(f".~lock.{Path(path).name}#")
    penanda.write_text("Sari,kantor,08.02.2026 08:59;")
    lama = (ws / path).read_bytes()
    akhir = kandang.jalan(ws, *PERINTAH[nama], waktu=lusa)
    assert akhir.kode == 3
    assert f"{path} sedang dibuka di program lain, jadi tidak diganti." in akhir.stderr
    assert (ws / path).read_bytes() == lama
    penanda.unlink()
    assert kandang.jalan(ws, *PERINTAH[nama], waktu=lusa).kode == 1
    assert berkas(ws) == berkas(utuh)
    dump(ws)


@pytest.mark.parametrize(
    ("nama", "path"),
    [
        ("validate", "output/2026-01/kertas_kerja_validasi_2026-01.xlsx"),
        ("build", "output/2026-01/laporan_bulanan_2026-01.docx"),
        ("forms", "formulir/2026-02/formulir_SEK_2026-02.xlsx"),
        ("validate", "induk.xlsx"),
        ("build", "kinerja.toml"),
        ("build", "templates/laporan_bulanan.docx"),
    ],
)
def test_berkas_terkunci_seluruhnya(
    kandang: Kandang, kantor_berjalan: Path, tmp_path: Path, nama: str, path: str
) -> None:
    """Windows lets a program keep others even from reading."""
    ws = salin(kantor_berjalan, tmp_path / "ws")
    assert kandang.jalan(ws, "forms", "2026-02").kode == 0
    sebelum = keadaan(ws)
    akhir = kandang.jalan(ws, *PERINTAH[nama], waktu="2026-02-08T09:00:00", cara="terkunci", di=str(ws / path))
    assert akhir.kode == 3, akhir.stderr
    assert path in akhir.stderr
    assert "tidak dapat dibaca" in akhir.stderr
    assert "Permission" not in akhir.stderr
    assert berkas(ws)[path] == sebelum[1][path]
    assert kandang.jalan(ws, *PERINTAH[nama], waktu="2026-02-08T09:00:00").kode in (0, 1)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="cakram kecil sungguhan dibuat dengan tmpfs Linux")
def test_cakram_kecil_sungguhan(kandang: Kandang, kantor_berjalan: Path, tmp_path: Path) -> None:
    """A disk that is really too small, journal of the register and all; what it held is copied out and run again."""
    utuh = salin(kantor_berjalan, tmp_path / "utuh")
    seharusnya = kandang.jalan(utuh, "validate")
    terpakai = sum(-(-p.stat().st_size // 4096) * 4 for p in kantor_berjalan.rglob("*"))
    terhenti = 0
    for lebih in (0, 4, 12, 20, 28, 48, 96, 4096):
        cakram, hasil = tmp_path / f"cakram{lebih}", tmp_path / f"hasil{lebih}"
        cakram.mkdir()
        hasil.mkdir()
        skrip = (
            f'mount -t tmpfs -o size={terpakai + lebih}k tahan "{cakram}" && cp -a "{kantor_berjalan}/." "{cakram}" '
            f'|| exit 99; "{sys.executable}" "{ANAK}"; cp -a "{cakram}/." "{hasil}"'
        )
        jalan = subprocess.run(
            ["unshare", "-rm", "sh", "-c", skrip], input=permintaan(cakram, "validate"), capture_output=True, text=True,
            check=False, **LINGKUNGAN,
        )  # fmt: skip
        if jalan.returncode != 0:
            pytest.skip(f"tmpfs tidak boleh dipasang di sini: {jalan.stderr}")
        akhir = jawaban(jalan.stdout)
        terhenti += akhir.kode == 3
        assert akhir.kode in (1, 3), akhir.stderr
        assert (akhir.kode == 3) == ("penyimpanan penuh" in akhir.stderr), akhir.stderr
        ulang = kandang.jalan(hasil, "validate")
        assert ulang.kode == seharusnya.kode, ulang.stderr
        assert keadaan(hasil) == keadaan(utuh)
    assert terhenti >= 3
