"""The tables of the reports: figures, averages, budget, factors, completeness, how the figures were computed."""

from __future__ import annotations

from bagian import butir, jarak
from unsur import Kolom, Tabel, keterangan, p, ulang


def _kolom_capaian() -> list[Kolom]:
    """What every table of achievement begins with; why a figure is missing stands below the indicator's name."""
    return [
        Kolom("No.", "{{ b.no }}", 44, "center"),
        Kolom("Indikator Kinerja", "{{ b.indikator }}", 332, catatan="b.keterangan"),
        Kolom("Satuan", "{{ b.satuan }}", 122),
        Kolom("Target", "{{ b.target }}", 100, "right"),
        Kolom("Realisasi", "{{ b.realisasi }}", 104, "right"),
        Kolom("Capaian (%)", "{{ b.capaian }}", 92, "right"),
        Kolom("Kategori", "{{ b.kategori }}", 135, "center"),
    ]


def tabel_capaian(loop: str, uraian: str) -> str:
    """The indicators of one unit or one sasaran, upright."""
    return Tabel(kolom=_kolom_capaian(), loop=loop, uraian=uraian).xml()


def tabel_kinerja(*, sd: bool, akhir: str = "{{ periode.nama }}") -> tuple[str, ...]:
    """Target, realisasi, capaian, kategori; for the period, s.d., and against the year's target."""
    kolom = _kolom_capaian()
    kepala = [("", 3), ("{{ periode.nama }}", 4)]
    if sd:
        kolom += [
            Kolom("Target", "{{ b.target_sd }}", 100, "right"),
            Kolom("Realisasi", "{{ b.realisasi_sd }}", 104, "right"),
            Kolom("Capaian (%)", "{{ b.capaian_sd }}", 92, "right"),
        ]
        kepala.append(("s.d. {{ periode.nama }}", 3))
    kolom += [
        Kolom("Target", "{{ b.target_tahun }}", 100, "right"),
        Kolom("Capaian (%)", "{{ b.capaian_tahun }}", 92, "right"),
    ]
    kepala.append(("Perjanjian Kinerja {{ periode.tahun }}", 2))
    return (
        keterangan("Tabel", "Target, realisasi, dan capaian kinerja, {{ periode.nama }}"),
        Tabel(
            kolom=kolom, loop="b in s.baris", grup=("s in kinerja", "{{ s.kode }}  {{ s.nama }}"), kepala=kepala,
            uraian="Target, realisasi, dan capaian tiap indikator kinerja", mendatar=True,
        ).xml(),
        p(
            f"Capaian terhadap Perjanjian Kinerja membandingkan realisasi sampai dengan akhir {akhir} dengan "
            "target setahun. Tanda – berarti tidak ada angka; sebabnya tertulis di bawah nama indikator.",
            "Kecil",
        ),
    )  # fmt: skip


def tabel_pembanding(*, satu: bool = False) -> tuple[str, ...]:
    """This period beside the one before and that of last year; with `satu` (a year) these are the same."""
    kolom = (
        Kolom("No.", "{{ b.no }}", 6, "center"),
        Kolom("Indikator Kinerja", "{{ b.indikator }}", 34),
        Kolom("Satuan", "{{ b.satuan }}", 13),
        Kolom("Realisasi", "{{ b.realisasi }}", 10, "right"),
        Kolom("Capaian (%)", "{{ b.capaian }}", 10, "right"),
        Kolom("Realisasi", "{{ b.realisasi_lalu }}", 10, "right"),
        Kolom("Capaian (%)", "{{ b.capaian_lalu }}", 10, "right"),
        Kolom("Perubahan (poin)", "{{ b.ubah_lalu }}", 11, "right"),
        Kolom("Realisasi", "{{ b.realisasi_tahun_lalu }}", 10, "right"),
        Kolom("Capaian (%)", "{{ b.capaian_tahun_lalu }}", 10, "right"),
        Kolom("Perubahan (poin)", "{{ b.ubah_tahun_lalu }}", 11, "right"),
    )
    kepala = (
        ("", 3), ("{{ periode.nama }}", 2), ("{{ periode.sebelumnya }}", 3), ("{{ periode.tahun_lalu }}", 3),
    )  # fmt: skip
    lalu = "tahun sebelumnya" if satu else "periode sebelumnya dan periode yang sama tahun lalu"
    return (
        keterangan("Tabel", f"Perbandingan capaian dengan {lalu}"),
        Tabel(
            kolom=kolom[:8] if satu else kolom,
            loop="b in pembanding",
            kepala=kepala[:3] if satu else kepala,
            uraian="Perbandingan antarperiode",
            mendatar=True,
        ).xml(),
        p("Perubahan adalah selisih capaian dalam poin persentase. Tanda – berarti datanya tidak ada.", "Kecil"),
    )


def tabel_rata(loop: str, judul: str, nama: str = "{{ a.nama }}") -> tuple[str, ...]:
    """Averages of one level with budget and efficiency."""
    kolom = (
        Kolom("No.", "{{ a.no }}", 44, "center"),
        Kolom(judul, nama, 300),
        Kolom("Rata-rata Capaian (%)", "{{ a.capaian }}", 105, "right"),
        Kolom("Kategori", "{{ a.kategori }}", 135, "center"),
        Kolom("Indikator Dihitung", "{{ a.dihitung }}", 98, "center"),
        Kolom("Serapan Anggaran (%)", "{{ a.serapan }}", 103, "right"),
        Kolom("{{ nama_efisiensi }}", "{{ a.efisiensi }}", 98, "right"),
    )
    return (
        keterangan("Tabel", f"Rata-rata capaian per {judul.lower()}, {{{{ periode.nama }}}}"),
        Tabel(kolom=kolom, loop=f"a in {loop}", uraian=f"Rata-rata capaian per {judul.lower()}").xml(),
    )


def tabel_anggaran(*, setahun: bool = False) -> tuple[str, ...]:
    """Budget lines with the total; over a year what was spent in the period and up to its end are the same."""
    kolom = [
        Kolom("Program, Kegiatan, Sub Kegiatan", "{{ b.kode }}  {{ b.uraian }}", 42),
        Kolom("Pagu (Rp)", "{{ b.pagu }}", 20, "right"),
        Kolom("Realisasi Periode Ini (Rp)", "{{ b.realisasi }}", 20, "right"),
        Kolom("Realisasi s.d. (Rp)", "{{ b.realisasi_sd }}", 20, "right"),
        Kolom("Serapan (%)", "{{ b.serapan }}", 12, "right"),
    ]
    akhir = [("Jumlah", 1, "left")]
    akhir += [(f"{{{{ jumlah_anggaran.{x} }}}}", 1, "right") for x in ("pagu", "realisasi", "realisasi_sd", "serapan")]
    if setahun:
        kolom[3] = Kolom("Realisasi (Rp)", "{{ b.realisasi_sd }}", 20, "right")
        del kolom[2], akhir[2]
    return (
        ulang("if anggaran"),
        keterangan("Tabel", "Pagu dan realisasi anggaran, {{ periode.nama }}"),
        Tabel(
            kolom=kolom, loop="b in anggaran", uraian="Pagu dan realisasi anggaran", tebal_bila="b.pokok", akhir=akhir
        ).xml(),
        ulang("endif"),
    )


def bila_ada(daftar: str, *isi: str, tanpa: str) -> tuple[str, ...]:
    """The table when its list holds something, else one sentence."""
    return (ulang(f"if {daftar}"), *isi, ulang("else"), p(tanpa, "Isi"), ulang("endif"))


def tabel_uraian(*, bukti: bool = True) -> tuple[str, ...]:
    """Factors and follow-ups in the units' words, indicator by indicator; with `bukti` also the evidence."""
    kolom = (
        Kolom("Unit Kerja", "{{ b.unit }}", 14),
        Kolom("Faktor Pendorong", "{{ b.pendorong }}", 23),
        Kolom("Faktor Penghambat", "{{ b.penghambat }}", 23),
        Kolom("Tindak Lanjut", "{{ b.tindak_lanjut }}", 23),
        Kolom("Data Pendukung", "{{ b.data_pendukung }}", 17),
    )
    return bila_ada(
        "uraian",
        keterangan("Tabel", "Faktor pendorong, faktor penghambat, dan tindak lanjut menurut unit kerja"),
        Tabel(kolom=kolom if bukti else kolom[:-1], loop="b in i.baris", mendatar=True,
              grup=("i in uraian", "{{ i.no }}.  {{ i.indikator }}"),
              uraian="Faktor dan tindak lanjut menurut unit kerja").xml(),
        tanpa="Tidak ada uraian dari unit kerja pada periode ini.",
    )  # fmt: skip


def tabel_tindak_lanjut() -> tuple[str, ...]:
    """Status of the earlier follow-ups."""
    kolom = (
        Kolom("No.", "{{ b.no }}", 5, "center"),
        Kolom("Indikator Kinerja", "{{ b.indikator }}", 40),
        Kolom("Unit Kerja", "{{ b.unit }}", 27),
        Kolom("Status menurut Unit Kerja", "{{ b.status }}", 28),
    )
    return bila_ada(
        "tindak_lanjut_lalu",
        keterangan("Tabel", "Status tindak lanjut periode sebelumnya"),
        Tabel(kolom=kolom, loop="b in tindak_lanjut_lalu", uraian="Status tindak lanjut periode sebelumnya").xml(),
        tanpa="Tidak ada tindak lanjut periode sebelumnya yang dilaporkan unit kerja.",
    )


def tabel_kelengkapan(*, jamak: bool) -> tuple[str, ...]:
    """Who sent what, when; with `jamak` one row per unit over several collection periods."""
    kolom = [Kolom("No.", "{{ k.no }}", 6, "center"), Kolom("Unit Kerja", "{{ k.unit }}", 36)]
    if jamak:
        kolom += [
            Kolom("Formulir Masuk", "{{ k.masuk }}", 15, "center"),
            Kolom("Valid", "{{ k.valid }}", 10, "center"),
            Kolom("Terlambat", "{{ k.terlambat }}", 12, "center"),
            Kolom("Belum Masuk", "{{ k.belum }}", 21),
        ]
    else:
        kolom += [
            Kolom("Status Data", "{{ k.status }}", 20),
            Kolom("Kiriman Pertama", "{{ k.diterima }}", 20),
            Kolom("Ketepatan Waktu", "{{ k.ketepatan }}", 19),
        ]
    return (
        keterangan("Tabel", "Kelengkapan dan ketepatan waktu penyampaian data, {{ periode.nama }}"),
        Tabel(
            kolom=kolom, loop=f"k in kelengkapan{'_unit' if jamak else ''}", uraian="Kelengkapan data unit kerja"
        ).xml(),
    )


def tabel_belum_ada() -> tuple[str, ...]:
    """Figures that are missing, provisional or not computable."""
    kolom = (
        Kolom("No.", "{{ b.no }}", 5, "center"),
        Kolom("Indikator Kinerja", "{{ b.indikator }}", 42),
        Kolom("Tingkat", "{{ b.unit }}", 24),
        Kolom("Keterangan", "{{ b.keterangan }}", 29),
    )
    return bila_ada(
        "belum_ada",
        keterangan("Tabel", "Data yang belum ada, masih sementara, atau tidak dapat dihitung"),
        Tabel(kolom=kolom, loop="b in belum_ada", uraian="Data yang belum lengkap").xml(),
        tanpa="Seluruh data periode ini lengkap dan dapat dihitung.",
    )


def tabel_peringkat() -> tuple[str, ...]:
    """The three best and the three worst."""

    def satu(daftar: str, judul: str) -> tuple[str, str]:
        kolom = (
            Kolom("No.", "{{ x.no }}", 6, "center"),
            Kolom("Indikator Kinerja", "{{ x.indikator }}", 60),
            Kolom("Capaian (%)", "{{ x.capaian }}", 15, "right"),
            Kolom("Kategori", "{{ x.kategori }}", 18, "center"),
        )
        return (
            keterangan("Tabel", judul),
            Tabel(kolom=kolom, loop=f"x in ringkasan.{daftar}", uraian=judul).xml(),
        )

    return bila_ada(
        "ringkasan.terbaik",
        *satu("terbaik", "Indikator dengan capaian tertinggi"),
        *satu("terburuk", "Indikator dengan capaian terendah"),
        jarak(2),
        tanpa="Indikator yang dapat dihitung terlalu sedikit untuk diurutkan menurut capaiannya.",
    )


def tabel_perbaikan(*, mendatar: bool) -> tuple[str, ...]:
    """Figures of an earlier report that are now others; upright pages have no room for capaian."""
    awal = [
        Kolom("No.", "{{ b.no }}", 8, "center"),
        Kolom("Periode", "{{ b.periode }}", 12),
        Kolom("Unit Kerja", "{{ b.unit }}", 16),
        Kolom("Indikator Kinerja", "{{ b.indikator }}", 23),
    ]
    semula = [Kolom("Semula", "{{ b.semula }}", 17, "right"), Kolom("Menjadi", "{{ b.menjadi }}", 17, "right")]
    kepala = None
    if mendatar:
        semula = [
            Kolom("Realisasi", "{{ b.semula }}", 14, "right"),
            Kolom("Capaian (%)", "{{ b.capaian_semula }}", 10, "right"),
            Kolom("Realisasi", "{{ b.menjadi }}", 14, "right"),
            Kolom("Capaian (%)", "{{ b.capaian_menjadi }}", 10, "right"),
        ]
        kepala = (("", 4), ("Semula", 2), ("Menjadi", 2), ("", 2))
    akhir = [Kolom("Alasan", "{{ b.alasan }}", 24), Kolom("Kiriman", "{{ b.kiriman }}", 14)]
    return (
        ulang("if perbaikan.baris"),
        p(
            "Data yang dimuat dalam laporan {{ perbaikan.laporan }} (dibuat {{ perbaikan.dibuat }}) dan sesudah itu "
            "diperbaiki oleh unit kerja, atau baru masuk. Laporan ini memakai data yang kini berlaku.",
            "Isi",
        ),
        keterangan("Tabel", "Perbaikan data sejak laporan {{ perbaikan.laporan }}"),
        Tabel(kolom=[*awal, *semula, *akhir], loop="b in perbaikan.baris", kepala=kepala, mendatar=mendatar,
              uraian="Perbaikan data laporan sebelumnya").xml(),
        ulang("else"),
        p("Tidak ada angka dalam laporan {{ perbaikan.laporan }} (dibuat {{ perbaikan.dibuat }}) yang berubah.", "Isi"),
        ulang("endif"),
    )  # fmt: skip


def bagian_pemantauan() -> tuple[str, ...]:
    """The section on weekly monitoring, with its corrective actions; upright pages."""
    kolom = (
        Kolom("No.", "{{ b.no }}", 44, "center"),
        Kolom("Unit Kerja", "{{ b.unit }}", 112),
        Kolom("Indikator Kinerja", "{{ b.indikator }}", 160),
        Kolom("Ditulis", "{{ b.minggu }}", 84),
        Kolom("Tindakan Perbaikan", "{{ b.tindakan }}", 182),
        Kolom("Penanggung Jawab", "{{ b.penanggung_jawab }}", 156),
        Kolom("Batas Waktu", "{{ b.batas }}", 88),
        Kolom("Status", "{{ b.status }}", 92),
    )
    return (
        ulang("if pemantauan.ada"),
        p("Tindakan Perbaikan dari Pemantauan Mingguan", "Heading1"),
        ulang("if pemantauan.baris"),
        p("Dari pemantauan mingguan unit kerja terdapat {{ pemantauan.ringkasan }}.", "Isi", lanjut=True),
        keterangan("Tabel", "Tindakan perbaikan dari pemantauan mingguan, {{ periode.nama }}"),
        Tabel(kolom=kolom, loop="b in pemantauan.baris", uraian="Tindakan perbaikan dari pemantauan mingguan").xml(),
        ulang("else"),
        p("Pemantauan mingguan bulan ini tidak memerlukan tindakan perbaikan.", "Isi"),
        ulang("endif"),
        ulang("endif"),
    )  # fmt: skip


def tabel_rincian() -> tuple[str, ...]:
    """How each figure was computed."""
    kolom = (
        Kolom("No.", "{{ b.no }}", 6, "center"),
        Kolom("Indikator Kinerja", "{{ b.indikator }}", 34),
        Kolom("Perhitungan", "{{ b.rumus }}", 38),
        Kolom("Bulan Data", "{{ b.bulan }}", 13),
        Kolom("Sumber (s.d.)", "{{ b.sumber }}", 12),
    )
    return (
        keterangan("Tabel", "Rincian perhitungan capaian"),
        Tabel(kolom=kolom, loop="b in rincian", uraian="Rincian perhitungan capaian").xml(),
    )


def jejak_angka(judul: str) -> tuple[str, ...]:
    """The annex on request: every figure of the main table, down to cells and files."""
    angka = (
        Kolom("Angka", "{{ b.angka }}", 15),
        Kolom("Tercetak", "{{ b.nilai }}", 10, "right"),
        Kolom("Perhitungan", "{{ b.hitungan }}", 40),
        Kolom("Asal: unit, bulan, [berkas], sel", "{{ b.asal }}", 35),
    )
    berkas = (
        Kolom("No.", "{{ b.no }}", 5, "center"),
        Kolom("Unit", "{{ b.unit }}", 8),
        Kolom("Bulan", "{{ b.bulan }}", 7, "center"),
        Kolom("Berkas", "{{ b.path }}", 46),
        Kolom("Revisi", "{{ b.revisi }}", 7, "center"),
        Kolom("Lembar", "{{ b.lembar }}", 13),
        Kolom("Sidik", "{{ b.sidik }}", 14),
    )
    return (
        p(judul, "JudulLampiran"),
        p(
            "Setiap angka pada tabel capaian instansi, dari rumusnya sampai sel asalnya. Angka dalam kurung siku "
            "menunjuk nomor pada tabel berkas asal; sel target terdapat pada lembar Target. Angka s.d. yang sama "
            "dengan angka periode ini tidak diulang. Sidik dicetak 12 huruf pertamanya; sidik lengkap adalah nama "
            "berkas itu di map arsip.",
            "Isi",
        ),
        *butir("jejak.induk"),
        keterangan("Tabel", "Jejak angka capaian kinerja, {{ periode.nama }}"),
        Tabel(kolom=angka, loop="b in i.baris", uraian="Jejak angka", mendatar=True,
              grup=("i in jejak.indikator", "{{ i.kode }}  {{ i.nama }} ({{ i.satuan }})")).xml(),
        jarak(6),
        keterangan("Tabel", "Berkas asal"),
        Tabel(kolom=berkas, loop="b in jejak.berkas", uraian="Berkas asal", mendatar=True,
              kosong="Belum ada formulir yang dapat dipakai.").xml(),
    )  # fmt: skip
