"""What README and docs show is true: every example is run, every link leads somewhere, every command is explained."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from docs.contoh import AKAR, Contoh, Perintah, baca_contoh, blok_polos, cocok, mainkan, setel_jam
from docs.langkah import LANGKAH

from kinerja.catalogue import ATURAN
from kinerja.cli import PERINTAH, kinerja
from kinerja.master.reader import load_master

HALAMAN = {
    "README.md": 15,
    "docs/panduan-auditor.md": 8,
    "docs/panduan-sekretaris.md": 4,
    "docs/panduan-tim.md": 30,
}  # page -> commands that it shows
KANTOR = "inspektorat-2026"
SEMUA = [AKAR / "README.md", *sorted(p for p in AKAR.glob("*.md") if p.name != "README.md")]
SEMUA += sorted([*(AKAR / "docs").glob("*.md"), *AKAR.glob("sample_data/*/README.md"), AKAR / "templates/README.md"])
GAMBAR = AKAR / "docs" / "gambar"


def _nama(p: Path) -> str:
    return p.relative_to(AKAR).as_posix()


@pytest.mark.parametrize("halaman", HALAMAN)
def test_contoh_berjalan_seperti_tertulis(halaman: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    contoh = baca_contoh(AKAR / halaman)
    assert sum(len(c.perintah) for c in contoh) == HALAMAN[halaman]
    monkeypatch.chdir(tmp_path)

    def jalankan(tanggal: str, *kata: str) -> None:
        waktu = Contoh((), {"waktu": tanggal}).waktu
        assert waktu is not None
        setel_jam(waktu, monkeypatch)
        kode, layar = mainkan(Perintah(("kinerja", *kata), ()), monkeypatch)
        assert kode in (0, 1), layar

    for c in contoh:
        for nama in c.sebelum:
            LANGKAH[nama](tmp_path / KANTOR, jalankan)
        if c.waktu is not None:
            setel_jam(c.waktu, monkeypatch)
        for n, p in enumerate(c.perintah, 1):
            kode, layar = mainkan(p, monkeypatch)
            diminta = int(c.tanda.get("kode", "0")) if n == len(c.perintah) else 0
            assert kode == diminta, f"{p.kata}: kode keluar {kode}\n{layar}"
            assert not p.keluaran or cocok(p.keluaran, layar), f"{p.kata}:\n{layar}"


def test_setiap_halaman_bercontoh_diuji() -> None:
    assert {_nama(p) for p in SEMUA if baca_contoh(p)} == set(HALAMAN)


def test_pembanding_dapat_gagal() -> None:
    assert cocok(("a … c", "…", "z"), "a b c\nx\ny\nz\n")
    assert cocok(("…", "z"), "z\n")
    assert not cocok(("a",), "b\n")
    assert not cocok(("a",), "a\nb\n")


def test_perintah_di_blok_polos_dikenal_peluncur() -> None:
    perintah = {b.split("#")[0].strip() for b in blok_polos(AKAR / "README.md")}
    lain = {"python3 mulai.py demo", "python3 mulai.py demo --nyata", "python3 mulai.py tes"}
    assert {p for p in perintah if "-C output/demo" not in p} == lain
    assert len(perintah) == len(lain) + 3


@pytest.mark.slow
def test_contoh_pada_demo_berjalan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    perintah = [b for b in blok_polos(AKAR / "README.md") if "-C output/demo" in b]
    for baris in ["python3 mulai.py demo output/demo", *perintah]:
        kode, layar = mainkan(Perintah(("kinerja", *baris.split()[2:]), ()), monkeypatch)
        assert kode == 0, layar
        assert "IRB4" in layar or "laporan_tahunan_2026.docx" in layar, layar


def test_tabel_perintah_readme_sama_dengan_bantuan() -> None:
    teks = (AKAR / "README.md").read_text(encoding="utf-8")
    tabel = {k.split()[0]: k for k in re.findall(r"^\| `kinerja ([^`]+)`", teks, re.MULTILINE)}
    assert list(tabel) == list(PERINTAH)
    konteks = kinerja.make_context("kinerja", ["-C", ".", "sop"])
    for nama in PERINTAH:
        perintah = kinerja.get_command(konteks, nama)
        assert perintah is not None
        if not isinstance(perintah, click.Group):
            argumen = [b for b in perintah.collect_usage_pieces(konteks) if b != "[PILIHAN]"]
            assert tabel[nama] == " ".join([nama, *argumen])


@pytest.mark.parametrize("halaman", SEMUA, ids=_nama)
def test_perintah_dan_pilihan_yang_disebut_ada(halaman: Path) -> None:
    for kutipan in re.findall(r"`kinerja ([^`]+)`", halaman.read_text(encoding="utf-8")):
        kata = kutipan.replace("…", "").split()
        if kata[:1] == ["-C"]:
            kata = kata[2:]
        if not kata or kata[0] == "--help":
            continue
        perintah = kinerja.get_command(kinerja.make_context("kinerja", ["-C", ".", "sop"]), kata[0])
        assert perintah is not None, kutipan
        if isinstance(perintah, click.Group):
            perintah = perintah.commands[kata[1]] if len(kata) > 1 else perintah
        dikenal = {o for p in perintah.params for o in p.opts} | {"--help"}
        assert {k for k in kata[1:] if k.startswith("--")} <= dikenal, kutipan


@pytest.mark.parametrize("halaman", SEMUA, ids=_nama)
def test_kode_temuan_yang_disebut_ada(halaman: Path) -> None:
    teks = halaman.read_text(encoding="utf-8")
    kode = set(re.findall(r"\b(?:BRK|BTK|ISI|HTG|SLR|LKP|BKT|MST|STL|TPL|ATR)\d{3}\b", teks))
    assert kode <= set(ATURAN)


@pytest.mark.parametrize("halaman", SEMUA, ids=_nama)
def test_tautan_ada(halaman: Path) -> None:
    for tujuan in re.findall(r"\]\(([^)\s]+)\)", _tanpa_kode(halaman.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", tujuan):
            continue
        path, _, jangkar = tujuan.partition("#")
        berkas = (halaman.parent / path).resolve() if path else halaman
        assert berkas.exists(), tujuan
        if jangkar:
            judul = re.findall(r"^#+ (.+)$", _tanpa_kode(berkas.read_text(encoding="utf-8")), re.MULTILINE)
            assert jangkar in {_jangkar(j) for j in judul}, tujuan


def _tanpa_kode(teks: str) -> str:
    return re.sub(r"^```.*?^```$", "", teks, flags=re.MULTILINE | re.DOTALL)


def _jangkar(judul: str) -> str:
    return re.sub(r"[^\w\- ]", "", judul.lower()).replace(" ", "-")


def test_angka_yang_disebut_tentang_contoh() -> None:
    contoh = AKAR / "sample_data" / "inspektorat"
    teks = (contoh / "README.md").read_text(encoding="utf-8")
    master, _ = load_master((contoh / "induk.xlsx").read_bytes())
    assert master is not None
    kiriman = [p for p in (contoh / "masuk").rglob("*") if p.is_file()]
    assert f"({len(master.indikator)} indikator, {len(master.unit)} unit" in teks
    assert f"{len(kiriman)} berkas" in teks


def test_gambar_kecil_dipakai_dan_bernama() -> None:
    gambar = {p.name: p for p in GAMBAR.glob("*.png")}
    dipakai = {
        Path(t).name: keterangan
        for p in SEMUA
        for keterangan, t in re.findall(r"!\[([^\]]*)\]\(([^)\s]+\.png)\)", p.read_text(encoding="utf-8"))
    }
    assert set(dipakai) == set(gambar)
    assert len(gambar) <= 17
    assert all(len(keterangan) >= 15 for keterangan in dipakai.values()), dipakai
    assert {n: p.stat().st_size for n, p in gambar.items() if p.stat().st_size >= 120_000} == {}
