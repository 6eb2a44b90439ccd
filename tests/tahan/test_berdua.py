"""Two runs at once on one workspace: the second is refused in a good sentence, the first goes on undisturbed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tahan.kandang import Kandang, berkas, dump, keadaan, salin
from tahan.perintah import PERINTAH, lengkap

SEMUA = [*PERINTAH, "status", "libur", "trace"]
LAIN = {"status": ("status",), "libur": ("libur", "2026"), "trace": ("trace", "IKU-01", "2026-01")}


@pytest.mark.parametrize(
    "kasus",
    [("validate", 40, SEMUA), ("validate", 12, ["validate"]), ("build", 4, ["build"])],
    ids=lambda k: f"{k[0]}-{k[1]}",
)
def test_yang_kedua_ditolak(
    kandang: Kandang, kantor_berjalan: Path, tmp_path: Path, kasus: tuple[str, int, list[str]]
) -> None:
    pertama, ke, kedua = kasus
    utuh, ws = salin(kantor_berjalan, tmp_path / "utuh"), salin(kantor_berjalan, tmp_path / "ws")
    seharusnya = kandang.jalan(utuh, *PERINTAH[pertama])
    satu = kandang.jalan(ws, *PERINTAH[pertama], cara="henti", ke=ke)
    assert satu.kode == "henti"
    tertunda = berkas(ws)
    for nama in kedua:
        perintah = LAIN[nama] if nama in LAIN else lengkap(nama, kantor_berjalan)
        dua = kandang.jalan(ws, *perintah)
        assert dua.kode == 3, nama
        assert dua.stdout == ""
        pesan, saran = dua.stderr.splitlines()
        assert "Proses kinerja lain sedang berjalan pada map kerja ini" in pesan
        assert f"nomor proses {satu.pid}" in pesan
        assert saran == "Yang perlu dilakukan: Tunggu sampai proses itu selesai lalu jalankan lagi."
        assert berkas(ws) == tertunda, nama
    akhir = kandang.lanjut()
    assert (akhir.kode, akhir.stdout) == (seharusnya.kode, seharusnya.stdout)
    assert keadaan(ws) == keadaan(utuh)


def test_map_kerja_lain_tidak_menunggu(kandang: Kandang, kantor_berjalan: Path, tmp_path: Path) -> None:
    satu, dua = salin(kantor_berjalan, tmp_path / "satu"), salin(kantor_berjalan, tmp_path / "dua")
    assert kandang.jalan(satu, "validate", cara="henti", ke=20).kode == "henti"
    assert kandang.jalan(dua, "validate").kode == 1
    assert kandang.lanjut().kode == 1
    assert dump(satu) == dump(dua)
