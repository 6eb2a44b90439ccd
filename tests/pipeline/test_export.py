"""`kinerja export`: a package that keeps the Frictionless rules, says what the register says, and never changes."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from helpers.jalankan import jalankan
from kantor_uji import MATA, Kantor

NAMA = re.compile(r"[-a-z0-9._/]+")
JENIS = {
    "string": str,
    "number": Decimal,
    "integer": int,
    "boolean": lambda x: {"true": True, "false": False}[x],
    "datetime": datetime.fromisoformat,
}


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Kantor:
    """January in two revisions, February with an indicator missing its figure; one text that begins as a formula."""
    k = Kantor(tmp_path_factory.mktemp("ekspor") / "kantor")
    k.kirim(k.formulir("2026-01", "02-01"), "02-02", {"Tindak Lanjut": "=1+1 segera"})
    k.validate("2026-01", "02-03")
    k.kirim(k.salinan("2026-01", 1), "02-04", {"Pembilang": 27, "Tindak Lanjut": ISI_TEKS})
    k.validate("2026-01", "02-04")
    k.kirim(k.formulir("2026-02", "02-25"), "03-02", {"Pembilang": "tiga puluh"})
    k.validate("2026-02", "03-03")
    return k


ISI_TEKS = "Surat penegasan dikirim."


def ekspor(kantor: Kantor, *arg: str) -> dict[str, Any]:
    hasil = jalankan("-C", str(kantor.ws.akar), "export", *arg, "--json")
    assert hasil.kode == 0, hasil.stderr
    data: dict[str, Any] = json.loads(hasil.stdout)
    return data


def tabel(folder: Path, nama: str) -> list[dict[str, str]]:
    with (folder / f"{nama}.csv").open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


@pytest.fixture(scope="module")
def folder(kantor: Kantor) -> Path:
    ekspor(kantor)
    return kantor.ws.akar / "output/2026/data_csv"


def test_paket_mengikuti_aturan_frictionless(folder: Path) -> None:
    paket = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert paket["profile"] == "tabular-data-package"
    assert NAMA.fullmatch(paket["name"])
    sumber = {s["name"]: s for s in paket["resources"]}
    assert len(sumber) == len(paket["resources"]) == 8
    assert {s["path"] for s in paket["resources"]} | {"datapackage.json"} == {p.name for p in folder.iterdir()}
    isi = {nama: tabel(folder, nama) for nama in sumber}
    for nama, s in sumber.items():
        berkas = (folder / s["path"]).read_bytes()
        assert NAMA.fullmatch(nama)
        assert (s["profile"], s["format"], s["encoding"]) == ("tabular-data-resource", "csv", "utf-8")
        assert s["bytes"] == len(berkas)
        assert s["hash"] == f"sha256:{hashlib.sha256(berkas).hexdigest()}"
        medan = s["schema"]["fields"]
        kepala = next(csv.reader([berkas.decode("utf-8").split("\r\n")[0]]))
        assert [m["name"] for m in medan] == kepala
        assert len(set(kepala)) == len(kepala)
        for m in medan:
            assert set(m) <= {"name", "type", "description", "unit", "constraints"}
            assert m["description"].endswith(".")
            for b in isi[nama]:
                sel = b[m["name"]]
                assert sel or not m.get("constraints", {}).get("required"), (nama, m["name"])
                if sel:
                    JENIS[m["type"]](sel)
        for kolom in s["schema"].get("primaryKey", []):
            assert next(m for m in medan if m["name"] == kolom)["constraints"] == {"required": True}
        if kunci := s["schema"].get("primaryKey"):
            assert len({tuple(b[k] for k in kunci) for b in isi[nama]}) == len(isi[nama])
        for r in s["schema"].get("foreignKeys", []):
            lain = {b[r["reference"]["fields"]] for b in isi[r["reference"]["resource"]]}
            assert {b[r["fields"]] for b in isi[nama]} - {""} <= lain


def test_fakta_dari_revisi_yang_dipakai(folder: Path) -> None:
    [f] = [f for f in tabel(folder, "fakta") if f["indikator"] == "IKU-01"]
    assert (f["periode"], f["unit"], f["nilai"], f["nilai_teks"]) == ("2026-01", "IRB1", "75", "75,00")
    assert (f["pembilang"], f["penyebut"], f["revisi"], f["sel"]) == ("27", "36", "2", "J7, K7")
    assert f["status"] in ("valid", "valid_dengan_catatan")
    [a] = [a for a in tabel(folder, "anggaran") if a["kode"] == MATA]
    assert (a["realisasi"], a["revisi"], a["sha256"]) == ("1000000", "2", f["sha256"])


def test_angka_sama_dengan_build(kantor: Kantor, folder: Path) -> None:
    angka = {(b["periode"], b["indikator"], b["unit"]): b for b in tabel(folder, "angka")}
    for periode in ("2026-01", "2026-TW1", "2026"):
        hasil = jalankan("-C", str(kantor.ws.akar), "build", periode, "--json")
        capaian = json.loads(hasil.stdout)["capaian"]
        for c in capaian:
            b = angka[periode, c["indikator"], c["unit"] or ""]
            for nama in ("capaian", "capaian_sd", "capaian_tahun", "kategori", "alasan"):
                assert b[nama] == (c[nama] or "")
            for nama in ("bulan_terisi", "unit_wajib"):
                assert b[nama] == str(c[nama])
    # Only periods with data, and the whole.
    assert {p for p, _, _ in angka} == {"2026-01", "2026-TW1", "2026-S1", "2026"}


def test_temuan_kiriman_yang_berlaku(folder: Path) -> None:
    temuan = tabel(folder, "temuan")
    assert ("2026-02", "IRB1", "galat") in {(t["periode"], t["unit"], t["tingkat"]) for t in temuan}
    assert all(t["pesan"] and t["saran"] for t in temuan)


def test_byte_yang_sama_setiap_kali(kantor: Kantor, folder: Path, tmp_path: Path) -> None:
    sebelum = {p.name: p.read_bytes() for p in folder.iterdir()}
    ekspor(kantor, "2026", "--ke", str(tmp_path / "lain"))
    assert {p.name: p.read_bytes() for p in (tmp_path / "lain").iterdir()} == sebelum


def test_json_satu_triwulan_ke_map_lain(kantor: Kantor, tmp_path: Path) -> None:
    data = ekspor(kantor, "2026-TW1", "--format", "json", "--ke", str(tmp_path / "tw"))
    assert data["periode"] == "2026-TW1"
    assert {Path(d["path"]).suffix for d in data["dokumen"]} == {".json"}
    for d in data["dokumen"]:
        assert hashlib.sha256(Path(d["path"]).read_bytes()).hexdigest() == d["sha256"]
    isi = json.loads((tmp_path / "tw" / "angka.json").read_text(encoding="utf-8"))
    assert {b["periode"] for b in isi} == {"2026-01", "2026-TW1"}
    paket = json.loads((tmp_path / "tw" / "datapackage.json").read_text(encoding="utf-8"))
    assert {s["mediatype"] for s in paket["resources"]} == {"application/json"}


def test_letak_yang_disebut_benar_dari_map_mana_pun(
    kantor: Kantor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert jalankan("-C", str(kantor.ws.akar), "export", "2026-01", "--ke", "map data").kode == 0
    hasil = jalankan("-C", str(kantor.ws.akar), "export", "2026-01", "--ke", "map data")
    sebutan = [b.strip() for b in hasil.stderr.splitlines() if b.startswith("  ")]
    assert len(sebutan) == 9
    assert all(Path(b).is_file() for b in sebutan)


def test_kantor_tanpa_data_tetap_mendapat_paket(tmp_path: Path) -> None:
    assert jalankan("init", str(tmp_path / "k"), "--tahun", "2026").kode == 0
    assert jalankan("-C", str(tmp_path / "k"), "export").kode == 0
    folder = tmp_path / "k/output/2026/data_csv"
    assert tabel(folder, "fakta") == []
    assert {b["periode"] for b in tabel(folder, "angka")} == {"2026"}
