"""`kinerja letter`: each kind on the sample's master, who signs, what stays blank, what is refused, the SOP's steps."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from helpers import docx_text
from helpers.jalankan import Hasil, jalankan

from kinerja.cli import letter, status
from kinerja.render.surat import BAHAN, JENIS
from kinerja.sop.bukti import SURAT
from kinerja.sop.loader import daftar_profil, load_profil

CONTOH = Path(__file__).resolve().parents[2] / "sample_data" / "inspektorat"


@pytest.fixture(scope="module")
def dasar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the sample's master: three heads in one year, the second a Plt."""
    ws = tmp_path_factory.mktemp("surat") / "kantor"
    assert jalankan("init", str(ws), "--tahun", "2026").kode == 0
    for nama in ("induk.xlsx", "kinerja.toml", "logo.png"):
        shutil.copyfile(CONTOH / nama, ws / nama)
    return ws


@pytest.fixture
def kantor(dasar: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for modul in (letter, status):
        monkeypatch.setattr(modul, "now", lambda: datetime(2026, 4, 6, 9))
    return Path(shutil.copytree(dasar, tmp_path / "kantor"))


def _buat(ws: Path, *arg: str) -> Hasil:
    return jalankan("-C", str(ws), "letter", *arg)


def _json(ws: Path, *arg: str) -> dict:
    hasil = _buat(ws, *arg, "--json")
    assert hasil.kode == 0, hasil.stderr
    return json.loads(hasil.stdout)


def _teks(ws: Path, *arg: str) -> str:
    return docx_text.plain_text((ws / _json(ws, *arg)["dokumen"][0]["path"]).read_bytes())


@pytest.mark.parametrize("jenis", JENIS)
def test_setiap_jenis_dibuat_dan_berulang_sama(kantor: Path, jenis: str) -> None:
    periode = () if JENIS[jenis].tahunan else ("2026-03",)
    satu = _json(kantor, jenis, *periode)
    dokumen = satu["dokumen"][0]
    assert dokumen["jenis"] == jenis
    assert (kantor / dokumen["path"]).is_file()
    assert _json(kantor, jenis, *periode) == satu
    assert not list((kantor / "output").rglob("*_suntingan_*"))


@pytest.mark.parametrize(
    ("tanggal", "jabatan", "nama"),
    [
        ("2026-06-30", "Inspektur,", "Drs. Bambang Wiryawan, M.Si."),
        ("1 Juli 2026", "Plt. Inspektur,", "Ratna Kusumaningtyas, S.E., M.Acc."),
        ("1/10/2026", "Inspektur,", "Hendra Prasetya, S.H., M.H."),
    ],
)
def test_penanda_tangan_menurut_tanggal_surat(kantor: Path, tanggal: str, jabatan: str, nama: str) -> None:
    baris = _teks(kantor, "surat_pengantar", "2026-03", "--tanggal", tanggal).splitlines()
    assert jabatan in baris
    assert nama in baris


def test_atas_nama(kantor: Path) -> None:
    teks = _teks(kantor, "undangan_rapat", "2026-03", "--atas-nama", "sekretaris")
    assert "a.n. Inspektur ↵ Sekretaris," in teks
    assert "Ratna Kusumaningtyas" in teks
    assert "Bambang" not in teks


def test_atas_nama_diri_sendiri_diperingatkan(kantor: Path) -> None:
    arg = ("surat_pengantar", "2026-07", "--atas-nama", "Sekretaris", "--tanggal")
    [teks] = _json(kantor, *arg, "2026-08-12")["perhatian"]  # the Sekretaris is Plt. Inspektur then
    assert "Ratna Kusumaningtyas" in teks
    assert "tanpa --atas-nama" in teks
    assert _json(kantor, *arg, "2026-10-12")["perhatian"] == []


def test_keputusan_menyebut_jabatan_bukan_plt(kantor: Path) -> None:
    teks = _teks(kantor, "sk_tim", "--tanggal", "2026-08-03")
    assert "KEPUTUSAN INSPEKTUR\n" in teks
    assert "Plt. Inspektur,\n" in teks
    assert "Dimas Arya Saputra, S.H." in teks


def test_dasar_hukum_tidak_pernah_dikarang(kantor: Path) -> None:
    teks = _teks(kantor, "sk_tim")
    for kata in ("Peraturan", "Undang", "Nomor 29", "Permen"):
        assert kata not in teks
    assert any("Mengingat" in x for x in _json(kantor, "sk_tim")["kurang"])


def test_target_dan_pagu_perjanjian_kinerja(kantor: Path) -> None:
    instansi = _teks(kantor, "perjanjian_kinerja").splitlines()
    n = instansi.index("Jumlah laporan hasil pengawasan yang diterbitkan")
    assert instansi[n + 1 : n + 3] == ["laporan", "174"]  # 44 + 44 + 43 + 43 of the four units
    assert "12.818.420.000" in instansi
    unit = _teks(kantor, "perjanjian_kinerja", "--unit", "irb1").splitlines()
    n = unit.index("Jumlah laporan hasil pengawasan yang diterbitkan")
    assert unit[n + 1 : n + 3] == ["laporan", "44"]
    assert "588.900.000" in unit
    assert "Ir. Agus Setiadi, M.T." in unit


def test_rencana_aksi_kosong_di_bulan_yang_tidak_diukur(kantor: Path) -> None:
    baris = _teks(kantor, "rencana_aksi").splitlines()
    n = baris.index("Persentase temuan berulang")
    assert baris[n + 1 : n + 15] == ["%", "10,00", *["–", "–", "12", "–", "–", "10", "–", "–", "10", "–", "–", "8"]]


@pytest.mark.parametrize(
    ("arg", "bunyi"),
    [
        (("2026-03",), "Kamis, 9 April 2026"),
        (("2026-S1", "--rapat", "9 Juli 2026"), "Kamis, 9 Juli 2026"),
        (("2026-05",), "Pembahasan pengukuran kinerja Mei 2026"),
    ],
)
def test_rapat_yang_dipilih(kantor: Path, arg: tuple[str, ...], bunyi: str) -> None:
    assert bunyi in _teks(kantor, "notula", *arg)


def test_tanpa_rapat_dan_tanpa_atasan_disebut(kantor: Path) -> None:
    assert [k for k in _json(kantor, "undangan_rapat", "2026-05")["kurang"] if "lembar Rapat" in k]
    assert _json(kantor, "undangan_rapat", "2026-03")["kurang"] == []
    assert "Peran Bupati" in _buat(kantor, "perjanjian_kinerja").stderr
    assert _json(kantor, "perjanjian_kinerja", "--unit", "IRB1")["kurang"] == []


def test_pimpinan_unit_yang_kosong_disebut(kantor: Path) -> None:
    buku = openpyxl.load_workbook(kantor / "induk.xlsx")
    for baris in buku["Unit"].iter_rows(min_row=2):
        if baris[0].value == "IRB1":
            baris[4].value = None
    buku.save(kantor / "induk.xlsx")
    assert [k for k in _json(kantor, "rencana_aksi", "--unit", "IRB1")["kurang"] if "Inspektur Pembantu I " in k]
    assert _json(kantor, "rencana_aksi", "--unit", "IRB2")["kurang"] == []


def _ubah_induk(kantor: Path, lembar: str, *baris: tuple[object, ...], kosongkan: bool = False) -> None:
    """Rows added to a sheet of the master, after the rows of the sample or instead of them."""
    buku = openpyxl.load_workbook(kantor / "induk.xlsx")
    if kosongkan:
        buku[lembar].delete_rows(2, buku[lembar].max_row)
    for isi in baris:
        buku[lembar].append(isi)
    buku.save(kantor / "induk.xlsx")


def test_dua_rapat_ditanyakan_dengan_barisnya(kantor: Path) -> None:
    rapat = [(datetime(2026, 4, 9), "13.00", "Aula", "Rapat A", "Tim"), (datetime(2026, 4, 20), None, None, "Rapat B")]
    _ubah_induk(kantor, "Rapat", *rapat, kosongkan=True)
    hasil = _buat(kantor, "notula", "2026-03")
    assert hasil.kode == 2
    for kata in ("baris 2, 9 April 2026 (Rapat A)", "baris 3, 20 April 2026 (Rapat B)", "--rapat TANGGAL"):
        assert kata in hasil.stderr
    kurang = _json(kantor, "undangan_rapat", "2026-03", "--rapat", "2026-04-20")["kurang"]
    assert kurang == [
        "Waktu dan Tempat rapat belum ada: isi lembar Rapat baris 3.",
        "Peserta rapat belum ada: isi kolom Peserta di lembar Rapat baris 3.",
    ]
    assert _json(kantor, "undangan_rapat", "2026-03", "--rapat", "2026-04-09")["kurang"] == []


def test_dua_rapat_sehari_tidak_disuruh_menyebut_tanggal(kantor: Path) -> None:
    rapat = [(datetime(2026, 4, 9), "09.00", "Aula", "A", "Tim"), (datetime(2026, 4, 9), "13.00", "Aula", "B", "Tim")]
    _ubah_induk(kantor, "Rapat", *rapat, kosongkan=True)
    hasil = _buat(kantor, "notula", "2026-03")
    assert (hasil.kode, "Sisakan satu baris" in hasil.stderr) == (2, True)


def test_pimpinan_yang_tidak_menjabat_disebut_barisnya(kantor: Path) -> None:
    kepala = ("Inspektur", "Inspektur", "Budi Santoso, S.H.", None, None, datetime(2026, 7, 1), None)
    _ubah_induk(kantor, "Pejabat", kepala, kosongkan=True)
    assert [k for k in _json(kantor, "surat_pengantar", "2026-03")["kurang"] if "pada baris 2" in k]
    assert "…………………" in _teks(kantor, "surat_pengantar", "2026-03")
    kurang = _json(kantor, "surat_pengantar", "2026-03", "--tanggal", "2026-07-01")["kurang"]
    assert kurang == ["NIP Budi Santoso, S.H. belum ada: isi kolom NIP di lembar Pejabat baris 2."]


@pytest.mark.parametrize(
    ("jenis", "tanggal", "bunyi"),
    [
        ("nota_permintaan_data", "2026-04-02", ["Batas penyampaian jatuh pada hari libur, Minggu, 5 April 2026"]),
        ("nota_permintaan_data", "2026-04-06", ["Batas penyampaian jatuh", "sesudah batas penyampaian data"]),
        ("undangan_rapat", "2026-04-10", ["sesudah rapatnya, 9 April 2026"]),
        ("undangan_rapat", "2026-04-09", []),
        ("undangan_rapat", "2026-04-04", ["Tanggal surat jatuh pada hari libur, Sabtu, 4 April 2026"]),
        ("notula", "2026-04-11", []),
    ],
)
def test_tanggal_yang_tidak_cocok_disebut(kantor: Path, jenis: str, tanggal: str, bunyi: list[str]) -> None:
    perhatian = _json(kantor, jenis, "2026-03", "--tanggal", tanggal)["perhatian"]
    assert len(perhatian) == len(bunyi)
    for teks, kata in zip(perhatian, bunyi, strict=True):
        assert kata in teks


def test_batas_yang_bergeser_tidak_dipersoalkan(kantor: Path) -> None:
    setelan = kantor / "kinerja.toml"
    setelan.write_text(setelan.read_text(encoding="utf-8") + '\ntenggat_libur = "geser"\n', encoding="utf-8")
    assert _json(kantor, "nota_permintaan_data", "2026-03", "--tanggal", "2026-04-02")["perhatian"] == []
    assert "Senin, 6 April 2026" in _teks(kantor, "nota_permintaan_data", "2026-03", "--tanggal", "2026-04-02")


@pytest.mark.parametrize(("hari", "bunyi"), [("kalender", "dalam 2 hari."), ("kerja", "dalam 2 hari kerja.")])
def test_surat_edaran_menyebut_hari_kerja(kantor: Path, hari: str, bunyi: str) -> None:
    setelan = kantor / "kinerja.toml"
    setelan.write_text(setelan.read_text(encoding="utf-8") + f'\nhari = "{hari}"\n', encoding="utf-8")
    assert jalankan("-C", str(kantor), "forms", "2026-03", "--unit", "IRB1").kode == 0
    [edaran] = (kantor / "output").rglob("surat_edaran_*.docx")
    assert bunyi in docx_text.plain_text(edaran.read_bytes())


def test_tembusan_dari_lembar_narasi(kantor: Path) -> None:
    assert "Tembusan:" not in _teks(kantor, "undangan_rapat", "2026-03")
    _ubah_induk(kantor, "Narasi", ("Tembusan Undangan", "Bupati Tirta Amerta\nArsip"))
    baris = _teks(kantor, "undangan_rapat", "2026-03").splitlines()
    n = baris.index("Tembusan:")
    assert baris[n + 1 : n + 3] == ["1. Bupati Tirta Amerta", "2. Arsip"]
    assert "Tembusan:" not in _teks(kantor, "sk_tim")


def test_logo_dan_kode_klasifikasi_yang_hilang_disebut(kantor: Path) -> None:
    (kantor / "logo.png").unlink()
    buku = openpyxl.load_workbook(kantor / "induk.xlsx")
    for baris in buku["Instansi"].iter_rows(min_row=2):
        if baris[0].value == "Kode Klasifikasi":
            baris[1].value = None
    buku.save(kantor / "induk.xlsx")
    kurang = " ".join(_json(kantor, "surat_pengantar", "2026-03")["kurang"])
    assert "Kode Klasifikasi di lembar Instansi" in kurang
    assert "Logo logo.png tidak dapat dibaca" in kurang
    assert "Kode Klasifikasi" not in " ".join(_json(kantor, "bukti_pengiriman", "2026-03")["kurang"])


def test_unit_banyak_ke_lampiran(kantor: Path) -> None:
    unit = [(f"U{n}", f"Bidang {n}", None, None, None, None, None, None) for n in range(1, 24)]
    _ubah_induk(kantor, "Unit", *unit)
    buku = openpyxl.load_workbook(kantor / "induk.xlsx")
    contoh = next(b for b in buku["Target"].iter_rows(min_row=2, values_only=True) if b[1] == "IRB1")
    for kode, *_ in unit:
        buku["Target"].append([contoh[0], kode, *contoh[2:]])
    buku.save(kantor / "induk.xlsx")
    nota = _teks(kantor, "nota_permintaan_data", "2026-03")
    assert "Para pimpinan unit kerja (daftar terlampir)" in nota
    assert "Bidang 23\n" in nota
    disposisi = _teks(kantor, "lembar_disposisi", "2026-03")
    assert "Bidang 23" not in disposisi
    kurang = _json(kantor, "nota_permintaan_data", "2026-03")["kurang"]
    assert [k for k in kurang if "kolom Nama Pimpinan, 23 unit" in k]


def test_hasil_pengumpulan_dan_evaluasi_tanpa_kiriman(kantor: Path) -> None:
    for jenis in ("hasil_pengumpulan_data", "hasil_evaluasi"):
        hasil = _json(kantor, jenis, "2026-03")
        assert hasil["kurang"][0].startswith("Belum ada "), hasil
        assert "Maret 2026" in hasil["kurang"][0]
    teks = _teks(kantor, "hasil_pengumpulan_data", "2026-TW1")
    assert "Belum satu pun dari 24 formulir" in teks
    assert teks.count("formulir belum masuk") == 8  # one row a unit, its months together
    assert "Jan–Mar" in teks


def test_suntingan_orang_disisihkan(kantor: Path) -> None:
    berkas = kantor / _json(kantor, "notula", "2026-03")["dokumen"][0]["path"]
    berkas.write_bytes(berkas.read_bytes() + b"tulisan notulis")
    hasil = _buat(kantor, "notula", "2026-03")
    assert "sudah disunting orang" in hasil.stderr
    assert [b.read_bytes().endswith(b"tulisan notulis") for b in berkas.parent.glob("notula*_suntingan_*")] == [True]


@pytest.mark.parametrize(
    ("arg", "bunyi"),
    [
        (("undangan", "2026-01"), "undangan_rapat"),
        (("sk_tim", "2026-01"), "setahun"),
        (("notula",), "Periode untuk Notula Rapat"),
        (("notula", "2027-01"), "2026"),
        (("notula", "2026-01", "--unit", "SEK"), "--unit"),
        (("notula", "2026-01", "--rapat", "2026-02-10"), "Tidak ada rapat"),
        (("sk_tim", "--atas-nama", "Sekretaris"), "--atas-nama"),
        (("surat_pengantar", "2026-01", "--atas-nama", "Sekertaris"), "“Sekretaris”"),
        (("perjanjian_kinerja", "--unit", "IRB9"), "IRB"),
        (("sk_tim", "--tanggal", "31/2/2026"), "bukan tanggal"),
    ],
)
def test_salah_pakai(kantor: Path, arg: tuple[str, ...], bunyi: str) -> None:
    hasil = _buat(kantor, *arg)
    assert hasil.kode == 2
    assert bunyi in hasil.stderr
    assert not (kantor / "output").exists() or not list((kantor / "output").rglob("*.docx"))


def _langkah(ws: Path, periode: str) -> dict[str, dict]:
    hasil = jalankan("-C", str(ws), "status", periode, "--json")
    return {x["id"]: x for x in json.loads(hasil.stdout)["langkah"]}


def test_status_mengenali_surat(kantor: Path) -> None:
    awal = _langkah(kantor, "2026-03")
    assert (awal["2"]["status"], awal["12"]["bukti"]) == ("terlambat", None)
    _json(kantor, "sk_tim")
    _json(kantor, "bukti_pengiriman", "2026-03")
    akhir = _langkah(kantor, "2026-03")
    assert (akhir["2"]["status"], akhir["2"]["bukti"]) == ("selesai", "output/2026/sk_tim_2026.docx")
    # A receipt that nobody has signed yet does not prove that the report has arrived.
    assert (akhir["12"]["status"], akhir["12"]["bukti"]) == (
        "berjalan",
        "output/2026-03/bukti_pengiriman_2026-03.docx",
    )
    assert _langkah(kantor, "2026-02")["12"]["bukti"] is None


def test_daftar_jenis_dan_langkahnya(kantor: Path) -> None:
    isi = json.loads(jalankan("letter", "--json").stdout)["surat"]
    assert [x["jenis"] for x in isi] == list(JENIS)
    ada = {(nama, x.id) for nama in daftar_profil() for s in load_profil(nama).sop for x in s.langkah}
    for jenis in JENIS.values():
        assert set(jenis.langkah) <= ada
        assert set(jenis.butuh) <= set(BAHAN)
    assert set(JENIS) >= SURAT
    for nama in daftar_profil():
        for x in (x for s in load_profil(nama).sop for x in s.langkah if x.dihasilkan_oleh in SURAT):
            assert (nama, x.id) in JENIS[str(x.dihasilkan_oleh)].langkah
    layar = jalankan("letter").stdout
    for jenis, info in JENIS.items():
        assert f"{jenis}{'' if info.tahunan else ' PERIODE'}  " in layar


@pytest.mark.parametrize(
    ("sop", "periode", "langkah"),
    [
        ("karanganyar", "2026-03", ["3", "4", "5", "6"]),
        ("bantul", "2026-TW1", ["1", "2"]),
        ("kerja_sama", "2026", ["1", "2", "3", "4"]),
        ("sungai_penuh", "2026", ["1", "2", "3", "4"]),
    ],
)
def test_rencana_pengumpulan_menurut_sop(kantor: Path, sop: str, periode: str, langkah: list[str]) -> None:
    setelan = kantor / "kinerja.toml"
    setelan.write_text(setelan.read_text(encoding="utf-8").replace('sop = "karanganyar"', f'sop = "{sop}"'))
    dokumen = (kantor / _json(kantor, "rencana_pengumpulan", periode)["dokumen"][0]["path"]).read_bytes()
    tabel = [b.split(" | ")[1] for b in docx_text.dump(dokumen).splitlines() if b.startswith("| ")]
    assert tabel[1 : 1 + len(langkah)] == langkah  # the first table is the letterhead


def test_rencana_pengumpulan_tanpa_langkahnya_ditolak(kantor: Path) -> None:
    hasil = _buat(kantor, "rencana_pengumpulan", "2026-S1")
    assert hasil.kode == 2
    assert "tidak mempunyai langkah" in hasil.stderr
