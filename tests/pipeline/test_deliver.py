"""`kinerja deliver`: letters and package of a final report, its receipt, and corrections of what went out."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from helpers import docx_text
from helpers.jalankan import Hasil, jalankan
from kantor_final import BULAN, KantorFinal
from kantor_uji import saat

from kinerja.pipeline import finalize as modul_finalize

PDF = b"%PDF-1.4\n" + b"%" * 300


@pytest.fixture(scope="module")
def final(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office whose January is final since 10 February; no LibreOffice there."""
    with pytest.MonkeyPatch.context() as m:
        m.setattr(modul_finalize, "cari_libreoffice", lambda: None)
        k = KantorFinal(tmp_path_factory.mktemp("final") / "kantor")
        k.finalkan("02-10")
    return k.ws.akar


@pytest.fixture
def ws(final: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(modul_finalize, "cari_libreoffice", lambda: None)
    _hari("02-12", monkeypatch)
    (tmp_path / "pindai.pdf").write_bytes(PDF)
    return Path(shutil.copytree(final, tmp_path / "kantor"))


def _hari(hari: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja.cli.deliver.now", lambda: saat(hari))
    monkeypatch.setattr("kinerja.cli.status.now", lambda: saat(hari))


def _deliver(ws: Path, *arg: str) -> Hasil:
    return jalankan("-C", str(ws), "deliver", BULAN, *arg)


def _json(ws: Path, *arg: str) -> dict[str, Any]:
    hasil = _deliver(ws, *arg, "--json")
    assert hasil.kode == 0, hasil.stderr
    data: dict[str, Any] = json.loads(hasil.stdout)
    return data


def _bukti(ws: Path, tanggal: str = "2026-02-12", *arg: str) -> Hasil:
    berkas = str(ws.parent / "pindai.pdf")
    return _deliver(ws, "--bukti", berkas, "--oleh", "Budi Santoso", "--tanggal", tanggal, *arg)


def _langkah12(ws: Path) -> dict[str, Any]:
    semua = json.loads(jalankan("-C", str(ws), "status", BULAN, "--json").stdout)["langkah"]
    return next(x for x in semua if x["no"] == "12")


def _naskah(ws: Path, nama: str) -> str:
    [berkas] = (ws / "output" / BULAN).glob(f"kirim_v*/{nama}_*.docx")
    return docx_text.dump(berkas.read_bytes())


def test_belum_final_ditolak_dengan_apa_yang_harus_dikerjakan(kantor: Path) -> None:
    for arg in ((), ("--bukti", "x.pdf", "--oleh", "Budi", "--tanggal", "2026-02-01")):
        hasil = jalankan("-C", str(kantor), "deliver", BULAN, *arg)
        assert hasil.kode == 3
        assert "belum final" in hasil.stderr
        assert f"kinerja finalize {BULAN}" in hasil.stderr
    assert not (kantor / "output" / BULAN / "kirim_v1").exists()


def test_surat_dan_paket(ws: Path) -> None:
    data = _json(ws, "--ttd", str(ws.parent / "pindai.pdf"))
    jenis = [d["jenis"] for d in data["dokumen"]]
    assert jenis == ["surat_pengantar", "tanda_terima_laporan", "bukti_pengiriman", "paket_unggah", "paket_unggah"]
    assert (data["versi"], data["ralat"]) == (1, None)
    for d in data["dokumen"]:
        assert hashlib.sha256((ws / d["path"]).read_bytes()).hexdigest() == d["sha256"]
    folder = ws / "output" / BULAN / "kirim_v1" / "unggah"
    nama = f"Laporan_Kinerja_Inspektorat_Daerah_{BULAN}.pdf"
    assert (folder / nama).read_bytes() == PDF
    sidik = hashlib.sha256(PDF).hexdigest()
    assert (folder / "manifest_sha256.txt").read_text("ascii") == f"{sidik}  {nama}\n"
    assert f"nomor {data['nomor']} tanggal 10 Februari 2026" in _naskah(ws, "surat_pengantar")
    assert sidik[:8] in _naskah(ws, "tanda_terima_laporan")


def test_diulang_memberi_berkas_yang_sama(ws: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another day, without --ttd: the date of the letters and the signed report are those of the first time."""
    pertama = _json(ws, "--ttd", str(ws.parent / "pindai.pdf"), "--atas-nama", "Sekretaris")
    _hari("02-20", monkeypatch)
    assert _json(ws)["dokumen"] == pertama["dokumen"]
    assert _json(ws, "--tanggal", "2026-02-18")["dokumen"] != pertama["dokumen"]


def test_surat_yang_sudah_diisi_orang_tidak_ditulis_ulang(ws: Path) -> None:
    assert _deliver(ws).kode == 0
    folder = ws / "output" / BULAN / "kirim_v1"
    surat = folder / f"surat_pengantar_{BULAN}_v1.docx"
    surat.write_bytes(diisi := surat.read_bytes() + b"nomor 12")
    assert _deliver(ws, "--ttd", str(ws.parent / "pindai.pdf")).kode == 0
    assert surat.read_bytes() == diisi
    hasil = _deliver(ws, "--tanggal", "2026-02-11")  # another letter: what was filled in is kept beside it
    assert "_suntingan_" in hasil.stderr
    assert diisi in [p.read_bytes() for p in folder.glob("*_suntingan_*.docx")]


def test_pdf_laporan_lain_dikatakan(ws: Path) -> None:
    perhatian = _json(ws, "--ttd", str(ws.parent / "pindai.pdf"))["perhatian"]
    assert any(t.startswith("pindai.pdf: ") for t in perhatian)
    assert not any(t.startswith("pindai.pdf: ") for t in _json(ws)["perhatian"])


def test_tanpa_pdf_dikatakan(ws: Path) -> None:
    data = _json(ws)
    assert [d["jenis"] for d in data["dokumen"]] == ["surat_pengantar", "tanda_terima_laporan", "bukti_pengiriman"]
    assert any("--ttd" in t for t in data["perhatian"])


def test_nama_dan_batas_unggah_dari_setelan(ws: Path) -> None:
    with (ws / "kinerja.toml").open("a", encoding="utf-8") as f:
        f.write('pola_unggah = "LKj/{tahun}:{periode}"\nbatas_unggah = 1\n')
    data = _json(ws, "--ttd", str(ws.parent / "pindai.pdf"))
    assert data["dokumen"][3]["path"].endswith(f"/unggah/LKj_2026_{BULAN}.pdf")
    besar = ws.parent / "besar.pdf"
    besar.write_bytes(PDF + b"\0" * (1024 * 1024))
    hasil = _deliver(ws, "--ttd", str(besar))
    assert hasil.kode == 2
    assert "1,1 MB; batas unggahnya 1 MB" in hasil.stderr


def test_pdf_sendiri_yang_terlalu_besar_hanya_diperingatkan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    besar = PDF + b"\0" * (11 * 1024 * 1024)
    monkeypatch.setattr(modul_finalize, "_pdf", lambda *_: besar)
    k = KantorFinal(tmp_path / "kantor")
    k.finalkan("02-10")
    _hari("02-12", monkeypatch)
    data = _json(k.ws.akar)
    assert any("11,1 MB" in t and "10 MB" in t for t in data["perhatian"])
    assert data["dokumen"][3]["sha256"] == hashlib.sha256(besar).hexdigest()


def test_tanda_terima_menutup_langkah_pengiriman(ws: Path) -> None:
    assert _deliver(ws).kode == 0
    assert _langkah12(ws)["status"] != "selesai"
    hasil = _bukti(ws)
    assert hasil.kode == 0
    assert "Langkah 12, Januari 2026: selesai." in hasil.stdout
    langkah = _langkah12(ws)
    sidik = hashlib.sha256(PDF).hexdigest()
    assert langkah["status"] == "selesai"
    assert f"arsip/{sidik[:2]}/{sidik}" in langkah["bukti"]
    assert (ws / "arsip" / sidik[:2] / sidik).read_bytes() == PDF
    lagi = _bukti(ws)
    assert lagi.kode == 0
    assert "memang sudah tercatat" in lagi.stderr


def test_status_menyarankan_pengirimannya(ws: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja.cli.step.now", lambda: saat("02-12"))
    ttd = ("step", "done", "11", "--oleh", "A", "--tanggal", "2026-02-12", "--periode", BULAN)

    def saran() -> str:
        return str(json.loads(jalankan("-C", str(ws), "status", BULAN, "--json").stdout)["berikutnya"]["perintah"])

    assert jalankan("-C", str(ws), *ttd).kode == 0
    assert saran() == f"kinerja deliver {BULAN}"
    assert _deliver(ws).kode == 0
    assert saran().startswith(f"kinerja deliver {BULAN} --bukti")
    assert _bukti(ws).kode == 0
    assert "deliver" not in saran()


@pytest.mark.parametrize(
    ("arg", "kode", "bagian"),
    [
        (("--oleh", "Budi"), 2, "hanya berlaku bersama --bukti"),
        (("--bukti", "pindai.pdf"), 2, "diperlukan --oleh dan --tanggal"),
        (("--bukti", "pindai.pdf", "--oleh", " ", "--tanggal", "2026-02-12"), 2, "--oleh masih kosong"),
        (("--bukti", "tidak-ada.pdf", "--oleh", "Budi", "--tanggal", "2026-02-12"), 2, "tidak ada"),
        (("--bukti", "pindai.pdf", "--oleh", "Budi", "--tanggal", "2026-02-13"), 2, "belum tiba"),
        (("--bukti", "pindai.pdf", "--oleh", "Budi", "--tanggal", "2026-02-09"), 2, "mendahului"),
        (("--bukti", "pindai.pdf", "--oleh", "Budi", "--tanggal", "2026-02-12", "--versi", "2"), 2, "tidak mempunyai"),
        (("--ttd", "tidak-ada.pdf"), 2, "tidak ada"),
        (("--ttd", "bukan.pdf"), 2, "bukan PDF"),
        (("--atas-nama", "Bendahara"), 2, "Tidak ada pejabat"),
    ],
)
def test_yang_keliru_ditolak(
    ws: Path, monkeypatch: pytest.MonkeyPatch, arg: tuple[str, ...], kode: int, bagian: str
) -> None:
    assert _deliver(ws).kode == 0
    (ws.parent / "bukan.pdf").write_bytes(b"PK\x03\x04")
    monkeypatch.chdir(ws.parent)
    hasil = _deliver(ws, *arg)
    assert hasil.kode == kode
    assert bagian in hasil.stderr
    assert hasil.stdout == ""


def test_bukti_sebelum_paket_disiapkan(ws: Path) -> None:
    hasil = _bukti(ws)
    assert hasil.kode == 3
    assert f"kinerja deliver {BULAN}" in hasil.stderr


def _versi_dua(ws: Path) -> None:
    k = KantorFinal.pada(ws)
    k.perbaiki("02-14", 25)
    k.finalkan("02-16")


def test_ralat_atas_yang_sudah_terkirim(ws: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _deliver(ws).kode == 0
    assert _bukti(ws).kode == 0
    _versi_dua(ws)
    _hari("02-17", monkeypatch)
    data = _json(ws)
    assert data["dokumen"][0]["jenis"] == "surat_ralat"
    ralat = data["ralat"]
    assert (ralat["ke"], ralat["atas_versi"], ralat["alasan"]) == (1, 1, "Irban I membetulkan pembilang")
    realisasi = [b for b in ralat["perubahan"] if b["angka"] == "Realisasi"]
    assert [(b["tempat"], b["semula"], b["menjadi"]) for b in realisasi] == [
        ("Inspektorat Daerah", "63,89", "69,44"),
        ("Inspektur Pembantu I", "63,89", "69,44"),
    ]
    teks = _naskah(ws, "surat_ralat")
    assert "Ralat ke-1 atas Laporan Kinerja Januari 2026" in teks
    assert "telah kami sampaikan pada 12 Februari 2026" in teks
    assert _bukti(ws, "2026-02-17").kode == 0
    assert "17 Februari 2026" in _langkah12(ws)["bukti"]
    lama = _bukti(ws, "2026-02-12", "--versi", "1")
    assert "versi 1" in lama.stderr


def test_versi_dua_tanpa_pengiriman_bukan_ralat(ws: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _deliver(ws).kode == 0
    _versi_dua(ws)
    _hari("02-17", monkeypatch)
    data = _json(ws)
    assert data["ralat"] is None
    assert data["dokumen"][0]["jenis"] == "surat_pengantar"


def test_angka_sementara_tertulis_pada_semua_surat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modul_finalize, "cari_libreoffice", lambda: None)
    k = KantorFinal(tmp_path / "kantor", lengkap=False)
    k.finalkan("02-10", sementara=True)
    _hari("02-12", monkeypatch)
    assert _deliver(k.ws.akar).kode == 0
    for nama in ("surat_pengantar", "tanda_terima_laporan", "bukti_pengiriman"):
        assert "ANGKA SEMENTARA" in _naskah(k.ws.akar, nama)
    assert "Sekretariat (Jan: belum menyampaikan formulir)" in _naskah(k.ws.akar, "surat_pengantar")


def test_sop_tanpa_langkah_pengiriman_tetap_menyimpan_buktinya(ws: Path) -> None:
    setelan = ws / "kinerja.toml"
    setelan.write_text(setelan.read_text(encoding="utf-8").replace('"karanganyar"', '"bantul"'), encoding="utf-8")
    assert _deliver(ws).kode == 0
    hasil = _bukti(ws)
    assert hasil.kode == 0
    assert "tidak menyebut langkah pengiriman" in hasil.stderr
    sidik = hashlib.sha256(PDF).hexdigest()
    assert (ws / "arsip" / sidik[:2] / sidik).is_file()


def test_surat_ralat_tidak_dibuat_sendiri(ws: Path) -> None:
    hasil = jalankan("-C", str(ws), "letter", "surat_ralat", BULAN)
    assert hasil.kode == 2
    assert "kinerja deliver" in hasil.stderr


def test_pernyataan_reviu_menyebut_laporan_dan_tidak_menyimpulkan(ws: Path) -> None:
    assert jalankan("-C", str(ws), "letter", "pernyataan_reviu").kode == 0
    teks = docx_text.dump((ws / "output" / "2026" / "pernyataan_reviu_2026.docx").read_bytes())
    assert "Laporan Kinerja Inspektorat Daerah Tahun 2026 telah direviu" in teks
    assert teks.count("☐") == 3
