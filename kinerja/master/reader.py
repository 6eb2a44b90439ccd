"""`induk.xlsx` to a Master, with all its faults at once."""

from __future__ import annotations

import hashlib
from typing import Any

from kinerja.catalogue import temuan
from kinerja.findings import Finding
from kinerja.master import skema
from kinerja.master.anggaran import read_anggaran
from kinerja.master.indikator import read_indikator, read_skala
from kinerja.master.lembaga import read_instansi, read_pejabat, read_sasaran, read_tim, read_unit
from kinerja.master.model import Master
from kinerja.master.pelengkap import read_agenda, read_aturan, read_lhe, read_libur, read_narasi, read_rapat
from kinerja.master.pembaca import Pembaca
from kinerja.master.sebab import satu_sebab
from kinerja.master.tabel import Tabel, read_table
from kinerja.master.target import read_riwayat, read_target
from kinerja.master.target_checks import check_row, check_units
from kinerja.master.versi import master_version
from kinerja.sources import CellRef
from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.model import Buku, huruf_kolom


def load_master(isi: bytes, berkas: str = "induk.xlsx") -> tuple[Master | None, tuple[Finding, ...]]:
    """Read the master workbook. Findings come in the order of the sheets.

    The Master is None when the file cannot be opened or a required sheet, heading or Instansi value is missing.
    Otherwise it holds every row that is sound, so that more can be checked: use its figures only when no
    finding is a galat.
    """
    from kinerja.workbook.reader import open_workbook

    try:
        buku = open_workbook(isi, berkas)
    except BerkasDitolak as e:
        rincian: dict[str, Any] = dict(e.isi)
        sebab = temuan(e.kode, CellRef(berkas), **rincian).pesan  # its hint is for those who send forms
        return None, (temuan("MST030", CellRef(berkas), sebab=sebab),)
    return read_master(buku, hashlib.sha256(isi).hexdigest(), berkas)


def read_master(buku: Buku, sha256: str, berkas: str = "induk.xlsx") -> tuple[Master | None, tuple[Finding, ...]]:
    """As `load_master`, from an opened workbook."""
    hasil: list[Finding] = []
    tabel = {s.nama: read_table(buku, s, berkas, hasil) for s in skema.SEMUA}
    baca = Pembaca(hasil)
    master = _read(tabel, sha256, berkas, baca)
    satu_sebab(baca, tabel)
    baca.selesai(berkas)
    urutan = {t.lembar: ke for ke, t in enumerate(tabel.values())}
    hasil.sort(key=lambda t: (urutan.get(t.sumber.lembar or "", -1), _row(t.sumber)))
    lengkap = all(t.lengkap for t in tabel.values())
    return (master if lengkap else None), tuple(hasil)


def _read(tabel: dict[str, Tabel], sha256: str, berkas: str, baca: Pembaca) -> Master | None:
    instansi = read_instansi(tabel["Instansi"], berkas, baca)
    unit, semua_unit = read_unit(tabel["Unit"], baca)
    kode_unit = semua_unit if tabel["Unit"].berkode else None
    pejabat = read_pejabat(tabel["Pejabat"], baca)
    tim = read_tim(tabel["Tim"], baca)
    sasaran, semua_sasaran = read_sasaran(tabel["Sasaran"], baca)
    kode_sasaran = semua_sasaran if tabel["Sasaran"].berkode else None
    skala, ragu = read_skala(tabel["Skala"], baca)
    indikator = read_indikator(tabel["Indikator"], baca, kode_sasaran, skala, ragu)
    kode_indikator = indikator.kode if tabel["Indikator"].berkode else None
    target = read_target(
        tabel["Target"], baca, indikator.by_kode, kode_indikator=kode_indikator, kode_unit=kode_unit, skala=skala
    )
    if tabel["Target"].lengkap:
        cacat = {
            b.nomor
            for t, b in target
            if check_row(indikator.by_kode[t.indikator], t, b, baca, tahun=t.indikator not in indikator.bertentangan)
        }
        if kode_unit is not None:
            baris_indikator = {b.kode(): b for b in reversed(tabel["Indikator"].baris)}
            check_units(
                baca, indikator.utuh, target, tabel["Target"], baris_indikator=baris_indikator, unit=unit, cacat=cacat
            )
    anggaran = read_anggaran(tabel["Anggaran"], baca, kode_unit, kode_sasaran)
    tahun = instansi.tahun if instansi is not None else None
    riwayat = read_riwayat(
        tabel["Riwayat"], baca, indikator.by_kode, kode_indikator=kode_indikator, tahun=tahun, skala=skala
    )
    libur = read_libur(tabel["Libur"], baca)
    aturan = read_aturan(tabel["Aturan"], baca, kode_indikator)
    lhe, narasi = read_lhe(tabel["LHE"], baca), read_narasi(tabel["Narasi"], baca)
    rapat, agenda = read_rapat(tabel["Rapat"], baca), read_agenda(tabel["Agenda"], baca)
    if instansi is None:
        return None
    utuh = {i.kode for i in indikator.utuh}
    target_saja = tuple(t for t, _ in target if t.indikator in utuh)
    versi = master_version(
        instansi=instansi, unit=tuple(unit), sasaran=tuple(sasaran), indikator=indikator.utuh, target=target_saja,
        anggaran=tuple(anggaran), skala=skala,
    )  # fmt: skip
    return Master(
        versi=versi, sha256=sha256, instansi=instansi, unit=tuple(unit), pejabat=tuple(pejabat), tim=tuple(tim),
        sasaran=tuple(sasaran), indikator=indikator.utuh, target=target_saja, anggaran=tuple(anggaran), skala=skala,
        riwayat=tuple(r for r in riwayat if r.indikator in utuh), libur=tuple(libur), aturan=tuple(aturan),
        lhe=tuple(lhe), narasi=tuple(narasi),
        rapat=tuple(rapat), agenda=tuple(agenda), huruf=_letters(tabel),
    )  # fmt: skip


def _row(sumber: CellRef) -> int:
    angka = "".join(c for c in sumber.sel or "" if c.isdigit())
    return int(angka) if angka else 0


def _letters(tabel: dict[str, Tabel]) -> dict[tuple[str, str], str]:
    return {(t.lembar, j): huruf_kolom(k) for t in tabel.values() for b in t.baris[:1] for j, k in b.kolom.items()}
