"""The tidy tables of figures: one row per indicator, unit and period; per average; per budget line."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.aggregate.model import Capaian, HasilPeriode
from kinerja.domain.indikator import Indikator
from kinerja.export.model import Isi, Jenis, Kolom, Tabel
from kinerja.export.tabel import PERIODE, A, B, T, angka_dan_teks
from kinerja.master.model import Master

_NILAI = (
    ("target", "Target periode ini"), ("realisasi", "Realisasi periode ini"),
    ("target_sd", "Target sampai dengan akhir periode"), ("realisasi_sd", "Realisasi sampai dengan akhir periode"),
    ("target_tahun", "Target tahunan Perjanjian Kinerja"),
)  # fmt: skip


def tabel_angka(master: Master, hasil: Sequence[HasilPeriode]) -> Tabel:
    """Every row of the reports' tables, also where there is no figure."""
    kolom_nilai = [
        k
        for nama, arti in _NILAI
        for k in (
            Kolom(nama, A, f"{arti}; kosong bila tidak ada, atau bila berupa predikat atau rentang."),
            Kolom(f"{nama}_teks", T, f"{arti}, seperti tercetak."),
        )
    ]
    return Tabel(
        nama="angka",
        judul="Capaian indikator",
        uraian="Satu baris per indikator, unit (kosong: instansi), dan periode, seperti pada kinerja build --json.",
        kolom=(
            PERIODE,
            Kolom("indikator", T, "Kode indikator.", wajib=True),
            Kolom("unit", T, "Kode unit; kosong untuk angka instansi."),
            *kolom_nilai,
            Kolom("satuan", T, "Satuan target dan realisasi.", wajib=True),
            Kolom("capaian", A, "Realisasi terhadap target periode ini.", "persen"),
            Kolom("capaian_sd", A, "Realisasi s.d. terhadap target s.d.", "persen"),
            Kolom("capaian_tahun", A, "Realisasi s.d. terhadap target tahunan.", "persen"),
            Kolom("kategori", T, "Kategori capaian periode ini."),
            Kolom("bulan_terisi", B, "Bulan yang seluruh unitnya melaporkan.", "bulan", wajib=True),
            Kolom("bulan_wajib", B, "Bulan yang wajib diisi.", "bulan", wajib=True),
            Kolom("unit_terisi", B, "Unit yang melaporkan.", "unit", wajib=True),
            Kolom("unit_wajib", B, "Unit yang wajib melaporkan.", "unit", wajib=True),
            Kolom("sementara", Jenis.YA_TIDAK, "Data belum lengkap.", wajib=True),
            Kolom("alasan", T, "Mengapa capaian tidak ada."),
            Kolom("rumus", T, "Rumus capaian periode ini dengan angkanya."),
        ),
        kunci=("periode", "indikator", "unit"),
        rujukan=(("indikator", "indikator"), ("unit", "unit")),
        baris=tuple(_angka(master.indikator_by_kode(c.indikator), c) for h in hasil for c in h.capaian),
    )


def _angka(i: Indikator, c: Capaian) -> tuple[Isi, ...]:
    nilai = [x for nama, _ in _NILAI for x in angka_dan_teks(getattr(c, nama), i.desimal)]
    return (
        c.periode.id, c.indikator, c.unit, *nilai, i.satuan, c.capaian, c.capaian_sd, c.capaian_tahun, c.kategori,
        c.bulan_terisi, c.bulan_wajib, c.unit_terisi, c.unit_wajib, c.sementara, c.alasan, c.rumus,
    )  # fmt: skip


def tabel_rata(hasil: Sequence[HasilPeriode]) -> Tabel:
    """Averages of sasaran, units and the agency."""
    return Tabel(
        nama="rata-rata",
        judul="Rata-rata capaian",
        uraian="Satu baris per sasaran, unit, dan instansi pada tiap periode.",
        kolom=(
            PERIODE,
            Kolom("tingkat", T, "sasaran, unit, atau instansi.", wajib=True),
            Kolom("kode", T, "Kode sasaran atau unit; INSTANSI untuk seluruhnya.", wajib=True),
            Kolom("nama", T, "Namanya.", wajib=True),
            Kolom("capaian", A, "Rata-rata capaian.", "persen"),
            Kolom("kategori", T, "Kategori rata-rata itu."),
            Kolom("indikator_dihitung", B, "Indikator yang capaiannya dapat dihitung.", "indikator", wajib=True),
            Kolom("indikator", B, "Seluruh indikatornya.", "indikator", wajib=True),
            Kolom("dibatasi", B, "Indikator yang dibatasi batas_rata_rata.", "indikator", wajib=True),
            Kolom("serapan", A, "Realisasi anggaran s.d. terhadap pagu.", "persen"),
            Kolom("efisiensi", A, "Menurut setelan efisiensi: selisih dalam poin, atau indeks."),
        ),
        kunci=("periode", "tingkat", "kode"),
        baris=tuple(
            (
                h.periode.id, a.tingkat, a.kode, a.nama, a.capaian, a.kategori, a.indikator_dihitung, a.indikator,
                a.dibatasi, a.serapan, a.efisiensi,
            )
            for h in hasil
            for a in h.agregat
        ),
    )  # fmt: skip


def tabel_serapan(hasil: Sequence[HasilPeriode]) -> Tabel:
    """Budget lines with the pagu in force at the end of each period."""
    return Tabel(
        nama="serapan",
        judul="Serapan anggaran",
        uraian="Satu baris per baris anggaran dan periode, dengan pagu yang berlaku pada akhir periode.",
        kolom=(
            PERIODE,
            Kolom("kode", T, "Kode baris anggaran.", wajib=True),
            Kolom("unit", T, "Kode unit; kosong untuk baris di atas unit."),
            Kolom("jenis", T, "Program, Kegiatan, atau Sub Kegiatan.", wajib=True),
            Kolom("uraian", T, "Namanya.", wajib=True),
            Kolom("sasaran", T, "Kode sasaran yang ditunjang."),
            Kolom("diisi_unit", Jenis.YA_TIDAK, "true: diisi unit; false: jumlah baris di bawahnya.", wajib=True),
            Kolom("pagu", A, "Pagu yang berlaku.", "rupiah"),
            Kolom("realisasi", A, "Realisasi periode ini.", "rupiah"),
            Kolom("realisasi_sd", A, "Realisasi sampai dengan akhir periode.", "rupiah"),
            Kolom("serapan", A, "Realisasi s.d. terhadap pagu.", "persen"),
        ),
        kunci=("periode", "kode", "unit"),
        rujukan=(("unit", "unit"),),
        baris=tuple(
            (
                h.periode.id, s.kode, s.unit, s.jenis, s.uraian, s.sasaran, s.lowest, s.pagu, s.realisasi,
                s.realisasi_sd, s.serapan,
            )
            for h in hasil
            for s in h.anggaran
        ),
    )  # fmt: skip
