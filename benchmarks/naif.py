"""The script that anybody would write: read every sheet with pandas, check row by row, list the findings in Excel.

python benchmarks/naif.py {per-lembar|sekaligus} FOLDER HASIL.xlsx

`per-lembar`: one `read_excel` for every sheet, as tutorials do it; `sekaligus`: one for all sheets of a file, which
opens each file once and costs about half of that.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd

PERIKSA: dict[str, Callable[[pd.Series], bool]] = {
    "kode kosong": lambda b: pd.isna(b["Kode"]),
    "target kosong": lambda b: pd.isna(b["Target Periode Ini"]),
    "realisasi kosong": lambda b: pd.isna(b["Realisasi"]) and pd.isna(b["Pembilang"]),
    "realisasi bukan angka": lambda b: isinstance(b["Realisasi"], str),
    "realisasi negatif": lambda b: isinstance(b["Realisasi"], int | float) and b["Realisasi"] < 0,
    "penyebut nol": lambda b: b["Penyebut"] == 0,
    "pembilang lebih besar": lambda b: pd.notna(b["Penyebut"]) and b["Pembilang"] > b["Penyebut"],
    "faktor kosong": lambda b: pd.isna(b["Faktor Pendorong"]) and pd.isna(b["Faktor Penghambat"]),
}


def baca(berkas: Path, cara: str) -> dict[str, pd.DataFrame]:
    """Every sheet of the file."""
    if cara == "sekaligus":
        return pd.read_excel(berkas, sheet_name=None, header=None, engine="openpyxl")
    with pd.ExcelFile(berkas, engine="openpyxl") as buku:
        nama = buku.sheet_names
    return {n: pd.read_excel(berkas, sheet_name=n, header=None, engine="openpyxl") for n in nama}


def periksa(berkas: Path, cara: str) -> list[dict[str, object]]:
    """Findings of one file."""
    lembar = baca(berkas, cara)
    data = lembar["Data Kinerja"]
    kepala = data.index[data.eq("Kode").any(axis=1)][0]
    data.columns = data.loc[kepala]
    temuan = []
    for nomor, baris in data.loc[kepala + 1 :].iterrows():
        for nama, salah in PERIKSA.items():
            if salah(baris):
                temuan.append({"berkas": berkas.name, "baris": nomor, "kode": baris["Kode"], "temuan": nama})
    return temuan


def main() -> None:
    """All files of the folder."""
    cara, folder, hasil = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    semua = [t for berkas in sorted(folder.glob("*.xlsx")) for t in periksa(berkas, cara)]
    pd.DataFrame(semua, columns=["berkas", "baris", "kode", "temuan"]).to_excel(hasil, index=False)
    print(len(semua))


main()
