"""Reading ahead in other processes: the same results in the same order, and one bad file costs only itself."""

from __future__ import annotations

import hashlib
import pickle
from datetime import datetime
from pathlib import Path

import pytest
from helpers.jalankan import jalankan

from kinerja.deliver.arsip import arsipkan, path_arsip
from kinerja.errors import KinerjaError
from kinerja.pipeline import pembaca
from kinerja.pipeline.pekerja import baca_berkas
from kinerja.register.model import BerkasTercatat


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ws = tmp_path_factory.mktemp("pembaca") / "kantor"
    assert jalankan("init", str(ws), "--tahun", "2026").kode == 0
    for bulan in range(1, 6):
        assert jalankan("-C", str(ws), "forms", f"2026-{bulan:02d}").kode == 0
    return ws


@pytest.fixture(scope="module")
def berkas(kantor: Path) -> list[BerkasTercatat]:
    """Forms of five months and a file that is none, archived."""
    isi = [(p.name, p.read_bytes()) for p in sorted((kantor / "formulir").rglob("*.xlsx"))]
    isi.insert(3, ("rusak.xlsx", b"PK\x03\x04 terpotong"))
    hasil = []
    for nama, satu in isi:
        sha = hashlib.sha256(satu).hexdigest()
        arsipkan(kantor, sha, satu)
        hasil.append(
            BerkasTercatat(
                path=f"masuk/{nama}", sha256=sha, ukuran=len(satu), diterima=datetime(2026, 2, 1), jenis="formulir"
            )
        )
    return hasil


@pytest.mark.parametrize("proses", [1, 2])
def test_hasil_dan_urutannya_sama(kantor: Path, berkas: list[BerkasTercatat], proses: int) -> None:
    sendiri = [baca_berkas(kantor, b) for b in berkas]
    assert len(berkas) > proses * pembaca._DI_MUKA
    assert sendiri[3].form is None
    assert list(pembaca.sejajar(kantor, berkas, proses)) == sendiri


def test_proses_yang_mati_hanya_mengorbankan_berkasnya(
    kantor: Path, berkas: list[BerkasTercatat], monkeypatch: pytest.MonkeyPatch
) -> None:
    asli = pembaca._Pekerja._kirim

    def kirim(self: pembaca._Pekerja, satu: BerkasTercatat) -> None:
        if satu is berkas[2]:  # what a file does that kills its reader
            self._proses.kill()
        asli(self, satu)

    monkeypatch.setattr(pembaca._Pekerja, "_kirim", kirim)
    monkeypatch.setattr(pembaca, "_DI_MUKA", 1)
    hasil = list(pembaca.sejajar(kantor, berkas, 1))
    assert [t.kode for t in hasil[2].temuan] == ["BRK025"]
    assert [h for n, h in enumerate(hasil) if n != 2] == [
        baca_berkas(kantor, b) for n, b in enumerate(berkas) if n != 2
    ]


def test_proses_yang_menggantung_dihentikan(
    kantor: Path, berkas: list[BerkasTercatat], monkeypatch: pytest.MonkeyPatch
) -> None:
    asli = pembaca._Pekerja._kirim

    def kirim(self: pembaca._Pekerja, satu: BerkasTercatat) -> None:
        if satu is not berkas[1]:  # a file whose answer never comes
            asli(self, satu)

    monkeypatch.setattr(pembaca._Pekerja, "_kirim", kirim)
    monkeypatch.setattr(pembaca, "_DI_MUKA", 1)
    monkeypatch.setattr(pembaca, "_DETIK", 3)
    hasil = list(pembaca.sejajar(kantor, berkas[:3], 1))
    assert [t.kode for t in hasil[1].temuan] == ["BRK025"]
    assert hasil[2] == baca_berkas(kantor, berkas[2])


def test_arsip_yang_rusak_menghentikan_jalan(kantor: Path, berkas: list[BerkasTercatat], tmp_path: Path) -> None:
    akar = tmp_path / "lain"
    arsip = akar / path_arsip(berkas[0].sha256)
    arsip.parent.mkdir(parents=True)
    arsip.write_bytes(b"bukan isinya")
    with pytest.raises(KinerjaError, match="berubah"):
        list(pembaca.sejajar(akar, berkas[:1], 1))


def test_sedikit_berkas_dibaca_di_sini(
    kantor: Path, berkas: list[BerkasTercatat], monkeypatch: pytest.MonkeyPatch
) -> None:
    def terlarang(*_: object) -> None:
        raise AssertionError("proses lain untuk beberapa berkas")

    monkeypatch.setattr(pembaca, "sejajar", terlarang)
    assert len(list(pembaca.baca_semua(kantor, berkas))) == len(berkas) < pembaca.BANYAK


def test_hasil_baca_melewati_pipa_tanpa_berubah(kantor: Path, berkas: list[BerkasTercatat]) -> None:
    hasil = baca_berkas(kantor, berkas[0])
    assert pickle.loads(pickle.dumps(hasil)) == hasil
