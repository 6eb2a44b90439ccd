"""Sheets about the agency and its people: Instansi, Unit, Pejabat, Tim, Sasaran."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from kinerja.catalogue import temuan
from kinerja.domain.tanggal import format_tanggal
from kinerja.findings import Finding
from kinerja.master.model import AnggotaTim, Instansi, Pejabat, Sasaran, Unit
from kinerja.master.pembaca import Pembaca
from kinerja.master.skema import ISIAN_INSTANSI, ISIAN_INSTANSI_WAJIB
from kinerja.master.tabel import Baris, Tabel, mirip, ringkas
from kinerja.sources import CellRef
from kinerja.workbook.model import Jenis

_KODE_UNIT = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
_PANJANG_KODE_UNIT = 20
_PANJANG_NIP = 18


def read_instansi(tabel: Tabel, berkas: str, baca: Pembaca) -> Instansi | None:
    """Sheet Instansi: a label and a value per row."""
    label = {ringkas(j): j for j in ISIAN_INSTANSI}
    ada: dict[str, Baris] = {}
    ganda: list[tuple[str, Baris]] = []
    asing: dict[str, Baris] = {}
    for b in tabel.baris:
        teks = b.sel("Isian").teks
        nama = label.get(ringkas(teks))
        if nama is None:
            asing[teks] = b
        elif nama in ada:
            ganda.append((nama, b))
        else:
            ada[nama] = b
    if not tabel.lengkap or not tabel.baris:
        return None
    for nama, b in ganda:
        hilang = [n for n in ISIAN_INSTANSI_WAJIB if n not in ada]
        if len(ganda) == len(hilang) == 1:  # one label was typed over by another: the one out of the usual order
            urut = ISIAN_INSTANSI.index
            salah, lain = (ada[nama], b) if urut(hilang[0]) < urut(nama) else (b, ada[nama])
            sebab = f"sudah ada di sel {lain.sel('Isian').alamat}"
            baca.catat("MST007", salah, "Isian", tertulis=nama, diharapkan=hilang[0], sebab=sebab)
            return None
        baca.catat("MST018", b, "Isian", lain=ada[nama].sel("Isian").alamat)
    _check_label(tabel, berkas, ada, asing, baca.hasil)
    isi: dict[str, str | None] = dict.fromkeys(ISIAN_INSTANSI)
    tahun: int | None = None
    for nama, b in ada.items():
        if nama == "Tahun":
            tahun = baca.bulat(b, "Nilai", 2000, 2099, wajib=True)
        else:
            isi[nama] = baca.teks(b, "Nilai", wajib=nama in ISIAN_INSTANSI_WAJIB)
    nama_instansi, pemda, tempat = isi["Nama Instansi"], isi["Pemerintah Daerah"], isi["Tempat"]
    if nama_instansi is None or pemda is None or tempat is None or tahun is None:
        return None
    return Instansi(
        nama=nama_instansi, pemda=pemda, alamat=isi["Alamat"], telepon=isi["Telepon"], laman=isi["Laman"],
        pos_el=isi["Pos-el"], kode_pos=isi["Kode Pos"], tempat=tempat, tahun=tahun,
        kode_klasifikasi=isi["Kode Klasifikasi"], logo=isi["Logo"], tujuan_laporan=isi["Tujuan Laporan"],
        melalui=isi["Melalui"],
    )  # fmt: skip


def _check_label(
    tabel: Tabel, berkas: str, ada: dict[str, Baris], asing: dict[str, Baris], hasil: list[Finding]
) -> None:
    """Required labels that are missing, and unknown labels that look like a known one."""
    terpakai: set[str] = set()
    for nama in ISIAN_INSTANSI:
        if nama in ada:
            continue
        dekat = mirip(nama, [a for a in asing if a not in terpakai], 0.75)
        if dekat is not None:
            terpakai.add(dekat)
            sebab = "tidak dikenal"
            hasil.append(temuan("MST007", asing[dekat].ref("Isian"), tertulis=dekat, diharapkan=nama, sebab=sebab))
        elif nama in ISIAN_INSTANSI_WAJIB:
            sel = f"A{tabel.baris[-1].nomor + 1}"
            hasil.append(temuan("MST008", CellRef(berkas, tabel.lembar, sel), diharapkan=nama))


def read_unit(tabel: Tabel, baca: Pembaca) -> tuple[list[Unit], set[str]]:
    """Sheet Unit: good rows, and every Kode written (also of rows with a fault, so that references hold)."""
    kode_semua, ganda = unique_codes(tabel, baca)
    hasil: list[Unit] = []
    for b in tabel.baris:
        awal = baca.galat
        kode = baca.kode(b, "Kode", wajib=True)
        nama = baca.teks(b, "Nama Unit", wajib=True)
        induk = baca.rujukan(b, "Induk", kode_semua if tabel.berkode else None, "Unit")
        if kode is not None and (_KODE_UNIT.fullmatch(kode) is None or len(kode) > _PANJANG_KODE_UNIT):
            baca.catat("MST022", b, "Kode")
        nip = _nip(b, baca)
        lain = {j: baca.teks(b, j) for j in ("Jabatan Pimpinan", "Nama Pimpinan", "Pangkat/Golongan", "Pos-el")}
        if baca.galat == awal and kode is not None and nama is not None and b.nomor not in ganda:
            hasil.append(
                Unit(
                    kode=kode, nama=nama, induk=induk, jabatan_pimpinan=lain["Jabatan Pimpinan"],
                    nama_pimpinan=lain["Nama Pimpinan"], nip=nip, pangkat=lain["Pangkat/Golongan"],
                    pos_el=lain["Pos-el"], sumber=b.ref("Kode"),
                )
            )  # fmt: skip
    _check_loop(hasil, tabel, baca)
    return hasil, kode_semua


def unique_codes(tabel: Tabel, baca: Pembaca) -> tuple[set[str], set[int]]:
    """Every Kode of a sheet, and the rows that use one a second time, each a finding. Capitals do not matter."""
    pertama: dict[str, Baris] = {}
    semua: set[str] = set()
    ganda: set[int] = set()
    for b in tabel.baris:
        kode = b.kode()
        if not kode:
            continue
        if kode.casefold() in pertama:
            baca.catat("MST018", b, "Kode", lain=pertama[kode.casefold()].sel("Kode").alamat)
            ganda.add(b.nomor)
        pertama.setdefault(kode.casefold(), b)
        semua.add(kode)
    return semua, ganda


def _nip(b: Baris, baca: Pembaca) -> str | None:
    """The NIP as digits (spaces dropped). One stored as a number has lost its last digits in Excel."""
    sel = b.sel("NIP")
    teks = baca.teks(b, "NIP")
    if teks is None:
        return None
    if sel.jenis is Jenis.ANGKA:
        baca.catat("MST041", b, "NIP")
        return teks
    angka = re.sub(r"[\s.]", "", teks)
    if angka.strip("-") == "":
        return None
    if not (angka.isascii() and angka.isdigit() and len(angka) == _PANJANG_NIP):
        baca.catat("MST042", b, "NIP", banyak=str(sum(c.isdigit() for c in angka)))
        return teks
    return angka


def _check_loop(unit: Sequence[Unit], tabel: Tabel, baca: Pembaca) -> None:
    """A unit that is above itself; each loop is reported once, at its first unit."""
    induk = {u.kode: u.induk for u in unit}
    lapor: set[str] = set()
    for b in tabel.baris:
        mulai = b.sel("Kode").teks
        jalur = [mulai]
        while (berikut := induk.get(jalur[-1])) is not None and berikut not in jalur:
            jalur.append(berikut)
        if berikut == mulai and not lapor & set(jalur):
            lapor |= set(jalur)
            baca.catat("MST040", b, "Induk", jalur=" → ".join([*jalur, mulai]))


def read_pejabat(tabel: Tabel, baca: Pembaca) -> list[Pejabat]:
    """Sheet Pejabat, with the check that two people do not hold one role on the same day."""
    hasil: list[tuple[Pejabat, Baris]] = []
    for b in tabel.baris:
        awal = baca.galat
        peran, jabatan = baca.teks(b, "Peran", wajib=True), baca.teks(b, "Jabatan", wajib=True)
        nama, nip = baca.teks(b, "Nama", wajib=True), _nip(b, baca)
        pangkat = baca.teks(b, "Pangkat/Golongan")
        mulai, sampai = baca.tanggal(b, "Berlaku Mulai"), baca.tanggal(b, "Berlaku Sampai")
        if mulai is not None and sampai is not None and mulai > sampai:
            baca.catat("MST044", b, "Berlaku Sampai", mulai=format_tanggal(mulai))
        if baca.galat == awal and peran is not None and jabatan is not None and nama is not None:
            pejabat = Pejabat(
                peran=peran, jabatan=jabatan, nama=nama, nip=nip, pangkat=pangkat, mulai=mulai, sampai=sampai,
                baris=b.nomor,
            )  # fmt: skip
            hasil.append((pejabat, b))
    sudah: set[int] = set()  # rows named: one wrong date may make a person overlap with several others
    # Without both dates everybody would hold a role for ever.
    for (satu, a), (dua, b) in combinations(hasil if tabel.lengkap else (), 2):
        if ringkas(satu.peran) != ringkas(dua.peran) or {a.nomor, b.nomor} & sudah:
            continue
        mulai = max(satu.mulai or date.min, dua.mulai or date.min)
        sampai = min(satu.sampai or date.max, dua.sampai or date.max)
        if mulai <= sampai:
            sejak = format_tanggal(mulai) if mulai != date.min else "awal"
            akhir = format_tanggal(sampai) if sampai != date.max else "seterusnya"
            sudah |= {a.nomor, b.nomor}
            baca.catat(
                "MST043", b, "Berlaku Mulai", satu=satu.nama, dua=dua.nama, peran=dua.peran, sejak=sejak, akhir=akhir
            )
    return [p for p, _ in hasil]


def read_tim(tabel: Tabel, baca: Pembaca) -> list[AnggotaTim]:
    """Sheet Tim."""
    hasil: list[AnggotaTim] = []
    for b in tabel.baris:
        kedudukan, nama = baca.teks(b, "Kedudukan", wajib=True), baca.teks(b, "Nama", wajib=True)
        nip, jabatan = _nip(b, baca), baca.teks(b, "Jabatan")
        if kedudukan is not None and nama is not None:
            hasil.append(AnggotaTim(kedudukan=kedudukan, nama=nama, nip=nip, jabatan=jabatan, baris=b.nomor))
    return hasil


def read_sasaran(tabel: Tabel, baca: Pembaca) -> tuple[list[Sasaran], set[str]]:
    """Sheet Sasaran: good rows and every Kode written."""
    kode_semua, _ = unique_codes(tabel, baca)
    hasil: list[Sasaran] = []
    for b in tabel.baris:
        kode, nama = baca.kode(b, "Kode", wajib=True), baca.teks(b, "Sasaran", wajib=True)
        if kode is not None and nama is not None:
            hasil.append(Sasaran(kode=kode, nama=nama))
    return hasil, kode_semua
