"""Example contexts of every document and their shape: the source of `variabel/*.json` and of the templates' README."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import contoh_hasil as contoh
from contoh_jejak import jejak
from contoh_pemantauan import pemantauan
from contoh_perbaikan import perbaikan

from kinerja.aggregate.rencana import hitung_rencana
from kinerja.domain.kalender import Kalender
from kinerja.domain.kiriman import Status
from kinerja.domain.periode import Periode
from kinerja.findings import Finding, Tingkat
from kinerja.koreksi.model import Balasan, JenisKoreksi, Koreksi
from kinerja.master.model import Narasi, Rapat
from kinerja.master.pengaturan import Pengaturan
from kinerja.register.model import KoreksiTercatat
from kinerja.render.contract import DOKUMEN
from kinerja.render.model import (
    BahanSurat,
    BarisKendali,
    BerkasDiterima,
    ButirRalat,
    Gambar,
    Grafik,
    Kegiatan,
    Keterlambatan,
    LaporanTerkirim,
    LembarKendali,
    PengumpulanUnit,
    Ralat,
    UnitMemperbaiki,
    UnitTelat,
)
from kinerja.render.surat import JENIS, JENIS_KIRIM
from kinerja.render.views.daftar_keterlambatan import daftar_keterlambatan
from kinerja.render.views.daftar_koreksi import daftar_koreksi
from kinerja.render.views.hasil_evaluasi import hasil_evaluasi
from kinerja.render.views.hasil_pengumpulan import hasil_pengumpulan_data
from kinerja.render.views.jadwal import jadwal_sop
from kinerja.render.views.laporan import laporan
from kinerja.render.views.laporan_tahunan import laporan_tahunan
from kinerja.render.views.lembar_kendali import lembar_kendali
from kinerja.render.views.lhe import tindak_lanjut_lhe
from kinerja.render.views.nota_pengembalian import nota_pengembalian
from kinerja.render.views.pengiriman import (
    bukti_pengiriman,
    lembar_disposisi,
    surat_pengantar,
    tanda_terima_laporan,
)
from kinerja.render.views.pengumpulan import nota_permintaan_data, rencana_pengumpulan
from kinerja.render.views.perjanjian import perjanjian_kinerja, rencana_aksi
from kinerja.render.views.ralat import surat_ralat
from kinerja.render.views.rapat import daftar_hadir, notula, undangan_rapat
from kinerja.render.views.reviu import pernyataan_reviu
from kinerja.render.views.sop import sop
from kinerja.render.views.surat_edaran import surat_edaran
from kinerja.render.views.tanda_terima import tanda_terima
from kinerja.render.views.tim import sk_tim
from kinerja.sop.jadwal import RencanaPeriode, rencana_periode
from kinerja.sop.loader import load_profil
from kinerja.sop.tenggat import Batas
from kinerja.sources import CellRef

TANGGAL = date(2026, 4, 12)
LOGO = b"logo"
TEMBUSAN = tuple(
    Narasi(bagian=f"tembusan {surat}", teks="Bupati Sumber Rejo (sebagai laporan);\nBagian Organisasi & Tata Laksana.")
    for surat in ("SK Tim", "Nota Dinas", "Undangan", "Surat Edaran")
)
KETENTUAN = ("Langkah 5 SOP menetapkan: formulir disampaikan kepada Tim paling lambat Kamis, 5 Februari 2026.",)


def temuan_contoh(jumlah: int = 3) -> tuple[Finding, ...]:
    """Findings of a returned form."""
    return tuple(
        Finding(
            kode=f"ISI{n:03d}",
            tingkat=tuple(Tingkat)[n % 3],
            sumber=CellRef("masuk/irban.xlsx", "Data Kinerja", f"L{n + 5}"),
            pesan="Realisasi “1.125” dapat dibaca 1125 atau 1,125 <dua arti>",
            saran=f"Ketik ulang sel L{n + 5} sebagai angka.",
            indikator=f"IKU-{n:02d}",
        )
        for n in range(1, jumlah + 1)
    )


def berkas_contoh() -> tuple[BerkasDiterima, ...]:
    """A second revision, and the first one before it, which came in a mail under a long name."""
    lama = "masuk/kiriman irban IV.eml!/Formulir Isian Data Kinerja Inspektur Pembantu IV & Tim (FINAL) revisi.xlsx"
    return (
        BerkasDiterima(
            path=lama, sha256="0123456789abcdef" * 4, ukuran=41_337, diterima=datetime(2026, 4, 8, 7, 5),
            pengirim="irban4@sumberrejokab.go.id", revisi=1, status=Status.TIDAK_LENGKAP, bentrok=False, kini=False,
        ),
        BerkasDiterima(
            path="masuk/perbaikan_IRB4.xlsx", sha256="fedcba9876543210" * 4, ukuran=52_480,
            diterima=datetime(2026, 4, 10, 14, 30), pengirim=None, revisi=2,
            status=Status.VALID_DENGAN_CATATAN, bentrok=False, kini=True,
        ),
    )  # fmt: skip


def keterlambatan_contoh() -> Keterlambatan:
    """Three days after the deadline, with somebody in every list; the last unit has no address."""
    unit = [replace(u, pos_el=f"{u.kode.lower()}.inspektorat@sumberrejokab.go.id") for u in contoh.master().unit]
    return Keterlambatan(
        periode=Periode.parse("2026-01"),
        waktu=datetime(2026, 2, 8, 15, 0),
        tenggat=date(2026, 2, 5),
        lewat=3,
        sisa=0,
        kerja=False,
        jumlah=len(unit),
        belum=(
            UnitTelat(unit=unit[7], diterima=None, status=None, hari=3),
            UnitTelat(unit=replace(unit[1], pos_el=None), diterima=None, status=None, hari=3),
        ),
        terlambat=(UnitTelat(unit=unit[3], diterima=datetime(2026, 2, 7, 9, 4), status=Status.VALID, hari=2),),
        perbaikan=(
            UnitMemperbaiki(
                unit=unit[5], revisi=1, galat=4, dikembalikan=date(2026, 2, 6), batas=date(2026, 2, 8), lewat=0
            ),
            UnitMemperbaiki(
                unit=unit[6], revisi=2, galat=1, dikembalikan=date(2026, 2, 5), batas=date(2026, 2, 7), lewat=1
            ),
        ),
        bentrok=(),
    )


def pengumpulan_contoh(periode: str) -> tuple[PengumpulanUnit, ...]:
    """What the units sent: the second unit two files, evidence with all of them."""
    lengkap = contoh.kelengkapan(periode)
    return tuple(
        PengumpulanUnit(
            kelengkapan=k,
            tenggat=date(2026, 2, 5),
            berkas=(berkas_contoh() if n == 1 else berkas_contoh()[1:]) if k.status is not None else (),
            galat=3 if k.status is not None and not k.status.layak else 0,
            disebut=4 if k.status is not None else 0,
            bukti=5 if k.status is not None else 0,
        )
        for n, k in enumerate(lengkap)
    )


def bahan_surat(**lain: Any) -> BahanSurat:
    """What the letters are made from: a meeting, two steps of the SOP, targets by month, signed for the head."""
    jan = Periode.parse("2026-01")
    m = replace(
        contoh.master(),
        target=tuple(
            replace(t, bulan=dict.fromkeys(range(1, 13), t.tahun) if t.tahun is not None else {})
            for t in contoh.master().target
        ),
        anggaran=(
            *contoh.master().anggaran,
            replace(
                contoh.master().anggaran[0], kode="6.01.02.2.01.0001", unit="IRB1", jenis="Sub Kegiatan",
                uraian="Pengawasan Kinerja Pemerintah Daerah & Reviu", lowest=True,
            ),
        ),
        narasi=(*contoh.master().narasi, Narasi(bagian="Mengingat", teks="Peraturan A;\nPeraturan B."), *TEMBUSAN),
    )  # fmt: skip
    p = Pengaturan()
    dasar: dict[str, Any] = {
        "master": m,
        "pengaturan": p,
        "periode": jan,
        "tanggal": date(2026, 2, 2),
        "tenggat": date(2026, 2, 5),
        "rencana": hitung_rencana(m, p, None, 1),
        "kegiatan": (
            Kegiatan(
                uraian="Menyampaikan surat edaran", pelaksana=("Sub Bagian Administrasi & Umum",), waktu="1 hari",
                batas=date(2026, 1, 31), keluaran=("surat edaran", "formulir isian"), langkah="3",
            ),
            Kegiatan(
                uraian="Mengumpulkan formulir <terisi>", pelaksana=("Sekretaris", "Irban"), waktu="", batas=None,
                keluaran=(), langkah="5",
            ),
        ),
        "hasil": contoh.hasil("2026-01"),
        "pengumpulan": pengumpulan_contoh("2026-01"),
        "rapat": Rapat(
            tanggal=date(2026, 2, 9), waktu="09.00 WIB s.d. selesai", tempat="Ruang Rapat Inspektorat Daerah",
            acara="Pembahasan capaian kinerja Januari 2026", peserta="Inspektur\npara Inspektur Pembantu; Tim",
        ),
        "logo": LOGO,
    }  # fmt: skip
    return BahanSurat(**(dasar | lain))


def bahan_kirim(**lain: Any) -> BahanSurat:
    """What goes with a second version of January's final, the first having been delivered."""
    lama = LaporanTerkirim(nomor="700/011/2026", versi=1, tanggal=date(2026, 2, 12))
    berkas = (("Laporan Kinerja & Ikhtisar 2026-01.pdf", "0123456789abcdef" * 4), ("lampiran.xlsx", "fedcba98" * 8))
    baru = LaporanTerkirim(nomor="700/014/2026", versi=2, tanggal=date(2026, 2, 20), berkas=berkas)
    butir = (
        ButirRalat(
            indikator="Persentase rekomendasi <hasil> pengawasan yang ditindaklanjuti", tempat="Irban I & Rekan",
            angka="Realisasi Januari 2026 (%)", semula="69,67", menjadi="71,00",
        ),
        ButirRalat(
            indikator="Persentase rekomendasi <hasil> pengawasan yang ditindaklanjuti", tempat="Inspektorat Daerah",
            angka="Capaian Januari 2026 (%)", semula="87,08", menjadi="–",
        ),
    )  # fmt: skip
    sebab = "Irban I membetulkan penyebut & bukti."
    ralat = Ralat(ke=1, lama=lama, dikirim=date(2026, 2, 13), alasan=sebab, butir=butir)
    return bahan_surat(**({"tanggal": date(2026, 2, 21), "laporan": baru, "ralat": ralat} | lain))


JUDUL_KOREKSI = "Laporan Kinerja Triwulan I 2026"
BERKAS_KOREKSI = (
    "laporan & paraf.docx, dibaca 7 April 2026 10.00: 3 butir, 3 di antaranya baru; dibandingkan dengan konsep.",
)


def kendali_contoh() -> LembarKendali:
    """A konsep that was sent back once; the second to approve has not decided yet."""
    susun = {"langkah": "8", "uraian": "Menyusun konsep <laporan> kinerja", "peran": "Tim Pengukuran Kinerja"}
    setuju = {"langkah": "9", "uraian": "Mengoreksi & meneruskan konsep"}
    return LembarKendali(
        periode=Periode.parse("2026-TW1"),
        dibuat=date(2026, 4, 8),
        sidik="0123456789abcdef" * 4,
        baris=(
            BarisKendali(**susun, nama="Siti & Rekan", nip=None, keputusan="disusun", tanggal=date(2026, 4, 8)),
            BarisKendali(
                **setuju, peran="Sekretaris", nama="Ratna Kusumaningtyas, S.E.", nip="197509202000032004",
                keputusan="disetujui", tanggal=date(2026, 4, 9), catatan="Lanjutkan.",
            ),
            BarisKendali(**setuju, peran="Inspektur", nama="Drs. Bambang Wiryawan", nip="196806151994031007"),
        ),
        penolakan=(
            BarisKendali(
                **setuju, peran="Inspektur", nama="Drs. Bambang Wiryawan", nip=None, keputusan="ditolak",
                tanggal=date(2026, 4, 7), catatan="Simpulan belum menjawab sasaran <1>.",
            ),
        ),
    )  # fmt: skip


def koreksi_contoh() -> tuple[KoreksiTercatat, ...]:
    """A comment with a reply, an edit that nobody tracked, and a deletion that was decided on."""
    balasan = Balasan(penulis="Irban I & Rekan", waktu="2026-04-07T09:05:00", teks="Lampiran I, baris <3>.")
    isi = (
        Koreksi(
            kunci="a", jenis=JenisKoreksi.KOMENTAR, penulis="Sekretaris", waktu="2026-04-07T08:30:00",
            tempat="“Ringkasan”, paragraf 2", teks="Mohon sumber angka ini.", teks_lama="rata-rata capaian",
            balasan=(balasan,), selesai=True,
        ),
        Koreksi(
            kunci="b", jenis=JenisKoreksi.UBAHAN, penulis=None, waktu=None,
            tempat="“Capaian”, Tabel 3, baris 2, kolom 4", teks="88,10", teks_lama="87,08",
            keterangan="“87,08” menjadi “88,10”",
        ),
        Koreksi(
            kunci="c", jenis=JenisKoreksi.HAPUSAN, penulis="Inspektur", waktu="2026-04-07T08:45:00",
            tempat="“Penutup”, paragraf 1", teks="", teks_lama="sangat",
        ),
    )  # fmt: skip
    putusan = {"status": "diterima", "oleh": "Ratna Kusumaningtyas", "tanggal": "7 April 2026", "catatan": "sesuai"}
    return tuple(
        KoreksiTercatat(
            periode="2026-TW1", koreksi=k, berkas="laporan & paraf.docx", sha256="0" * 64,
            dibaca=datetime(2026, 4, 7, 10), **(putusan if k.kunci == "c" else {}),
        )
        for k in isi
    )  # fmt: skip


SOP = "Penyusunan Laporan Kinerja Bulanan"


def rencana_contoh() -> RencanaPeriode:
    """January by the SOP of Karanganyar in working days, which need two steps shortened."""
    kalender = Kalender(libur=frozenset({date(2026, 2, 16), date(2026, 2, 17)}), kerja=True)
    orang = {"Sekretaris": ("Siti & Rekan, S.E.",), "Irban": ("A", "B")}
    return rencana_periode(load_profil("karanganyar"), Periode.parse("2026-01"), kalender, Batas(), orang)


def konteks() -> dict[str, dict[str, Any]]:
    """A full context by name of its file in `variabel/`."""
    m, p = contoh.master(), Pengaturan()
    tw = Periode.parse("2026-TW1")
    bahan = bahan_surat()
    setahun = replace(bahan, periode=Periode.parse("2026"))
    return {
        "laporan": laporan(
            m,
            p,
            contoh.hasil("2026-TW1"),
            contoh.kelengkapan("2026-TW1"),
            perbaikan("2026-TW1"),
            tanggal=TANGGAL,
            logo=LOGO,
            jejak=jejak("2026-TW1"),
            pemantauan=pemantauan("2026-03"),
        ),
        "laporan_tahunan": laporan_tahunan(
            m,
            p,
            contoh.hasil("2026"),
            contoh.kelengkapan("2026"),
            perbaikan("2026"),
            tanggal=TANGGAL,
            logo=LOGO,
            jejak=jejak("2026"),
        ),
        "surat_edaran": surat_edaran(bahan.master, p, tw, TANGGAL, tenggat=date(2026, 4, 5), logo=LOGO),
        "nota_pengembalian": nota_pengembalian(
            m, p, "IRB4", tw, temuan_contoh(), revisi=1, tanggal=TANGGAL, tenggat=TANGGAL, logo=LOGO
        ),
        "tanda_terima": tanda_terima(
            m, "IRB4", tw, berkas_contoh(), tenggat=date(2026, 4, 5), terlambat=3, kerja=False, logo=LOGO
        ),
        "daftar_keterlambatan": daftar_keterlambatan(
            m, p, keterlambatan_contoh(), ketentuan=KETENTUAN, batas_laporan=date(2026, 4, 15), logo=LOGO
        ),
        "jadwal_sop": jadwal_sop(
            m,
            rencana_contoh(),
            {SOP: [Gambar(isi=LOGO, tinggi_mm=90, alt="Bagan Gantt")]},
            tanggal=TANGGAL,
            logo=LOGO,
        ),
        "daftar_koreksi": daftar_koreksi(
            m, JUDUL_KOREKSI, koreksi_contoh(), BERKAS_KOREKSI, tanggal=TANGGAL, logo=LOGO
        ),
        "lembar_kendali": lembar_kendali(m, kendali_contoh(), logo=LOGO),
        "sop": sop(m, load_profil("bantul").sop[0], tanggal=TANGGAL, logo=LOGO),
        "perjanjian_kinerja": perjanjian_kinerja(setahun),
        "rencana_aksi": rencana_aksi(setahun),
        "sk_tim": sk_tim(setahun),
        "nota_permintaan_data": nota_permintaan_data(bahan),
        "rencana_pengumpulan": rencana_pengumpulan(bahan),
        "hasil_pengumpulan_data": hasil_pengumpulan_data(bahan),
        "hasil_evaluasi": hasil_evaluasi(bahan),
        "undangan_rapat": undangan_rapat(bahan),
        "daftar_hadir": daftar_hadir(bahan),
        "notula": notula(bahan),
        "lembar_disposisi": lembar_disposisi(bahan),
        "surat_pengantar": surat_pengantar(replace(bahan, atas_nama="Sekretaris")),
        "bukti_pengiriman": bukti_pengiriman(bahan),
        "tanda_terima_laporan": tanda_terima_laporan(bahan_kirim()),
        "surat_ralat": surat_ralat(bahan_kirim()),
        "pernyataan_reviu": pernyataan_reviu(setahun),
        "tindak_lanjut_lhe": tindak_lanjut_lhe(setahun),
    }


def contoh_dokumen() -> dict[str, dict[str, Any]]:
    """A full context by name of document: what its preview shows."""
    m, p, semua = contoh.master(), Pengaturan(), konteks()
    hasil = {jenis: semua[nama] for jenis, nama in DOKUMEN.items() if nama in semua}
    for jenis, periode in (("laporan_bulanan", "2026-03"), ("laporan_semester", "2026-S1")):
        hasil[jenis] = laporan(
            m,
            p,
            contoh.hasil(periode),
            contoh.kelengkapan(periode),
            perbaikan(periode),
            tanggal=TANGGAL,
            logo=LOGO,
            jejak=jejak(periode),
            pemantauan=pemantauan(periode),
        )
    return hasil


def bentuk(nilai: Any) -> Any:
    """The shape of a context: example texts, lists cut to one element, drawings as a word."""
    if isinstance(nilai, Grafik):
        return "(grafik)"
    if isinstance(nilai, Gambar):
        return "(gambar)"
    if isinstance(nilai, dict):
        return {k: bentuk(v) for k, v in nilai.items()}
    if isinstance(nilai, list | tuple):
        return [_gabung([bentuk(v) for v in nilai])] if nilai else []
    return nilai


def _gabung(isi: list[Any]) -> Any:
    """The most telling element: the one whose inner lists and texts are filled."""
    return max(isi, key=lambda x: len(str(x)) if not isinstance(x, str) else 0) if isinstance(isi[0], dict) else isi[0]


JUDUL_README = """# Templat Word

Berkas .docx di map ini adalah milik kantor: buka, ubah, dan simpan di Word. Yang berlaku adalah berkasnya sendiri;
`kinerja` hanya mengisi penanda di dalamnya. Sesudah mengubah templat, jalankan
`kinerja templates check BERKAS`: salinannya berkomentar pada tiap kesalahan, dan pratinjaunya berisi contoh.

| Templat | Dokumen |
|---|---|
| `laporan_bulanan.docx` | Laporan Kinerja Bulanan |
| `laporan_triwulan.docx` | Laporan Kinerja Triwulan |
| `laporan_semester.docx` | Laporan Kinerja Semester |
| `laporan_tahunan.docx` | Laporan Kinerja (tahunan) |
| `surat_edaran.docx` | Surat Edaran Pengumpulan Data Kinerja |
| `nota_pengembalian.docx` | Nota Pengembalian data kepada unit |
| `tanda_terima.docx` | Tanda Terima formulir yang dikirim unit |
| `daftar_keterlambatan.docx` | Nota Dinas tentang keterlambatan penyampaian data |
| `jadwal_sop.docx` | Jadwal langkah SOP satu periode dengan bagan Gantt |
| `daftar_koreksi.docx` | Daftar Koreksi dan Masukan terhadap konsep laporan |
| `lembar_kendali.docx` | Lembar kendali: paraf dan persetujuan konsep laporan |
| `sop.docx` | SOP dengan kotak kepala, tabel alur, dan gambar alurnya |
| `perjanjian_kinerja.docx` | Perjanjian Kinerja |
| `rencana_aksi.docx` | Rencana Aksi atas Perjanjian Kinerja |
| `sk_tim.docx` | Keputusan tentang Tim Pengukuran Kinerja |
| `nota_permintaan_data.docx` | Nota Dinas permintaan data beserta daftar jenis data |
| `rencana_pengumpulan.docx` | Rencana Kegiatan Pengumpulan Data |
| `undangan_rapat.docx` | Undangan rapat |
| `daftar_hadir.docx` | Daftar Hadir rapat |
| `notula.docx` | Notula rapat |
| `lembar_disposisi.docx` | Lembar Disposisi |
| `surat_pengantar.docx` | Surat Pengantar laporan dan tanda terimanya |
| `bukti_pengiriman.docx` | Bukti Pengiriman laporan |
| `tanda_terima_laporan.docx` | Tanda Terima laporan yang dikirim |
| `surat_ralat.docx` | Surat Pengantar ralat beserta daftar angka yang berubah |
| `pernyataan_reviu.docx` | Pernyataan Telah Direviu atas laporan tahunan |
| `tindak_lanjut_lhe.docx` | Matriks Tindak Lanjut Laporan Hasil Evaluasi |

## Penanda

* `{{ nama }}` dicetak sebagai teks. Semua nilai sudah jadi teks; tidak ada hitungan di dalam templat.
* Nama yang memuat `[]`, misalnya `kinerja[].kode`, ada di dalam daftar: `{%tr for b in kinerja %}`, lalu
  `{{ b.kode }}`.
* `{%p for x in daftar %}` … `{%p endfor %}` mengulang paragraf; tiap penanda berada pada paragraf tersendiri.
* `{%tr for x in daftar %}` … `{%tr endfor %}` mengulang baris tabel; tiap penanda berada pada baris tersendiri.
* `{%p if nama %}` … `{%p else %}` … `{%p endif %}` memilih; nama yang kosong berarti tidak.
* `{{ nama | besar }}` mencetak dengan huruf besar; `{{ daftar | gabung }}` menggabungkan daftar teks.
* Nomor tabel dan gambar, daftar isi, serta nomor halaman adalah bidang Word; nomornya diisi sendiri.
* Kotak “Narasi” (kontrol isi) memuat kalimat yang disusun dari data. Penandanya jangan dihapus, supaya suntingan
  orang dapat dibedakan dari konsep awal.
* Ukuran kertas mengikuti setelan `kertas` di kinerja.toml (A4 atau F4); arah halaman mengikuti templat.

Contoh di bawah ini dari kantor rekaan.
"""


def readme() -> str:
    """README.md of the folder of templates."""
    bagian = [JUDUL_README]
    judul = {
        "laporan": "laporan_bulanan, laporan_triwulan, laporan_semester",
        "laporan_tahunan": "laporan_tahunan (selain semua nama di atas)",
        "surat_edaran": "surat_edaran",
        "nota_pengembalian": "nota_pengembalian",
        "tanda_terima": "tanda_terima",
        "daftar_keterlambatan": "daftar_keterlambatan",
        "jadwal_sop": "jadwal_sop",
        "daftar_koreksi": "daftar_koreksi",
        "lembar_kendali": "lembar_kendali",
        "sop": "sop",
        **{jenis: jenis for jenis in (*JENIS, *JENIS_KIRIM)},
    }
    semua = konteks()
    for nama, k in semua.items():
        baris = list(_rows(bentuk(k), ""))
        if nama == "laporan_tahunan":
            sama = {kunci for kunci, _ in _rows(bentuk(semua["laporan"]), "")}
            baris = [b for b in baris if b[0] not in sama]
        bagian.append(f"## {judul[nama]}\n\n| Nama | Contoh |\n|---|---|")
        bagian[-1] += "".join(f"\n| `{kunci}` | {_cell(contoh_)} |" for kunci, contoh_ in baris) + "\n"
    return "\n".join(bagian)


def _rows(nilai: Any, kunci: str) -> Any:
    if isinstance(nilai, dict):
        for k, v in nilai.items():
            yield from _rows(v, f"{kunci}.{k}" if kunci else k)
    elif isinstance(nilai, list):
        yield kunci, "daftar: ulangi dengan for"
        yield from _rows(nilai[0], f"{kunci}[]") if nilai else ()
    elif isinstance(nilai, bool):
        yield kunci, "ya atau tidak: pakai dengan if"
    else:
        yield kunci, nilai


def _cell(teks: str) -> str:
    teks = " ".join(teks.split()).replace("|", "\\|").replace("<", "&lt;")
    return teks if len(teks) <= 90 else f"{teks[:89]}…"
