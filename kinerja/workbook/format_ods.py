"""Number formats of an .ods: its style elements written as the format codes that everything else speaks."""

from __future__ import annotations

from kinerja.workbook.numfmt import MAKS_KODE, UMUM

_RAGAM = {
    "number-style", "percentage-style", "currency-style", "date-style", "time-style", "text-style", "boolean-style",
}  # fmt: skip
_BAGIAN = (["value()>=0"], ["value()>0", "value()<0"])
_WAKTU = {
    "day": ("d", "dd"), "month": ("m", "mm"), "year": ("yy", "yyyy"), "hours": ("h", "hh"), "minutes": ("m", "mm"),
    "seconds": ("s", "ss"), "day-of-week": ("ddd", "dddd"),
}  # fmt: skip


class GayaOds:
    """Collects styles while content.xml and styles.xml go by; then tells the format code of a cell style."""

    def __init__(self) -> None:
        self.format: dict[str, str] = {}  # data style -> code
        self.sel: dict[str, tuple[str, str]] = {}  # cell style -> (data style, parent)
        self.tersembunyi: set[str] = set()  # table styles that are not shown
        self._nama = self._ragam = self._gaya_tabel = ""
        self._lama = False  # a duration: hours beyond 24
        self._kode: list[str] = []
        self._peta: list[tuple[str, str]] = []  # condition -> data style that it takes
        self._teks: list[str] | None = None

    def kode(self, gaya: str) -> str:
        """The format code of a cell style, through its parents; General when none says anything."""
        for _ in range(20):
            data, induk = self.sel.get(gaya, ("", ""))
            if data in self.format:
                return self.format[data]
            if not induk:
                break
            gaya = induk
        return UMUM

    def awal(self, nama: str, a: dict[str, str]) -> None:
        """Start of an element (local name, attributes by local name)."""
        if nama in _RAGAM:
            self._nama, self._ragam, self._kode, self._peta = a.get("name", ""), nama, [], []
            self._lama = a.get("truncate-on-overflow") == "false"
        elif self._ragam:
            self._bagian(nama, a)
        elif nama == "style":
            keluarga = a.get("family")
            if keluarga == "table-cell":
                self.sel[a.get("name", "")] = (a.get("data-style-name", ""), a.get("parent-style-name", ""))
            self._gaya_tabel = a.get("name", "") if keluarga == "table" else ""
        elif nama == "table-properties" and self._gaya_tabel and a.get("display") == "false":
            self.tersembunyi.add(self._gaya_tabel)

    def _bagian(self, nama: str, a: dict[str, str]) -> None:
        if nama == "map":
            self._peta.append((a.get("condition", ""), a.get("apply-style-name", "")))
        elif nama in ("number", "scientific-number", "fraction"):
            self._kode.append(_angka(nama, a))
        elif nama in _WAKTU:
            pendek, panjang = _WAKTU[nama]
            kode = panjang if a.get("style") == "long" else pendek
            if nama == "month" and a.get("textual") == "true":
                kode = "mmmm" if a.get("style") == "long" else "mmm"
            self._kode.append(f"[{kode}]" if self._lama and nama == "hours" else kode)
        elif nama == "am-pm":
            self._kode.append("AM/PM")
        elif nama == "text-content":
            self._kode.append("@")
        elif nama in ("text", "currency-symbol"):
            self._teks = []

    def teks(self, teks: str) -> None:
        """Character data."""
        if self._teks is not None:
            self._teks.append(teks)

    def akhir(self, nama: str) -> None:
        """End of an element."""
        if nama in ("text", "currency-symbol") and self._teks is not None:
            isi, self._teks = "".join(self._teks), None
            if self._ragam == "percentage-style" and "%" in isi:
                self._kode.append(isi.strip())
            elif isi in ("", "-", "/", ":", " ", ".", ",") or self._ragam in ("date-style", "time-style"):
                self._kode.append(isi if isi in ("-", "/", ":", " ", ".", ",") else f'"{isi}"')
            else:
                self._kode.append(f'"{isi}"')
        elif nama == self._ragam:
            self.format[self._nama] = self._bersama_peta("".join(self._kode))[:MAKS_KODE] or UMUM
            self._ragam = ""

    def _bersama_peta(self, kode: str) -> str:
        """Sections as Excel writes them: the styles of the usual conditions, which come first, before this one."""
        syarat, gaya = [s for s, _ in self._peta], [self.format.get(g, UMUM) for _, g in self._peta]
        return ";".join((*gaya, kode)) if syarat in _BAGIAN else kode


def _angka(nama: str, a: dict[str, str]) -> str:
    desimal = int(a["decimal-places"]) if a.get("decimal-places", "").isdigit() else -1
    if desimal < 0 and nama == "number" and a.get("grouping") != "true":
        return UMUM
    kode = "#,##0" if a.get("grouping") == "true" else "0"
    if desimal > 0:
        kode += "." + "0" * min(desimal, 30)
    if nama == "scientific-number":
        kode += "E+00"
    if nama == "fraction":
        kode = "# ?/?"
    skala = a.get("display-factor", "1")
    return kode + "," * ((len(skala) - 1) // 3 if skala.startswith("1") and set(skala[1:]) <= {"0"} else 0)
