"""The command line: parse, one call, print, exit. Nothing heavy is imported until a command runs."""

from __future__ import annotations

import gc
import sys

import click

from kinerja.cli.group import KelompokPerintah
from kinerja.errors import ExitCode, KinerjaError

# name -> (module:attribute, one line of help); the modules are imported only when their command runs
PERINTAH = {
    "init": ("kinerja.cli.init:init", "Membuat map kerja baru dengan contoh induk, templat, dan setelan."),
    "demo": ("kinerja.cli.demo:demo", "Menjalankan seluruh pekerjaan pada data contoh setahun."),
    "check": ("kinerja.cli.check:check", "Memeriksa induk.xlsx, kinerja.toml, dan templat."),
    "libur": ("kinerja.cli.libur:libur", "Mengisi lembar Libur dengan hari libur nasional dan cuti bersama."),
    "forms": ("kinerja.cli.forms:forms", "Membuat formulir isian dan surat edaran untuk satu periode."),
    "monitor": ("kinerja.cli.monitor:monitor", "Membuat Kertas Kerja Pemantauan mingguan unit untuk satu bulan."),
    "validate": ("kinerja.cli.validate:validate", "Menerima dan memvalidasi formulir; membuat Kertas Kerja Validasi."),
    "accept": ("kinerja.cli.accept:accept", "Menerima satu peringatan dengan alasan dan nama."),
    "choose": ("kinerja.cli.choose:choose", "Menetapkan berkas yang dipakai bila satu unit mengirim dua yang berbeda."),
    "build": ("kinerja.cli.build:build", "Menghitung capaian dan membuat laporan satu periode."),
    "review": ("kinerja.cli.review:review", "Membaca koreksi pada konsep Word; membuat Daftar Koreksi dan Masukan."),
    "check-report": (
        "kinerja.cli.check_report:check_report",
        "Mencocokkan setiap angka dalam laporan Word dengan register.",
    ),
    "approve": ("kinerja.cli.approve:approve", "Menyetujui konsep laporan menurut giliran SOP."),
    "reject": ("kinerja.cli.approve:reject", "Menolak konsep laporan dengan catatan; kembali ke penyusunnya."),
    "finalize": ("kinerja.cli.finalize:finalize", "Memfinalkan laporan: bernomor, dan semua masukannya dibekukan."),
    "reopen": ("kinerja.cli.finalize:reopen", "Membuka kembali laporan final, dengan nama dan alasan."),
    "verify": ("kinerja.cli.verify:verify", "Mencocokkan laporan final dengan yang disusun ulang dari arsip."),
    "status": ("kinerja.cli.status:status", "Siapa sudah mengirim, langkah SOP, tenggat, dan keterlambatan."),
    "step": ("kinerja.cli.step:step", "Menandai langkah SOP selesai atau ditolak, dengan nama, tanggal, dan bukti."),
    "schedule": ("kinerja.cli.schedule:schedule", "Jadwal langkah SOP satu periode: Excel, Word, dan iCalendar."),
    "remind": ("kinerja.cli.remind:remind", "Nota tentang unit yang terlambat dan teks pengingat bagi unit."),
    "letter": ("kinerja.cli.letter:letter", "Surat dan lembar SOP di Word; tanpa JENIS, daftar yang dapat dibuat."),
    "diff": ("kinerja.cli.diff:diff", "Membandingkan dua revisi terakhir satu unit dan akibatnya pada capaian."),
    "trace": ("kinerja.cli.trace:trace", "Menelusuri asal satu angka sampai berkas dan selnya."),
    "audit": ("kinerja.cli.audit:audit", "Menghitung ulang tabel capaian dari berkas lain: rumus mana yang dipakai."),
    "export": ("kinerja.cli.export:export", "Data, angka, anggaran, dan temuan sebagai tabel CSV, JSON, atau Parquet."),
    "deliver": ("kinerja.cli.deliver:deliver", "Menyiapkan pengiriman laporan final; mencatat tanda terimanya."),
    "archive": ("kinerja.cli.archive:archive", "Mengarsipkan laporan final ke satu .zip yang terbaca tanpa program."),
    "backup": ("kinerja.cli.backup:backup", "Mencadangkan seluruh map kerja ke satu berkas .zip."),
    "restore": ("kinerja.cli.backup:restore", "Memulihkan map kerja dari cadangan ke map baru, setelah diperiksa."),
    "templates": (
        "kinerja.cli.templates:templates",
        "Memeriksa templat Word yang disunting; salinan berkomentar dan pratinjau.",
    ),
    "rules": ("kinerja.cli.rules:rules", "Daftar pemeriksaan; dengan KODE, penjelasan satu pemeriksaan."),
    "sop": ("kinerja.cli.sop:sop", "Profil SOP dan langkah-langkahnya."),
}


@click.group(cls=KelompokPerintah, perintah=PERINTAH, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-C", "map_kerja", metavar="MAP", default=None, help="Map kerja; bila kosong dicari dari map ini ke atas."
)
@click.pass_context
def kinerja(ctx: click.Context, map_kerja: str | None) -> None:
    """Laporan kinerja perangkat daerah: formulir Excel masuk, laporan Word keluar.

    Urutan kerja tiap bulan: forms, lalu validate, lalu build.
    """
    ctx.obj = map_kerja


def main() -> None:
    """Entry point. Ends the process with an exit code of `kinerja.errors.ExitCode`."""
    from kinerja.cli import messages

    gc.set_threshold(2_000)  # many small values that stay: look for circles a third as often, memory is the same
    for aliran in (sys.stdout, sys.stderr):
        if hasattr(aliran, "reconfigure"):  # Windows consoles with an old code page must not stop the run
            aliran.reconfigure(errors="replace", encoding="utf-8")
    try:
        kode = kinerja.main(prog_name="kinerja", standalone_mode=False)
        sys.exit(kode if isinstance(kode, int) else ExitCode.OK)
    except click.exceptions.Exit as e:
        sys.exit(e.exit_code)
    except click.UsageError as e:
        messages.show_usage_error(e)
        sys.exit(ExitCode.USAGE)
    except (click.Abort, KeyboardInterrupt):
        messages.show("Dihentikan. Tidak ada hasil yang setengah jadi; perintah yang sama boleh dijalankan lagi.")
        sys.exit(ExitCode.CANNOT_RUN)
    except KinerjaError as e:
        messages.show_error(e)
        sys.exit(e.exit_code)
    except Exception as e:
        messages.show_bug(e)
        sys.exit(ExitCode.BUG)
