"""The templates of ordinary office papers: nota dinas, undangan, daftar hadir, notula, disposisi, sending."""

from __future__ import annotations

from typing import Any

import bagian as b
import bagian_surat as s
from gaya import bagian_baru, dokumen_baru, tambah
from unsur import Kolom, Tabel, p, r, tabel_polos, ulang

_KOTAK = "☐  "
_BUTIR = '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/><w:ind w:left="380" w:hanging="380"/>'
_ACARA = (
    ("Hari, tanggal", "{{ hari }}"),
    ("Waktu", "{{ waktu }}"),
    ("Tempat", "{{ tempat }}"),
    ("Acara", "{{ acara }}"),
)


def nota_permintaan_data() -> Any:
    """Nota dinas to the heads of units; annex: what each unit must send."""
    dok = dokumen_baru(s.TINGKAT)
    s.kepala_kaki_surat(dok.sections[0], nomor=False)
    tambah(
        dok,
        *b.kop(),
        p("NOTA DINAS", "Judul"),
        b.jarak(6),
        s.kepala(*s.NOTA, lebar=(1500, 300, 6988)),
        p("", sifat=s.GARIS),
        p("Dalam rangka penyusunan laporan kinerja {{ instansi.nama }} untuk {{ periode }}, mohon agar unit kerja "
          "Saudara menyampaikan data kinerja sebagai berikut:", "Isi", lanjut=True),
        ulang("for x in jenis_data"),
        p("{{ x }}", "Isi", sifat=s.HURUF),
        ulang("endfor"),
        b.jarak(4),
        p(r("Data setiap unit kerja dirinci dalam lampiran. Data diisikan pada formulir yang disertakan dan "
            "disampaikan kepada Tim Pengukuran Kinerja paling lambat hari ")
          + r("{{ batas }}", tebal=True) + r("."), "Isi"),
        p("Demikian disampaikan, atas perhatian dan kerja samanya diucapkan terima kasih.", "Isi", lanjut=True),
        *s.tanda_tangan_tanpa_tanggal(),
        *s.tembusan(),
    )  # fmt: skip
    s.kepala_kaki_surat(bagian_baru(dok, nomor="decimal"), "Lampiran Nota Dinas Permintaan Data Kinerja {{ periode }}")
    kolom = (
        Kolom("No.", "{{ x.no }}", 6, "center"),
        Kolom("Data", "{{ x.uraian }}", 40),
        Kolom("Yang Diminta", "{{ x.diminta }}", 22),
        Kolom("Sumber Data", "{{ x.sumber }}", 26),
        Kolom("Bukti", "{{ x.bukti }}", 9, "center"),
    )
    tambah(
        dok,
        *s.kepala_lampiran("NOTA DINAS {{ dari | besar }}"),
        p("DAFTAR JENIS DATA YANG DIMINTA", "Judul"),
        p("{{ periode_kapital }}", "Judul"),
        b.jarak(6),
        Tabel(
            kolom=kolom, loop="x in u.data", grup=("u in unit", "{{ u.judul }}"),
            uraian="Data yang diminta dari setiap unit kerja", kosong="Tidak ada data yang diminta pada periode ini.",
        ).xml(),
    )  # fmt: skip
    return dok


def undangan_rapat() -> Any:
    """A letter: who, when, where, what for."""
    dok = dokumen_baru(s.TINGKAT)
    s.kepala_kaki_surat(dok.sections[0], nomor=False)
    tambah(
        dok,
        *b.kop(),
        *s.kepala_surat((ulang("for x in yth"), s.baris("{{ x }}"), ulang("endfor"))),
        p("Mengharap kehadiran Saudara pada rapat yang akan dilaksanakan pada:", "Isi", lanjut=True),
        s.kepala(*_ACARA, lebar=(1900, 300, 6588)),
        b.jarak(8),
        p("Mengingat pentingnya acara tersebut, mohon hadir tepat waktu dan membawa bahan yang diperlukan.", "Isi"),
        p("Demikian disampaikan, atas perhatian dan kehadirannya diucapkan terima kasih.", "Isi", lanjut=True),
        *s.tanda_tangan_tanpa_tanggal(),
        *s.tembusan(),
    )
    return dok


def daftar_hadir() -> Any:
    """Names to sign beside; the heads of units and the Tim, then empty rows."""
    dok = dokumen_baru(s.TINGKAT)
    s.isi_tabel(dok, 10, 6)
    s.kepala_kaki_surat(dok.sections[0])
    kolom = (
        Kolom("No.", "{{ x.no }}", 6, "center"),
        Kolom("Nama", "{{ x.nama }}", 34),
        Kolom("Jabatan", "{{ x.jabatan }}", 36),
        Kolom("Tanda Tangan", "", 24),
    )
    tambah(
        dok,
        *b.kop(),
        p("DAFTAR HADIR", "Judul"),
        b.jarak(6),
        s.kepala(*_ACARA, lebar=(1900, 300, 6588)),
        b.jarak(8),
        Tabel(kolom=kolom, loop="x in hadirin", uraian="Daftar hadir rapat").xml(),
        b.jarak(4),
    )
    return dok


def notula() -> Any:
    """Head of the meeting, blanks for what was said and decided, follow-ups, two signatures."""
    dok = dokumen_baru(s.TINGKAT)
    s.isi_tabel(dok, 10, 6)
    s.kepala_kaki_surat(dok.sections[0])
    kolom = (
        Kolom("No.", "{{ x.no }}", 6, "center"),
        Kolom("Tindak Lanjut", "", 46),
        Kolom("Penanggung Jawab", "", 26),
        Kolom("Batas Waktu", "", 20),
    )

    def bagian(judul: str) -> tuple[str, ...]:
        return (
            p(r(judul, tebal=True), sifat=s.angka(5), lanjut=True),
            *s.garis_titik(6),
            b.jarak(8),
        )

    tambah(
        dok,
        *b.kop(),
        p("NOTULA RAPAT", "Judul"),
        b.jarak(6),
        s.kepala(
            *_ACARA, ("Peserta", "{{ peserta }}"), ("Pimpinan rapat", "{{ pimpinan }}"), ("Notulis", "{{ notulis }}"),
            lebar=(1900, 300, 6588),
        ),
        b.jarak(10),
        *bagian("Pembukaan"),
        *bagian("Pembahasan"),
        *bagian("Kesimpulan dan keputusan"),
        p(r("Tindak lanjut", tebal=True), sifat=s.angka(5), lanjut=True),
        Tabel(kolom=kolom, loop="x in tindak_lanjut", uraian="Tindak lanjut hasil rapat", utuh=True).xml(),
        b.jarak(10, lanjut=True),
        tabel_polos(
            [[s.baris(""), s.baris("{{ tempat_tanggal }}")], [s.baris("Pimpinan rapat,"), s.baris("Notulis,")],
             ["".join(s.baris("") for _ in range(4))] * 2,
             [s.baris("{{ pimpinan }}"), s.baris("{{ notulis }}", lanjut=False)]],
            (4394, 4394),
        ),
    )  # fmt: skip
    return dok


def lembar_disposisi() -> Any:
    """Boxes to tick and blanks: the letter, to whom, what to do, notes."""
    dok = dokumen_baru(s.TINGKAT)
    s.kepala_kaki_surat(dok.sections[0], nomor=False)

    def kotak(judul: str, daftar: str) -> str:
        return (
            s.baris(r(judul, tebal=True), lanjut=False)
            + ulang(f"for x in {daftar}")
            + p(f"{_KOTAK}{{{{ x }}}}", sifat=_BUTIR)
            + ulang("endfor")
        )

    def kosong(*judul: str) -> str:
        return s.kepala(*((x, "{{ titik }}") for x in judul), lebar=(1700, 250, 2300))

    tambah(
        dok,
        *b.kop(),
        p("LEMBAR DISPOSISI", "Judul"),
        b.jarak(6),
        tabel_polos(
            [
                [kosong("Surat dari", "Nomor surat", "Tanggal surat") + _akhir(),
                 kosong("Diterima", "Nomor agenda") + kotak("Sifat", "sifat")],
            ],
            (4394, 4394), garis=True,
        ),
        tabel_polos([[s.kepala(("Hal", "{{ hal }}"), lebar=(1700, 250, 6700)) + _akhir()]], (8788,), garis=True),
        tabel_polos(
            [[kotak("Diteruskan kepada Saudara:", "diteruskan"), kotak("Dengan hormat harap:", "arahan")]],
            (4394, 4394), garis=True,
        ),
        tabel_polos(
            [[s.baris(r("Catatan:", tebal=True), lanjut=False) + "".join(s.baris("") for _ in range(5))]],
            (8788,), garis=True,
        ),
        *s.tanda_tangan_tanpa_tanggal(),
    )  # fmt: skip
    return dok


def _akhir() -> str:
    """A cell ends in a paragraph, also after a table."""
    return p("", sifat='<w:spacing w:before="0" w:after="0" w:line="60" w:lineRule="exact"/>')


def surat_pengantar() -> Any:
    """What is sent, and the receipt that comes back."""
    dok = dokumen_baru(s.TINGKAT)
    s.isi_tabel(dok, 11, 4)
    s.kepala_kaki_surat(dok.sections[0], nomor=False)
    kolom = (
        Kolom("No.", "{{ x.no }}", 6, "center"),
        Kolom("Jenis yang Dikirim", "{{ x.jenis }}", 44),
        Kolom("Banyaknya", "{{ x.banyak }}", 18, "center"),
        Kolom("Keterangan", "{{ x.keterangan }}", 34),
    )
    terima = s.kepala(
        ("Diterima tanggal", "{{ titik }}"), ("Nama", "{{ titik }}"), ("Jabatan", "{{ titik }}"),
        ("NIP", "{{ titik }}"), ("Telepon", "{{ titik }}"), lebar=(1900, 250, 2100),
    )  # fmt: skip
    kanan = s.baris("{{ ttd.jabatan }},") + "".join(s.baris("") for _ in range(4)) + s.nama_tanda_tangan("ttd")
    tambah(
        dok,
        *b.kop(),
        s.baris("{{ tempat_tanggal }}", rata="right"),
        b.jarak(10),
        s.baris("Yth. {{ yth }}"),
        ulang("if melalui"),
        s.baris("melalui {{ melalui }}"),
        ulang("endif"),
        s.baris("di tempat"),
        b.jarak(14),
        p("SURAT PENGANTAR", "Judul"),
        p("NOMOR {{ nomor }}", "Judul"),
        b.jarak(8),
        Tabel(kolom=kolom, loop="x in kiriman", uraian="Dokumen yang dikirim").xml(),
        b.jarak(14, lanjut=True),
        tabel_polos(
            [[s.baris(r("Penerima", tebal=True)) + terima + s.baris("") + s.baris("Tanda tangan dan cap:")
              + "".join(s.baris("") for _ in range(3)), s.baris(r("Pengirim", tebal=True)) + kanan]],
            (4394, 4394),
        ),
    )  # fmt: skip
    return dok


def bukti_pengiriman() -> Any:
    """One row per addressee; each signs for what it received."""
    dok = dokumen_baru(s.TINGKAT)
    s.isi_tabel(dok, 10, 8)
    s.kepala_kaki_surat(dok.sections[0], nomor=False)
    kolom = (
        Kolom("No.", "{{ x.no }}", 6, "center"),
        Kolom("Penerima", "{{ x.nama }}", 28),
        Kolom("Bentuk dan Jumlah", "☐ cetak  ☐ digital", 30),
        Kolom("Tanggal Diterima", "", 16),
        Kolom("Nama Penerima", "", 20),
        Kolom("Tanda Tangan", "", 18),
    )
    tambah(
        dok,
        *b.kop(),
        p("BUKTI PENGIRIMAN", "Judul"),
        p("LAPORAN KINERJA {{ periode_kapital }}", "Judul"),
        b.jarak(6),
        s.kepala(("Dokumen", "{{ dokumen }}"), lebar=(1500, 300, 6988)),
        b.jarak(8),
        Tabel(kolom=kolom, loop="x in penerima", uraian="Penerima laporan").xml(),
        *b.tanda_tangan(),
    )
    return dok


def tanda_terima_laporan() -> Any:
    """What was handed over, told by its hashes; who hands it over and who receives it sign."""
    dok = dokumen_baru(s.TINGKAT)
    s.isi_tabel(dok, 11, 4)
    s.kepala_kaki_surat(dok.sections[0], nomor=False)
    dokumen = (
        Kolom("No.", "{{ x.no }}", 6, "center"),
        Kolom("Dokumen", "{{ x.nama }}", 64),
        Kolom("Jumlah", "{{ x.jumlah }}", 24, "center"),
    )
    berkas = (
        Kolom("Nama Berkas", "{{ x.nama }}", 40),
        Kolom("Sidik SHA-256", "{{ x.sidik }}", 50),
    )
    tambah(
        dok,
        *b.kop(),
        p("TANDA TERIMA", "Judul"),
        p("LAPORAN KINERJA {{ periode_kapital }}", "Judul"),
        b.jarak(8),
        s.kepala(("Telah diterima dari", "{{ instansi.nama }}"), ("Untuk disampaikan kepada", "{{ yth }}"),
                 lebar=(3000, 300, 5488)),
        b.jarak(8),
        Tabel(kolom=dokumen, loop="x in dokumen", uraian="Dokumen yang diterima").xml(),
        ulang("if berkas"),
        b.jarak(8, lanjut=True),
        p("Berkas digitalnya, bila ikut diserahkan, dikenali dari sidiknya:", "Isi", lanjut=True),
        Tabel(kolom=berkas, loop="x in berkas", uraian="Berkas digital").xml(),
        ulang("endif"),
        *s.dua_tanda_tangan("pengirim", "penerima", judul=("Yang menyerahkan,", "Yang menerima,"),
                            tempat="{{ tempat }}, {{ titik }}"),
    )  # fmt: skip
    return dok


def surat_ralat() -> Any:
    """A letter that corrects a report which was sent; annex: every figure that changed."""
    dok = dokumen_baru(s.TINGKAT)
    s.kepala_kaki_surat(dok.sections[0], nomor=False)
    yth = (s.baris("{{ yth }}"), ulang("if melalui"), s.baris("melalui {{ melalui }}"), ulang("endif"))
    tambah(
        dok,
        *b.kop(),
        *s.kepala_surat(yth, lebar=(3500, 3788)),
        ulang("for x in isi"),
        p("{{ x }}", "Isi"),
        ulang("endfor"),
        *s.tanda_tangan_tanpa_tanggal(),
    )
    s.kepala_kaki_surat(bagian_baru(dok, nomor="decimal"), "{{ hal }}")
    kolom = (
        Kolom("No.", "{{ x.no }}", 6, "center"),
        Kolom("Indikator", "{{ x.indikator }}", 32),
        Kolom("Tempat", "{{ x.tempat }}", 22),
        Kolom("Angka", "{{ x.angka }}", 24),
        Kolom("Semula", "{{ x.semula }}", 13, "right"),
        Kolom("Menjadi", "{{ x.menjadi }}", 13, "right"),
    )
    tambah(
        dok,
        *s.kepala_lampiran("SURAT {{ ttd.jabatan | besar }}"),
        p("{{ judul_daftar }}", "Judul"),
        b.jarak(6),
        Tabel(kolom=kolom, loop="x in perubahan", uraian="Angka yang berubah").xml(),
    )
    return dok


def pernyataan_reviu() -> Any:
    """What was reviewed, what the reviewer ticks, one signature."""
    dok = dokumen_baru(s.TINGKAT)
    s.kepala_kaki_surat(dok.sections[0], nomor=False)
    tambah(
        dok,
        *b.kop(),
        b.jarak(10),
        p("PERNYATAAN TELAH DIREVIU", "Judul"),
        p("LAPORAN KINERJA {{ instansi.nama_kapital }}", "Judul"),
        p("TAHUN {{ tahun }}", "Judul"),
        b.jarak(14),
        p("Yang bertanda tangan di bawah ini menyatakan bahwa {{ laporan }} telah direviu sesuai dengan pedoman reviu "
          "laporan kinerja yang berlaku, dari tanggal {{ titik }} sampai dengan {{ titik }}.", "Isi"),
        p("Isi laporan menjadi tanggung jawab {{ penyusun }} sebagai penyusunnya. Reviu memberikan keyakinan terbatas "
          "bahwa keterangan di dalamnya disajikan dengan benar, lengkap, dan dapat ditelusuri sampai ke datanya.",
          "Isi"),
        p("Hasil reviu:", "Isi", lanjut=True),
        p("☐  Tidak ditemukan hal yang membuat keterangan di dalam laporan diragukan.", "Isi", lanjut=True,
          rata="left", sifat=_BUTIR),
        p("☐  Ditemukan hal yang perlu diperbaiki, sebagaimana catatan hasil reviu terlampir; perbaikannya telah "
          "dilakukan.", "Isi", lanjut=True, rata="left", sifat=_BUTIR),
        p("☐  Ditemukan hal yang belum diperbaiki: {{ titik }}{{ titik }}", "Isi", rata="left", sifat=_BUTIR),
        *b.tanda_tangan(),
    )  # fmt: skip
    return dok
