"""Paragraphs of reports as people worded them, and the drafts that the program printed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from kinerja.domain.narasi import NarasiDisimpan, sidik_draf
from kinerja.register.basis import Basis


class BagianNarasi(Basis):
    """Part of the register: narrative by period and kunci."""

    def narasi(self, periode: str) -> dict[str, NarasiDisimpan]:
        """What people worded for this period, by kunci."""
        return {
            k: NarasiDisimpan(
                kunci=k, teks=t, sidik=s, oleh=o, waktu=datetime.fromisoformat(w), berkas=b, sha256=h
            )
            for k, t, s, o, w, b, h in self._execute(
                "SELECT kunci, teks, sidik, oleh, waktu, berkas, sha256 FROM narasi WHERE periode = ? ORDER BY kunci",
                (periode,),
            )
        }  # fmt: skip

    def simpan_narasi(self, periode: str, narasi: NarasiDisimpan) -> None:
        """Keep a wording; it takes the place of the one before."""
        n = narasi
        self._execute(
            "INSERT INTO narasi VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (periode, kunci) DO UPDATE SET "
            "teks = excluded.teks, sidik = excluded.sidik, oleh = excluded.oleh, waktu = excluded.waktu, "
            "berkas = excluded.berkas, sha256 = excluded.sha256",
            (periode, n.kunci, n.teks, n.sidik, n.oleh, n.waktu.isoformat(), n.berkas, n.sha256),
        )

    def hapus_narasi(self, periode: str, kunci: str) -> None:
        """Print the draft again."""
        self._execute("DELETE FROM narasi WHERE periode = ? AND kunci = ?", (periode, kunci))

    def catat_draf(self, periode: str, draf: Mapping[str, str]) -> None:
        """Note the drafts of a build by kunci; they are those of the last build from now on."""
        with self.transaction():
            [(cetak,)] = self._execute(
                "SELECT coalesce(max(cetak), 0) + 1 FROM narasi_draf WHERE periode = ?", (periode,)
            )
            for kunci, teks in draf.items():
                self._execute(
                    "INSERT INTO narasi_draf VALUES (?, ?, ?, ?, ?) "
                    "ON CONFLICT (periode, kunci, sidik) DO UPDATE SET cetak = excluded.cetak",
                    (periode, kunci, sidik_draf(teks), teks, cetak),
                )

    def draf(self, periode: str) -> dict[tuple[str, str], str]:
        """Every draft that was ever printed for this period, by (kunci, sidik)."""
        return {
            (k, s): t
            for k, s, t in self._execute(
                "SELECT kunci, sidik, teks FROM narasi_draf WHERE periode = ? ORDER BY cetak, kunci", (periode,)
            )
        }

    def draf_terakhir(self, periode: str) -> dict[str, str]:
        """The drafts of the last build, by kunci."""
        return dict(
            self._execute(
                "SELECT kunci, teks FROM narasi_draf WHERE periode = ?1 AND cetak = "
                "(SELECT max(cetak) FROM narasi_draf WHERE periode = ?1) ORDER BY kunci",
                (periode,),
            )
        )
