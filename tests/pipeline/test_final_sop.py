"""Finals of every kind of period under each of the five SOPs; and PDFs that are, and are not, of a final."""

from __future__ import annotations

import hashlib
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from pipeline.kantor_uji import Kantor, saat

from kinerja.deliver.arsip import path_arsip
from kinerja.deliver.baca_pdf import IsiPdf
from kinerja.deliver.libreoffice import cari_libreoffice
from kinerja.domain.periode import Periode
from kinerja.errors import SalahPakai
from kinerja.pipeline import finalize as modul_finalize
from kinerja.pipeline import verify_pdf
from kinerja.pipeline.approve import approve, reject
from kinerja.pipeline.deliver import deliver
from kinerja.pipeline.finalize import finalize
from kinerja.pipeline.progress import diam
from kinerja.pipeline.step import step_done, step_reject
from kinerja.pipeline.verify import HasilVerify, verify
from kinerja.pipeline.workspace import Workspace
from kinerja.render.cetak import NaskahCetak

SITI, AHMAD = "Siti Aminah", "Ahmad Fauzi"
WAKTU = datetime(2027, 1, 20, 9)
NASKAH = "output/2026-01/final/laporan_bulanan_2026-01_v1.docx"


@pytest.fixture(scope="module")
def dasar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    kantor = Kantor(tmp_path_factory.mktemp("sop") / "kantor")
    kantor.laporan_awal()
    return kantor.ws.akar


def salin(dasar: Path, tujuan: Path, sop: str = "karanganyar") -> Kantor:
    kantor = Kantor.__new__(Kantor)
    kantor.ws = Workspace(Path(shutil.copytree(dasar, tujuan)).resolve())
    setelan = kantor.ws.akar / "kinerja.toml"
    teks = setelan.read_text(encoding="utf-8")
    setelan.write_text(teks.replace('sop = "karanganyar"', f'sop = "{sop}"'), encoding="utf-8")
    return kantor


@pytest.mark.parametrize(
    "kasus",
    [
        ("karanganyar", "2026-01", [SITI, AHMAD]),
        ("karanganyar", "2026-TW1", [SITI, AHMAD]),  # as the report of a month: the SOP knows no other
        ("karanganyar", "2026", [SITI, AHMAD]),
        ("wonosobo", "2026", [SITI]),
        ("sungai_penuh", "2026", [SITI, "Kepala BKPSDM yang menjabat"]),
        ("kerja_sama", "2026", ["Kasubag yang menjabat", "Kabag yang menjabat"]),
        ("bantul", "2026-TW1", []),  # nobody approves by its SOP
        ("bantul", "2026-S2", []),
    ],
)
def test_final_menurut_tiap_sop(
    dasar: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kasus: tuple[str, str, list[str]]
) -> None:
    sop, periode, penyetuju = kasus
    monkeypatch.setattr(modul_finalize, "cari_libreoffice", lambda: None)
    k, p = salin(dasar, tmp_path / "kantor", sop), Periode.parse(periode)
    k.build(periode, "12-31")
    for n, nama in enumerate(penyetuju, 1):
        hasil = approve(k.ws, p, oleh=nama, langkah=None, catatan="", waktu=WAKTU)
        assert (hasil.berikutnya is None) == (n == len(penyetuju))
        assert (k.ws.akar / hasil.dokumen.path).is_file()
    if not penyetuju:
        with pytest.raises(SalahPakai, match="tidak menyebut siapa yang menyetujui"):
            reject(k.ws, p, oleh=SITI, langkah=None, catatan="x", waktu=WAKTU)
    final = finalize(k.ws, p, tanggal=None, nomor=None, sementara=True, waktu=WAKTU, lapor=diam).final
    assert final.versi == 1
    hasil_verify = verify(k.ws, p, None, waktu=WAKTU, lapor=diam)
    assert hasil_verify.cocok, [b for b in hasil_verify.berkas if not b.cocok]


@pytest.fixture(scope="module")
def dasar_final(dasar: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    k = salin(dasar, tmp_path_factory.mktemp("pdf") / "kantor")
    with pytest.MonkeyPatch.context() as m:
        m.setattr(modul_finalize, "cari_libreoffice", lambda: None)
        for nama in (SITI, AHMAD):
            approve(k.ws, Periode.parse("2026-01"), oleh=nama, langkah=None, catatan="", waktu=saat("02-11"))
        finalize(
            k.ws, Periode.parse("2026-01"), tanggal=None, nomor=None, sementara=True, waktu=saat("02-12"), lapor=diam
        )
    return k.ws.akar


@pytest.fixture
def final(dasar_final: Path, tmp_path: Path) -> Kantor:
    return salin(dasar_final, tmp_path / "kantor")


def cek(k: Kantor, pdf: Path) -> HasilVerify:
    return verify(k.ws, Periode.parse("2026-01"), pdf, waktu=saat("03-01"), lapor=diam)


def alasan(k: Kantor, teks: str, monkeypatch: pytest.MonkeyPatch) -> tuple[bool, str | None]:
    """What verify says of a PDF with this text."""
    pdf = k.ws.akar.parent / "bertanda.pdf"
    pdf.write_bytes(b"%PDF-1.4 bertanda tangan")
    isi = IsiPdf(teks=(teks,), tujuan={}, huruf=frozenset(), gambar=0)
    monkeypatch.setattr(verify_pdf, "baca_pdf", lambda _: isi)
    hasil = cek(k, pdf)
    [b] = [b for b in hasil.berkas if b.path == str(pdf)]
    assert hasil.cocok == b.cocok
    return b.cocok, b.alasan


def teks_final(k: Kantor) -> str:
    return "\n".join(NaskahCetak((k.ws.akar / NASKAH).read_bytes()).paragraphs())


def test_pdf_bertanda_tangan_milik_final_ini(final: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    teks = teks_final(final)
    cap = "Ditandatangani secara elektronik\nBSrE 12345\n"
    assert alasan(final, cap + teks + cap, monkeypatch) == (True, None)
    patah = teks.replace("Pemerintah ", "Pemerin-\ntah ").replace(" rekomendasi", "\nrekomendasi")
    assert alasan(final, patah, monkeypatch) == (True, None)


@pytest.mark.parametrize(("lama", "baru"), [("63,89", "68,39"), ("700/1/2026", "700/2/2026"), ("Inspektorat", "Dinas")])
def test_pdf_yang_angkanya_diganti(final: Kantor, monkeypatch: pytest.MonkeyPatch, lama: str, baru: str) -> None:
    teks = teks_final(final)
    assert lama in teks
    cocok, sebab = alasan(final, teks.replace(lama, baru, 1), monkeypatch)
    assert not cocok
    assert sebab is not None
    assert "tidak ada di PDF" in sebab


def test_pindaian_tanpa_teks_hanya_sidiknya(final: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    cocok, sebab = alasan(final, "\f", monkeypatch)
    assert not cocok
    assert sebab is not None
    assert "pindaian tanpa teks" in sebab
    step_done(
        final.ws, "11", periode=Periode.parse("2026-01"), oleh=AHMAD, tanggal=saat("02-13").date(),
        bukti=final.ws.akar.parent / "bertanda.pdf", catatan="", yakin=False, waktu=saat("02-20"),
    )  # fmt: skip
    cocok, sebab = alasan(final, "\f", monkeypatch)
    assert cocok
    assert sebab is not None
    assert f"bukti langkah 11 yang dicatat oleh {AHMAD}" in sebab


def test_pindaian_yang_dikirim_dikenali(final: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    ttd = final.ws.akar.parent / "bertanda.pdf"
    ttd.write_bytes(b"%PDF-1.4 bertanda tangan")
    monkeypatch.setattr(verify_pdf, "baca_pdf", lambda _: IsiPdf(teks=("\f",), tujuan={}, huruf=frozenset(), gambar=1))
    deliver(
        final.ws, Periode.parse("2026-01"), tanggal=None, atas_nama=None, ttd=ttd, waktu=saat("02-13"), lapor=diam
    )  # fmt: skip
    cocok, sebab = alasan(final, "\f", monkeypatch)
    assert cocok
    assert sebab is not None
    assert "laporan bertanda tangan 2026-01 versi 1" in sebab
    (final.ws.akar / path_arsip(hashlib.sha256(ttd.read_bytes()).hexdigest())).unlink()
    hasil = verify(final.ws, Periode.parse("2026-01"), None, waktu=saat("03-01"), lapor=diam)
    [b] = [b for b in hasil.berkas if not b.cocok]
    assert b.alasan is not None
    assert b.alasan.startswith("laporan bertanda tangan bertanda.pdf: ")


def test_salinan_final_di_arsip_yang_berubah(final: Kantor) -> None:
    """The file in the folder is whole, but what `finalize` would put back in its place is not."""
    naskah = final.ws.akar / NASKAH
    salinan = final.ws.akar / path_arsip(hashlib.sha256(naskah.read_bytes()).hexdigest())
    salinan.chmod(0o644)
    salinan.write_bytes(b"lain")
    hasil = verify(final.ws, Periode.parse("2026-01"), None, waktu=saat("03-01"), lapor=diam)
    [b] = [b for b in hasil.berkas if not b.cocok]
    assert final.ws.akar / b.path == salinan
    assert b.alasan is not None
    assert b.alasan.startswith(NASKAH)


def test_bukan_pdf_dan_tidak_ada(final: Kantor, tmp_path: Path) -> None:
    berkas = tmp_path / "x.pdf"
    berkas.write_bytes(b"bukan")
    [b] = [b for b in cek(final, berkas).berkas if not b.cocok]
    assert b.alasan == "bukan PDF yang dapat dibaca, atau terkunci kata sandi"
    with pytest.raises(SalahPakai, match="tidak ada"):
        cek(final, tmp_path / "tiada.pdf")
    with pytest.raises(SalahPakai, match="sebuah map"):
        cek(final, tmp_path)


@pytest.mark.libreoffice
def test_pdf_dari_libreoffice(dasar: Path, tmp_path: Path) -> None:
    """The PDF of the final itself, and one that another program has saved again with a stamp."""
    import pypdf

    assert cari_libreoffice() is not None
    k, p = salin(dasar, tmp_path / "kantor"), Periode.parse("2026-01")
    for nama in (SITI, AHMAD):
        approve(k.ws, p, oleh=nama, langkah=None, catatan="", waktu=saat("02-11"))
    f = finalize(k.ws, p, tanggal=None, nomor=None, sementara=True, waktu=saat("02-12"), lapor=diam).final
    pdf = f.satu("pdf")
    assert pdf is not None
    assert cek(k, k.ws.akar / pdf.path).cocok
    ttd = tmp_path / "ttd.pdf"
    tulis = pypdf.PdfWriter(clone_from=k.ws.akar / pdf.path)
    tulis.add_metadata({"/Title": "Ditandatangani secara elektronik"})
    tulis.write(ttd)
    assert hashlib.sha256(ttd.read_bytes()).hexdigest() != pdf.sha256
    assert cek(k, ttd).cocok


def test_penolakan_pada_sop_lain_tidak_menggugurkan(dasar: Path, tmp_path: Path) -> None:
    """The profile kerja_sama has an SOP of evaluation beside that of reporting."""
    k, p = salin(dasar, tmp_path / "kantor", "kerja_sama"), Periode.parse("2026")
    k.build("2026", "12-31")
    approve(k.ws, p, oleh="Kasubag", langkah=None, catatan="", waktu=WAKTU)
    step_reject(
        k.ws, "E2-6", periode=p, oleh="Kasubag Pengendalian", tanggal=None, alasan="x", yakin=False, waktu=WAKTU
    )
    assert approve(k.ws, p, oleh="Kabag", langkah="E3-7", catatan="", waktu=WAKTU).berikutnya is None
