"""A report from approval to final, read-only after it, opened again, and proven; and every way of tampering with it."""

from __future__ import annotations

import json
import shutil
import sqlite3
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from helpers import docx_text
from pipeline.kantor_uji import ISIAN, Kantor, saat

from kinerja.deliver import libreoffice
from kinerja.domain.periode import Periode
from kinerja.errors import KinerjaError, SalahPakai
from kinerja.koreksi.model import JenisKoreksi, Koreksi
from kinerja.pipeline import finalize as modul_finalize
from kinerja.pipeline.accept import accept
from kinerja.pipeline.approve import HasilPersetujuan, approve, reject
from kinerja.pipeline.choose import choose
from kinerja.pipeline.final import Final, final_berlaku
from kinerja.pipeline.finalize import BelumSiapFinal, HasilFinalize, finalize
from kinerja.pipeline.progress import diam
from kinerja.pipeline.reopen import reopen
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.status import status
from kinerja.pipeline.step import step_done, step_reject, step_undo
from kinerja.pipeline.verify import HasilVerify, verify
from kinerja.pipeline.workspace import Workspace
from kinerja.register.model import KoreksiTercatat

JAN = Periode.parse("2026-01")
SEKRETARIS, INSPEKTUR = "Siti Aminah", "Ahmad Fauzi"
FOLDER = "output/2026-01/final"
NASKAH = f"{FOLDER}/laporan_bulanan_2026-01_v1.docx"
KUNCI = f"{FOLDER}/kunci_2026-01_v1.json"


@pytest.fixture(scope="module")
def dasar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """January reported on 6 February; the Sekretariat has sent nothing."""
    kantor = Kantor(tmp_path_factory.mktemp("final") / "kantor")
    kantor.laporan_awal()
    return kantor.ws.akar


@pytest.fixture(autouse=True)
def _tanpa_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modul_finalize, "cari_libreoffice", lambda: None)
    monkeypatch.setattr(libreoffice, "cari_libreoffice", lambda: None)


def salin(dasar: Path, tujuan: Path) -> Kantor:
    kantor = Kantor.__new__(Kantor)
    kantor.ws = Workspace(Path(shutil.copytree(dasar, tujuan)).resolve())
    return kantor


@pytest.fixture
def kantor(dasar: Path, tmp_path: Path) -> Kantor:
    return salin(dasar, tmp_path / "kantor")


@pytest.fixture(scope="module")
def dasar_final(dasar: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    kantor = salin(dasar, tmp_path_factory.mktemp("sudah") / "kantor")
    with pytest.MonkeyPatch.context() as m:
        m.setattr(modul_finalize, "cari_libreoffice", lambda: None)
        setujui(kantor)
        finalkan(kantor)
    return kantor.ws.akar


@pytest.fixture
def final(dasar_final: Path, tmp_path: Path) -> Kantor:
    """The office with its January final, version 1, of 12 February."""
    return salin(dasar_final, tmp_path / "kantor")


def setuju(k: Kantor, oleh: str, hari: str = "02-11", **lain: str | None) -> HasilPersetujuan:
    pilihan = {"langkah": None, "catatan": "", **lain}
    return approve(k.ws, JAN, oleh=oleh, waktu=saat(hari), **pilihan)  # type: ignore[arg-type]  # two texts


def setujui(k: Kantor, hari: str = "02-11") -> None:
    setuju(k, SEKRETARIS, hari)
    setuju(k, INSPEKTUR, hari)


def finalkan(
    k: Kantor, hari: str = "02-12", *, nomor: str | None = None, sementara: bool = True, tanggal: date | None = None
) -> HasilFinalize:
    return finalize(
        k.ws, JAN, tanggal=tanggal, nomor=nomor, sementara=sementara, waktu=saat(hari), lapor=diam
    )  # fmt: skip


def cek(k: Kantor, hari: str = "03-01", pdf: Path | None = None) -> HasilVerify:
    return verify(k.ws, JAN, pdf, waktu=saat(hari), lapor=diam)


def berlaku(k: Kantor) -> Final | None:
    with buka(k.ws, saat("03-01")) as sesi:
        return final_berlaku(sesi, JAN)


def buruk(h: HasilVerify) -> dict[str, str]:
    return {b.path: b.alasan or "" for b in h.berkas if not b.cocok}


# Approval


def test_persetujuan_berurutan_menurut_peran(kantor: Kantor) -> None:
    with pytest.raises(SalahPakai, match="Belum giliran Inspektur"):
        setuju(kantor, INSPEKTUR)
    with pytest.raises(SalahPakai, match="bukan yang menyetujui"):
        setuju(kantor, "Orang Lain")
    hasil = setuju(kantor, "siti aminah, SE")
    assert hasil.keputusan.peran == "Sekretaris"
    assert hasil.keputusan.oleh == "Siti Aminah, S.E., M.M."
    assert hasil.berikutnya == "Inspektur (Drs. Ahmad Fauzi, M.Si.)"
    with pytest.raises(SalahPakai, match="sudah menyetujui"):
        setuju(kantor, SEKRETARIS)
    assert setuju(kantor, "Drs. Ahmad Fauzi").berikutnya is None


@pytest.mark.parametrize(("penyusun", "boleh"), [("Dewi Lestari", True), ("Siti Aminah, S.E.", False)])
def test_penyusun_tidak_menyetujui(kantor: Kantor, penyusun: str, boleh: bool) -> None:
    """He who is said to have written the konsep; the near miss is somebody else's name on the same mark."""
    step_done(
        kantor.ws, "8", periode=JAN, oleh=penyusun, tanggal=date(2026, 2, 6), bukti=None, catatan="", yakin=False,
        waktu=saat("02-07"),
    )  # fmt: skip
    if boleh:
        assert setuju(kantor, SEKRETARIS).berikutnya is not None
    else:
        with pytest.raises(SalahPakai, match="tidak dapat menyetujui"):
            setuju(kantor, SEKRETARIS)


def test_langkah_baru_selesai_setelah_semua_menyetujui(kantor: Kantor) -> None:
    setuju(kantor, SEKRETARIS)
    with pytest.raises(SalahPakai, match="Tidak ada tanda"):
        step_undo(kantor.ws, "9", periode=JAN, oleh="Dewi", alasan="salah", waktu=saat("02-11"))
    setuju(kantor, INSPEKTUR)
    step_undo(kantor.ws, "9", periode=JAN, oleh="Dewi", alasan="salah", waktu=saat("02-11"))
    assert setuju(kantor, SEKRETARIS).berikutnya is not None  # with the mark the approvals fell


def test_pengisi_formulir_tidak_menyetujui(tmp_path: Path) -> None:
    k = Kantor(tmp_path / "kantor")
    k.kirim(k.formulir("2026-01", "02-01"), "02-02", Disusun_Oleh="Siti Aminah")
    k.jalankan("2026-01", "02-03")
    k.build("2026-01", "02-06")
    with pytest.raises(SalahPakai, match="mengisi formulir IRB1"):
        setuju(k, SEKRETARIS)


def test_ditolak_perlu_catatan_dan_konsep_baru(kantor: Kantor) -> None:
    setuju(kantor, SEKRETARIS)
    with pytest.raises(SalahPakai, match="--catatan masih kosong"):
        reject(kantor.ws, JAN, oleh=INSPEKTUR, langkah=None, catatan=" ", waktu=saat("02-11"))
    hasil = reject(kantor.ws, JAN, oleh=INSPEKTUR, langkah="9", catatan="Simpulan kurang.", waktu=saat("02-11"))
    assert hasil.keputusan.ditolak
    assert hasil.kembali_ke is not None
    assert hasil.kembali_ke.startswith("langkah 8")
    with pytest.raises(KinerjaError, match="belum diperbaiki: Simpulan kurang"):
        setuju(kantor, SEKRETARIS)
    kantor.build("2026-01", "02-12")
    assert setuju(kantor, SEKRETARIS, "02-12").berikutnya is not None  # the earlier approval fell with the rejection


def test_status_meminta_persetujuan_lagi_setelah_konsep_dibuat_lagi(kantor: Kantor) -> None:
    """The step is marked as done, but what was approved is not what would become final."""
    setujui(kantor)
    assert _perintah_berikut(kantor, "02-11") == "kinerja finalize 2026-01"
    kantor.build("2026-01", "02-12")
    perintah = _perintah_berikut(kantor, "02-12")
    assert perintah.startswith('kinerja approve 2026-01 --langkah 9 --oleh "Siti Aminah')


def _perintah_berikut(k: Kantor, hari: str) -> str:
    berikut = status(k.ws, JAN, waktu=saat(hari)).berikutnya
    assert berikut is not None
    assert berikut.posisi.langkah.id == "10"
    return berikut.perintah


def test_tanpa_konsep_tidak_ada_yang_disetujui(tmp_path: Path) -> None:
    k = Kantor(tmp_path / "kantor")
    with pytest.raises(KinerjaError, match="belum dibuat"):
        setuju(k, SEKRETARIS)


def test_langkah_tanpa_persetujuan_disebut(kantor: Kantor) -> None:
    with pytest.raises(SalahPakai, match="tidak ada persetujuan"):
        setuju(kantor, SEKRETARIS, langkah="8")


# Final


def test_yang_terbuka_disebut_semua(kantor: Kantor) -> None:
    with pytest.raises(BelumSiapFinal) as e:
        finalkan(kantor, sementara=False)
    terbuka = " ".join(e.value.terbuka)
    assert len(e.value.terbuka) == 3
    assert "Sekretariat (Jan: belum menyampaikan formulir)" in terbuka
    assert "belum disetujui Sekretaris (Siti Aminah" in terbuka
    assert "belum disetujui Inspektur" in terbuka
    assert berlaku(kantor) is None
    assert not (kantor.ws.akar / FOLDER).exists()


def test_setelan_yang_berubah_sesudah_disetujui_ditahan(kantor: Kantor) -> None:
    setujui(kantor)
    setelan = kantor.ws.akar / "kinerja.toml"
    setelan.write_text(
        setelan.read_text(encoding="utf-8").replace('# kertas = "A4"', 'kertas = "F4"'), encoding="utf-8"
    )
    assert 'kertas = "F4"' in setelan.read_text(encoding="utf-8")
    with pytest.raises(BelumSiapFinal, match="berubah sejak konsep"):
        finalkan(kantor)
    kantor.build("2026-01", "02-12")
    with pytest.raises(BelumSiapFinal, match="dibuat lagi setelah disetujui pada 11 Februari 2026"):
        finalkan(kantor)
    with pytest.raises(SalahPakai, match="Belum giliran Inspektur"):
        setuju(kantor, INSPEKTUR, "02-12")
    setujui(kantor, "02-12")
    assert finalkan(kantor).final.versi == 1


def test_final_tanpa_tanda_konsep_dan_bernomor(final: Kantor) -> None:
    f = berlaku(final)
    assert f is not None
    assert (f.versi, f.agenda, f.nomor, f.sementara) == (1, "1", "700/1/2026", True)
    teks = docx_text.dump((final.ws.akar / NASKAH).read_bytes())
    konsep = docx_text.dump((final.ws.akar / "output/2026-01/laporan_bulanan_2026-01.docx").read_bytes())
    assert "700/1/2026" in teks
    assert "12 Februari 2026" in teks
    for tanda in ("KONSEP", "Paraf"):
        assert tanda in konsep
        assert tanda not in teks
    kunci = json.loads((final.ws.akar / KUNCI).read_text(encoding="utf-8"))
    assert {m["jenis"] for m in kunci["masukan"]} == {
        "formulir", "induk", "induk_lama", "setelan", "profil_sop", "templat", "register",
    }  # fmt: skip
    assert [p["peran"] for p in kunci["persetujuan"]] == ["Sekretaris", "Inspektur"]


def test_nomor_yang_dipakai_ditolak_dan_tanggal_diperiksa(kantor: Kantor) -> None:
    setujui(kantor)
    for tanggal, pesan in ((date(2026, 2, 13), "belum tiba"), (date(2026, 1, 31), "mendahului akhir")):
        with pytest.raises(SalahPakai, match=pesan):
            finalkan(kantor, tanggal=tanggal)
    hasil = finalkan(kantor, nomor="3")
    assert hasil.final.agenda == "3"
    assert hasil.celah == (1, 2)
    ulang = finalkan(kantor, "02-20", nomor="9")
    assert (ulang.baru, ulang.final) == (False, hasil.final)


def test_nomor_dari_buku_agenda_tahun_suratnya(kantor: Kantor) -> None:
    """A report that is dated in the next year is numbered in that year's book, also as a later version."""
    setujui(kantor)
    assert finalkan(kantor, nomor="3").final.nomor == "700/3/2026"
    reopen(kantor.ws, JAN, oleh=INSPEKTUR, alasan="Salah ketik.", waktu=saat("02-13"))
    kantor.build("2026-01", "02-14")
    setujui(kantor, "02-14")
    assert finalkan(kantor, "02-14").final.nomor == "700/3/2026"
    reopen(kantor.ws, JAN, oleh=INSPEKTUR, alasan="Salah ketik.", waktu=saat("02-15"))
    kantor.build("2026-01", "02-16")
    setujui(kantor, "02-16")
    lusa = datetime(2027, 1, 5, 9)
    hasil = finalize(kantor.ws, JAN, tanggal=None, nomor=None, sementara=True, waktu=lusa, lapor=diam)
    assert (hasil.final.versi, hasil.final.nomor, hasil.celah) == (3, "700/1/2027", ())
    naskah = hasil.final.satu("naskah")
    assert naskah is not None
    assert "700/1/2027" in docx_text.dump((kantor.ws.akar / naskah.path).read_bytes())
    assert verify(kantor.ws, JAN, None, waktu=lusa, lapor=diam).cocok


def test_berkas_yang_hilang_ditaruh_lagi(final: Kantor) -> None:
    """As when the run was cut off after the event: the archive has everything."""
    isi = (final.ws.akar / NASKAH).read_bytes()
    shutil.rmtree(final.ws.akar / FOLDER)
    assert not cek(final).cocok
    assert not finalkan(final, "02-20").baru
    assert (final.ws.akar / NASKAH).read_bytes() == isi
    assert cek(final).cocok


# Read-only


def test_sesudah_final_hanya_dibaca(final: Kantor) -> None:
    sebelum = {p: p.read_bytes() for p in (final.ws.akar / "output").rglob("*") if p.is_file()}
    with pytest.raises(KinerjaError, match="sudah final"):
        final.build("2026-01", "02-20")
    with pytest.raises(KinerjaError, match="sudah final"):
        accept(
            final.ws, "IRB1", JAN, "LKP007", indikator=None, alasan="x", oleh="y", waktu=saat("02-20")
        )  # fmt: skip
    with pytest.raises(KinerjaError, match="sudah final"):
        setuju(final, SEKRETARIS, "02-20")
    with pytest.raises(KinerjaError, match="sudah final"):
        step_undo(final.ws, "9", periode=JAN, oleh="Dewi", alasan="salah", waktu=saat("02-20"))
    with pytest.raises(KinerjaError, match="sudah final"):
        step_reject(
            final.ws, "9", periode=JAN, oleh="Dewi", tanggal=None, alasan="x", yakin=False, waktu=saat("02-20")
        )  # fmt: skip
    assert {p: p.read_bytes() for p in sebelum} == sebelum
    step_done(  # the near miss: what comes after the final goes on
        final.ws, "11", periode=JAN, oleh=INSPEKTUR, tanggal=date(2026, 2, 13), bukti=None, catatan="", yakin=False,
        waktu=saat("02-20"),
    )  # fmt: skip


def test_formulir_terlambat_dicatat_tanpa_dipakai_sampai_dibuka(final: Kantor) -> None:
    final.kirim(final.salinan("2026-01", 1), "02-20", {"Pembilang": 30})
    hasil = final.jalankan("2026-01", "02-21")
    [catatan] = [t for h in hasil.periode for t in h.catatan if t.kode == "BRK034"]
    assert "02-20" in catatan.sumber.berkas
    assert [b.kiriman.revisi for h in hasil.periode for b in h.berkas] == [1]
    assert cek(final).cocok
    assert final.build("2026-TW1", "04-02").hasil is not None  # another report may still use what is final
    reopen(final.ws, JAN, oleh="Ahmad Fauzi", alasan="Data IRB1 dibetulkan.", waktu=saat("04-03"))
    hasil = final.jalankan("2026-01", "04-03")
    assert [b.kiriman.revisi for h in hasil.periode for b in h.berkas] == [2]
    assert not [t for h in hasil.periode for t in h.catatan if t.kode == "BRK034"]


def test_induk_dan_setelan_yang_disunting_tidak_mengubah_final(final: Kantor) -> None:
    setelan = final.ws.akar / "kinerja.toml"
    setelan.write_text(setelan.read_text(encoding="utf-8") + '\npola_nomor = "X/{nomor}"\n', encoding="utf-8")
    (final.ws.akar / "templates" / "laporan_bulanan.docx").unlink()
    hasil = cek(final)
    assert hasil.cocok, buruk(hasil)


# A new version


def test_dibuka_lagi_menjadi_versi_dua_dengan_daftar_perubahan(final: Kantor) -> None:
    for oleh, alasan in (("", "x"), ("x", " ")):
        with pytest.raises(SalahPakai, match="masih kosong"):
            reopen(final.ws, JAN, oleh=oleh, alasan=alasan, waktu=saat("02-20"))
    reopen(final.ws, JAN, oleh="Ahmad Fauzi", alasan="Pembilang IKU-01 keliru.", waktu=saat("02-20"))
    with pytest.raises(KinerjaError, match="tidak sedang final"):
        reopen(final.ws, JAN, oleh="Ahmad Fauzi", alasan="lagi", waktu=saat("02-20"))
    final.kirim(final.salinan("2026-01", 1), "02-20", {**ISIAN, "Pembilang": 30})
    final.jalankan("2026-01", "02-21")
    final.build("2026-01", "02-21")
    with pytest.raises(BelumSiapFinal, match="belum disetujui Sekretaris"):
        finalkan(final, "02-22")
    setujui(final, "02-22")
    hasil = finalkan(final, "02-22")
    assert (hasil.final.versi, hasil.final.agenda) == (2, "1")
    perubahan = hasil.final.satu("perubahan")
    assert perubahan is not None
    teks = _isi_lembar(final.ws.akar / perubahan.path)
    assert "Alasan: Pembilang IKU-01 keliru." in " ".join(teks)
    assert "Dibuka kembali oleh Ahmad Fauzi" in " ".join(teks)
    assert {"63,89", "83,33"} <= set(teks)
    cocok = cek(final)
    assert cocok.cocok, buruk(cocok)
    assert [f.versi for f in cocok.final] == [1, 2]


def _isi_lembar(berkas: Path) -> list[str]:
    import openpyxl

    return [str(c.value) for r in openpyxl.load_workbook(berkas).active.iter_rows() for c in r if c.value is not None]


# Proof


def test_utuh_semua_cocok(final: Kantor) -> None:
    hasil = cek(final)
    assert hasil.cocok, buruk(hasil)
    assert hasil.rantai
    assert hasil.catatan == ()
    assert {NASKAH, KUNCI} <= {b.path for b in hasil.berkas}


@pytest.mark.parametrize("path", [NASKAH, KUNCI, f"{FOLDER}/analisis_2026-01_v1.xlsx"])
def test_satu_byte_berkas_final_diubah(final: Kantor, path: str) -> None:
    berkas = final.ws.akar / path
    isi = bytearray(berkas.read_bytes())
    isi[len(isi) // 2] ^= 1
    berkas.write_bytes(bytes(isi))
    assert buruk(cek(final)) == {path: "berubah sejak difinalkan"}


def test_berkas_final_hilang(final: Kantor) -> None:
    (final.ws.akar / NASKAH).unlink()
    assert "tidak ada" in buruk(cek(final))[NASKAH]


@pytest.mark.parametrize("jenis", ["formulir", "induk", "templat", "register"])
def test_masukan_di_arsip_diubah_atau_hilang(final: Kantor, jenis: str) -> None:
    kunci = json.loads((final.ws.akar / KUNCI).read_text(encoding="utf-8"))
    sha = next(m["sha256"] for m in kunci["masukan"] if m["jenis"] == jenis)
    path = f"arsip/{sha[:2]}/{sha}"
    berkas = final.ws.akar / path
    isi = berkas.read_bytes()
    berkas.write_bytes(isi[:-1] + bytes([isi[-1] ^ 1]))
    salah = buruk(cek(final))
    assert "berubah" in salah[path]
    assert "tidak dapat disusun ulang" in salah[NASKAH]
    berkas.unlink()
    assert "tidak ada" in buruk(cek(final))[path]


def test_kunci_di_arsip_diubah(final: Kantor) -> None:
    f = berlaku(final)
    assert f is not None
    kunci = f.satu("kunci")
    assert kunci is not None
    path = f"arsip/{kunci.sha256[:2]}/{kunci.sha256}"
    berkas = final.ws.akar / path
    berkas.write_bytes(berkas.read_bytes().replace(b'"nomor"', b'"n0mor"'))
    assert path in buruk(cek(final))


def _sql(k: Kantor, *perintah: str) -> None:
    db = sqlite3.connect(k.ws.register)
    db.execute("DROP TRIGGER peristiwa_tetap")
    for p in perintah:
        db.execute(p)
    db.commit()
    db.close()


@pytest.mark.parametrize(
    "ubah",
    [
        "UPDATE peristiwa SET rincian = replace(rincian, '02-12', '02-13') WHERE jenis = 'laporan_difinalkan'",
        "UPDATE peristiwa SET rincian = '{' WHERE jenis = 'laporan_difinalkan'",
        "UPDATE peristiwa SET waktu = '2026-01-01T00:00:00' WHERE id = 2",
    ],
)
def test_peristiwa_diubah(final: Kantor, ubah: str) -> None:
    _sql(final, ubah)
    hasil = cek(final)
    assert not hasil.rantai
    assert not hasil.cocok


def test_fakta_register_yang_dibekukan_dicocokkan_dengan_formulir(kantor: Kantor) -> None:
    """A figure slipped into the register before finalizing is not what the form says."""
    _sql(kantor, "UPDATE fakta SET nilai = '100', pembilang = '36' WHERE indikator = 'IKU-01'")
    kantor.build("2026-01", "02-11")
    setujui(kantor)
    finalkan(kantor)
    salah = buruk(cek(kantor))
    assert len(salah) == 1
    assert "bukan yang tertulis pada formulir" in next(iter(salah.values()))


def test_versi_pustaka_lain_disebut_dan_dinilai_menurut_isi(final: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    from kinerja.pipeline import susun_ulang
    from kinerja.pipeline import verify as modul

    asli = susun_ulang.susun_laporan

    def lain(*arg: object, **opsi: object) -> object:
        import dataclasses

        from kinerja.workbook.patch import PaketTambal

        susunan = asli(*arg, **opsi)  # type: ignore[arg-type]  # as it was called
        paket = PaketTambal(susunan.naskah)
        paket.put("word/document.xml", paket.read("word/document.xml") + b"<!-- pustaka lain -->")
        return dataclasses.replace(susunan, naskah=paket.to_bytes())

    monkeypatch.setattr(susun_ulang, "susun_laporan", lain)
    monkeypatch.setattr(modul, "program_json", lambda: {"kinerja": "9", "python": "3", "pustaka": {"lxml": "9"}})
    hasil = cek(final)
    assert hasil.cocok, buruk(hasil)
    assert any("program atau pustaka lain" in c for c in hasil.catatan)
    assert any("isinya sama" in c for c in hasil.catatan)


def test_belum_pernah_final(kantor: Kantor) -> None:
    with pytest.raises(KinerjaError, match="belum pernah difinalkan"):
        cek(kantor)
    semua = verify(kantor.ws, None, None, waktu=saat("03-01"), lapor=diam)
    assert semua.cocok
    assert semua.final == ()


def test_ditolak_lewat_step_juga_menggugurkan(kantor: Kantor) -> None:
    setujui(kantor)
    step_reject(
        kantor.ws, "9", periode=JAN, oleh="Hendra", tanggal=None, alasan="Belum lengkap.", yakin=False,
        waktu=saat("02-11"),
    )  # fmt: skip
    with pytest.raises(KinerjaError, match="belum diperbaiki: Belum lengkap"):
        setuju(kantor, SEKRETARIS)
    with pytest.raises(BelumSiapFinal, match="belum disetujui Sekretaris"):
        finalkan(kantor)


@pytest.mark.parametrize(
    ("status", "oleh", "terbuka"),
    [("baru", None, True), ("diterima", "Dewi", True), ("selesai", None, True), ("selesai", "Dewi", False),
     ("ditolak", "Dewi", False)],
)  # fmt: skip
def test_koreksi_yang_terbuka_menahan(kantor: Kantor, status: str, oleh: str | None, terbuka: bool) -> None:
    koreksi = Koreksi(
        kunci="a", jenis=JenisKoreksi.KOMENTAR, penulis="Sekretaris", waktu=None, tempat="“Ringkasan”, paragraf 2",
        teks="Mohon sumber angka ini.", teks_lama="",
    )  # fmt: skip
    setujui(kantor)
    with buka(kantor.ws, saat("02-11")) as sesi:
        butir = KoreksiTercatat(
            periode="2026-01", koreksi=koreksi, berkas="x.docx", sha256="0" * 64, dibaca=saat("02-10")
        )  # fmt: skip
        sesi.reg.simpan_koreksi(butir)
        sesi.reg.putuskan_koreksi(replace(butir, status=status, oleh=oleh))
    if terbuka:
        with pytest.raises(BelumSiapFinal, match="1 koreksi belum selesai atau ditolak"):
            finalkan(kantor)
    else:
        assert finalkan(kantor).baru


def test_berkas_bentrok_tidak_dipilih_sesudah_final(tmp_path: Path) -> None:
    k = Kantor(tmp_path / "kantor")
    asal = k.formulir("2026-01", "02-01")
    berkas = [k.kirim(asal, hari, {"Pembilang": n}) for hari, n in (("02-02", 23), ("02-03", 24))]
    k.jalankan("2026-01", "02-04")
    k.build("2026-01", "02-06")
    setujui(k)
    pilihan = f"masuk/{berkas[0].name}"
    finalkan(k)
    with pytest.raises(KinerjaError, match="tidak dapat diganti lagi"):
        choose(k.ws, pilihan, waktu=saat("02-20"))
    reopen(k.ws, JAN, oleh=INSPEKTUR, alasan="Unit menjawab mana yang berlaku.", waktu=saat("02-20"))
    assert choose(k.ws, pilihan, waktu=saat("02-20")).path == pilihan
