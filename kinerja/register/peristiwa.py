"""The event log, each entry chained to the one before by sha256, and the documents that runs wrote."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kinerja.register.basis import Basis
from kinerja.register.model import DokumenTercatat, LaporanTercatat, Peristiwa

LAPORAN_DIBUAT = "laporan_dibuat"
BERKAS_DINILAI = "berkas_dinilai"
KEPUTUSAN_DICATAT = "keputusan_dicatat"
FORMULIR_DIBUAT = "formulir_dibuat"
PANTAU_DITERIMA = "pemantauan_diterima"
SURAT_DIBUAT = "surat_dibuat"
KOREKSI_DIBACA = "koreksi_dibaca"
KOREKSI_DIPUTUSKAN = "koreksi_diputuskan"
NARASI_DIUBAH = "narasi_diubah"
LANGKAH_SELESAI = "langkah_selesai"
LANGKAH_DITOLAK = "langkah_ditolak"
TANDA_DICABUT = "tanda_langkah_dicabut"
LANGKAH_DISETUJUI = "langkah_disetujui"
FINAL_DITETAPKAN = "laporan_difinalkan"
FINAL_DIBUKA = "final_dibuka_kembali"
PENGIRIMAN_DISIAPKAN = "pengiriman_disiapkan"
PENGIRIMAN_TERBUKTI = "pengiriman_terbukti"


class BagianPeristiwa(Basis):
    """Part of the register: events and documents."""

    def catat_peristiwa(
        self,
        jenis: str,
        waktu: datetime,
        periode: str | None = None,
        unit: str | None = None,
        rincian: Mapping[str, object] | None = None,
    ) -> Peristiwa:
        """Append an event. `rincian` must be plain JSON values."""
        teks = json.dumps(rincian or {}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        with self.transaction():
            akhir = self._execute("SELECT id, hash FROM peristiwa ORDER BY id DESC LIMIT 1")
            nomor, lalu = (akhir[0][0] + 1, akhir[0][1]) if akhir else (1, "")
            hash_ = _hash(lalu, nomor, waktu.isoformat(), jenis, periode, unit, teks)
            self._execute(
                "INSERT INTO peristiwa VALUES (?, ?, ?, ?, ?, ?, ?)",
                (nomor, waktu.isoformat(), jenis, periode, unit, teks, hash_),
            )
        return Peristiwa(id=nomor, waktu=waktu, jenis=jenis, periode=periode, unit=unit, rincian=teks, hash=hash_)

    def peristiwa(self, periode: str | None = None, jenis: str | None = None) -> tuple[Peristiwa, ...]:
        """Events in order, of one period or kind when named."""
        return tuple(
            Peristiwa(
                id=i, waktu=datetime.fromisoformat(w), jenis=j, periode=p, unit=u, rincian=r, hash=h
            )
            for i, w, j, p, u, r, h in self._execute(
                "SELECT id, waktu, jenis, periode, unit, rincian, hash FROM peristiwa "
                "WHERE (? IS NULL OR periode = ?) AND (? IS NULL OR jenis = ?) ORDER BY id",
                (periode, periode, jenis, jenis),
            )
        )  # fmt: skip

    def rincian_peristiwa(self, nomor: int) -> dict[str, Any]:
        """What the event with this number says."""
        hasil: dict[str, Any] = json.loads(self._execute("SELECT rincian FROM peristiwa WHERE id = ?", (nomor,))[0][0])
        return hasil

    def nomor_peristiwa(self) -> dict[tuple[str, str], int]:
        """The number of the last event of each kind in each period, by (kind, period)."""
        return {
            (jenis, periode): nomor
            for jenis, periode, nomor in self._execute(
                "SELECT jenis, periode, max(id) FROM peristiwa WHERE periode IS NOT NULL GROUP BY jenis, periode"
            )
        }

    def laporan_dibuat(self) -> tuple[LaporanTercatat, ...]:
        """Every report as it was built, in order, but for those of programs that did not note their submissions yet."""
        semua = ((p, json.loads(p.rincian)) for p in self.peristiwa(jenis=LAPORAN_DIBUAT))
        return tuple(
            LaporanTercatat(id=p.id, waktu=p.waktu, periode=p.periode, kiriman=rincian["kiriman"])
            for p, rincian in semua
            if p.periode is not None and "kiriman" in rincian
        )

    def pertama_dinilai(self, periode: str, unit: str) -> dict[str, int]:
        """The events with which submissions of a unit and period were first judged: their numbers, by sha256."""
        hasil: dict[str, int] = {}
        for nomor, rincian in self._execute(
            "SELECT id, rincian FROM peristiwa WHERE jenis = ? AND periode = ? AND unit = ? ORDER BY id",
            (BERKAS_DINILAI, periode, unit),
        ):
            hasil.setdefault(json.loads(rincian).get("sha256", ""), nomor)
        return hasil

    def periksa_rantai(self) -> int | None:
        """The number of the first event that does not fit the chain (changed, lost, slipped in); None when all fit."""
        lalu = ""
        harap = 1
        for nomor, waktu, jenis, periode, unit, rincian, hash_ in self._execute(
            "SELECT id, waktu, jenis, periode, unit, rincian, hash FROM peristiwa ORDER BY id"
        ):
            if nomor != harap or hash_ != _hash(lalu, nomor, waktu, jenis, periode, unit, rincian):
                return harap
            lalu, harap = hash_, harap + 1
        return None

    def catat_dokumen(self, dokumen: DokumenTercatat) -> None:
        """Note a document that was written; it takes the place of what was noted for its path."""
        d = dokumen
        self._execute(
            "INSERT INTO dokumen (path, jenis, periode, sha256, waktu) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (path) DO UPDATE SET jenis = excluded.jenis, periode = excluded.periode, "
            "sha256 = excluded.sha256, waktu = excluded.waktu",
            (d.path, d.jenis, d.periode, d.sha256, d.waktu.isoformat()),
        )

    def dokumen_pada(self, path: str) -> DokumenTercatat | None:
        """The document noted for this path, if any."""
        ada = self._dokumen("path = ?", path)
        return ada[0] if ada else None

    def dokumen(self, periode: str | None = None) -> tuple[DokumenTercatat, ...]:
        """Documents, of one period when named, by path."""
        return self._dokumen("? IS NULL OR periode = ?", periode, periode)

    def _dokumen(self, syarat: str, *nilai: str | None) -> tuple[DokumenTercatat, ...]:
        return tuple(
            DokumenTercatat(jenis=j, periode=p, path=path, sha256=s, waktu=datetime.fromisoformat(w))
            for path, j, p, s, w in self._execute(
                f"SELECT path, jenis, periode, sha256, waktu FROM dokumen WHERE {syarat} ORDER BY path", nilai
            )
        )


def _hash(lalu: str, *isi: int | str | None) -> str:
    """Over the hash before and (id, waktu, jenis, periode, unit, rincian)."""
    teks = json.dumps([lalu, *isi], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(teks.encode()).hexdigest()
