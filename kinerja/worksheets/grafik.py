"""Native Excel charts, readable in black and white: shades and marks, never colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_HURUF = {"name": "Arial", "size": 9}
_ABU = "#595959"
_GARIS_BANTU = {"visible": True, "line": {"color": "#D9D9D9", "width": 0.5}}


def grafik_batang(buku: Any, judul: str, lembar: str, baris: tuple[int, int], desimal: int, *, dari_nol: bool) -> Any:
    """Horizontal bars of a ranking, the first on top: codes in column B, values in column D of these Excel rows.

    `dari_nol`: no value is negative, so the axis begins at 0.
    """
    awal, akhir = baris
    g = buku.add_chart({"type": "bar"})
    g.add_series(
        {
            "name": "Capaian (%)",
            "categories": f"='{lembar}'!$B${awal}:$B${akhir}",
            "values": f"='{lembar}'!$D${awal}:$D${akhir}",
            "fill": {"color": "#8C8C8C"},
            "border": {"color": "#262626"},
            "gap": 40,
            "data_labels": {"value": True, "num_format": _pola(desimal), "font": _HURUF},
        }
    )
    g.set_title({"name": f"{judul} menurut capaian (%)", "name_font": {**_HURUF, "size": 11, "bold": True}})
    g.set_legend({"none": True})
    g.set_y_axis({"reverse": True, "num_font": _HURUF, "line": {"color": _ABU}, "label_position": "low"})
    g.set_x_axis({"visible": False, "major_gridlines": {"visible": False}} | ({"min": 0} if dari_nol else {}))
    return g


Seri = tuple[str, str, str]  # name, cells, kind of chart


def grafik_tren(buku: Any, judul: str, label: str, seri: Sequence[Seri], desimal: int, *, dari_nol: bool) -> Any:
    """Columns and, where there are two series, the second as a dashed line with marks."""
    gabungan: Any = None
    for nama, isi, jenis in seri:
        g = buku.add_chart({"type": jenis})
        bentuk: dict[str, Any] = {"name": nama, "categories": f"={label}", "values": f"={isi}"}
        if jenis == "line":
            bentuk["line"] = {"color": "#000000", "width": 1.75, "dash_type": "dash"}
            bentuk["marker"] = {
                "type": "diamond", "size": 7, "fill": {"color": "#FFFFFF"}, "border": {"color": "#000000"},
            }  # fmt: skip
        else:
            bentuk |= {"fill": {"color": "#CFCFCF"}, "border": {"color": "#262626"}, "gap": 60}
            # Beside a line the labels stand at the foot, where it does not cross them.
            letak = "inside_base" if len(seri) > 1 else "outside_end"
            label_huruf = {**_HURUF, "size": 7}
            bentuk["data_labels"] = {
                "value": True, "num_format": _pola(desimal), "font": label_huruf, "position": letak,
            }  # fmt: skip
        g.add_series(bentuk)
        if gabungan is None:
            gabungan = g
        else:
            gabungan.combine(g)
    gabungan.set_title({"name": judul, "name_font": {**_HURUF, "size": 10, "bold": True}, "overlay": False})
    gabungan.set_legend({"none": True} if len(seri) == 1 else {"position": "bottom", "font": _HURUF})
    gabungan.set_x_axis({"num_font": {**_HURUF, "size": 8}, "line": {"color": _ABU}, "label_position": "low"})
    sumbu = {"num_font": _HURUF, "major_gridlines": _GARIS_BANTU, "num_format": "General"}
    gabungan.set_y_axis(sumbu | ({"min": 0} if dari_nol else {}))
    gabungan.show_blanks_as("span")
    return gabungan


def _pola(desimal: int) -> str:
    """Digits of the labels."""
    return "#,##0" + ("." + "0" * desimal if desimal else "")
