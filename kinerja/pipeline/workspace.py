"""A workspace: the folder that staff see, its paths, and what is read from it at the start of every run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kinerja.catalogue import temuan
from kinerja.errors import KinerjaError
from kinerja.findings import Finding, Tingkat
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan, load_pengaturan
from kinerja.sop.loader import load_profil
from kinerja.sop.model import Profil
from kinerja.sources import CellRef

SETELAN = "kinerja.toml"
INDUK = "induk.xlsx"


@dataclass(frozen=True, slots=True)
class Workspace:
    """Paths of one workspace; everything in it is named relative to `akar`."""

    akar: Path

    @property
    def templates(self) -> Path:
        return self.akar / "templates"

    @property
    def masuk(self) -> Path:
        return self.akar / "masuk"

    @property
    def sop(self) -> Path:
        """The office's own SOP profiles; the folder need not be there."""
        return self.akar / "sop"

    @property
    def register(self) -> Path:
        return self.akar / "kinerja.db"

    def load_pengaturan(self) -> tuple[Pengaturan | None, tuple[Finding, ...]]:
        """The settings and their faults; a missing file is one."""
        try:
            teks = (self.akar / SETELAN).read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            return None, (temuan("STL001", CellRef(SETELAN)),)
        except OSError as e:
            return None, (temuan("STL002", CellRef(SETELAN), sebab=_sebab(e)),)
        except UnicodeDecodeError:
            return None, (temuan("STL002", CellRef(SETELAN), sebab="isinya bukan teks UTF-8"),)
        return load_pengaturan(teks, SETELAN)

    def load_master(self) -> tuple[Master | None, tuple[Finding, ...]]:
        """The master workbook and its faults; a missing file is one."""
        from kinerja.master.reader import load_master

        try:
            isi = (self.akar / INDUK).read_bytes()
        except FileNotFoundError:
            return None, (temuan("MST001", CellRef(INDUK)),)
        except OSError as e:
            return None, (temuan("MST002", CellRef(INDUK), sebab=_sebab(e)),)
        return load_master(isi, INDUK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Isi:
    """What every run works with: settings, profile and master, all free of galat."""

    pengaturan: Pengaturan
    profil: Profil
    master: Master
    temuan: tuple[Finding, ...]  # peringatan and catatan of settings and master
    berlaku: bool = False  # the master's targets are those in force in each month (`pipeline.versi`)


class IndukBermasalah(KinerjaError):
    """Settings or master have a galat; carries all findings for the command line to list."""

    def __init__(self, temuan_semua: Sequence[Finding]) -> None:
        galat = [t for t in temuan_semua if t.tingkat is Tingkat.GALAT]
        contoh = "\n".join(f"  - {t.sumber}: {t.pesan}\n    → {t.saran}" for t in galat[:10])
        sisa = f"\n  … dan {len(galat) - 10} lagi" if len(galat) > 10 else ""
        super().__init__(
            f"ada {len(galat)} galat pada berkas induk atau setelan:\n{contoh}{sisa}",
            "Betulkan isian di atas, simpan, lalu jalankan `kinerja check` sampai tidak ada galat.",
        )
        self.temuan = tuple(temuan_semua)


def _sebab(e: OSError) -> str:
    terkunci = "sedang dibuka di program lain, atau tidak boleh Anda baca"
    return terkunci if isinstance(e, PermissionError) else e.strerror or str(e)


def find_workspace(pilihan: Path | None, dari: Path) -> Workspace:
    """The workspace `pilihan`, or the nearest one from the folder `dari` upward. KinerjaError when there is none."""
    if pilihan is not None:
        if (pilihan / SETELAN).is_file() or (pilihan / INDUK).is_file():
            return Workspace(pilihan.resolve())
        raise KinerjaError(
            f"{pilihan} bukan map kerja kinerja: tidak ada {SETELAN} di dalamnya.",
            f"Tulis map yang berisi {SETELAN} sesudah -C, atau buat map kerja baru: kinerja init {pilihan}",
        )
    for calon in (dari, *dari.parents):
        if (calon / SETELAN).is_file():
            return Workspace(calon.resolve())
    raise KinerjaError(
        f"Map kerja tidak ditemukan: tidak ada {SETELAN} di {dari} maupun map di atasnya.",
        "Masuklah ke map kerja dahulu, atau sebutkan map itu: kinerja -C MAP …",
    )


def berhari_kerja(pengaturan: Pengaturan, profil: Profil) -> bool:
    """True when the office counts its deadlines in working days: by its settings, else as its SOP does."""
    return (pengaturan.hari or profil.hari) == "kerja"


def load_isi(ws: Workspace) -> Isi:
    """Settings, profile and master. IndukBermasalah lists every galat at once."""
    from kinerja.master.checks import check_master

    pengaturan, temuan_setelan = ws.load_pengaturan()
    master, temuan_induk = ws.load_master()
    semua = [*temuan_setelan, *temuan_induk]
    profil = load_profil(pengaturan.sop, ws.sop) if pengaturan is not None else None
    if pengaturan is not None and profil is not None and master is not None:
        semua += check_master(master, pengaturan, kerja=berhari_kerja(pengaturan, profil))
    if pengaturan is None or profil is None or master is None or any(t.tingkat is Tingkat.GALAT for t in semua):
        raise IndukBermasalah(semua)
    return Isi(pengaturan=pengaturan, profil=profil, master=master, temuan=tuple(semua))
