"""The strict jinja environment: plain data only, no calls, no attributes, no arithmetic, nothing undefined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

from jinja2 import StrictUndefined, Template, nodes
from jinja2.exceptions import SecurityError, TemplateAssertionError, TemplateRuntimeError
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import escape

from kinerja.render.saringan import SARINGAN

# What a template may consist of: no calls, no arithmetic, no assignments, no macros, no inclusions.
BOLEH: frozenset[type[nodes.Node]] = frozenset(
    {
        nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name, nodes.Getattr, nodes.Getitem,
        nodes.Filter, nodes.For, nodes.If, nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand, nodes.Concat,
        nodes.CondExpr,
    }
)  # fmt: skip
LOOP = frozenset({"index", "index0", "first", "last", "length", "revindex"})
MAKS_PUTARAN = 500_000  # of all loops of one part; the largest honest report needs a hundredth
MAKS_HURUF = 50_000_000  # of one part
_PENGHITUNG = "_putaran"
_MENTAH = re.compile(r"\{%[-+]?\s*raw\b")
# A line feed of a value, until its part is put together: a line break in text, a blank inside an XML tag.
_BARIS = "\ufdd2"
_DALAM_TANDA = re.compile(f"<[^<>]*{_BARIS}[^<>]*>")
_GANTI_BARIS = '</w:t><w:br/><w:t xml:space="preserve">'


def _finished(nilai: Any) -> Any:
    """Only finished text may be printed."""
    if isinstance(nilai, str):
        return escape(nilai).replace("\n", _BARIS) if "\n" in nilai else nilai
    if isinstance(nilai, Undefined) or (isinstance(nilai, int) and not isinstance(nilai, bool)):
        return nilai  # an undefined name fails by itself; an integer is loop.index
    raise TemplateRuntimeError("bukan teks")


class LingkunganKetat(ImmutableSandboxedEnvironment):
    """The sandbox, tightened: names are looked up in mappings only."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=_finished)
        self.globals.clear()
        self.filters.clear()
        self.filters.update(SARINGAN)
        self.filters[_PENGHITUNG] = self._count
        self._sisa = 0

    def _generate(self, source: nodes.Template, *lain: Any, **pilihan: Any) -> str:
        """Refuse unknown filters, which jinja would only miss on the way; let every loop count its rounds."""
        for saringan in source.find_all(nodes.Filter):
            if saringan.name not in SARINGAN:
                raise TemplateAssertionError(f"saringan “{saringan.name}” tidak dikenal", saringan.lineno)
        for node in source.find_all(nodes.For):
            node.iter = nodes.Filter(node.iter, _PENGHITUNG, [], [], None, None, lineno=node.lineno)
            node.iter.set_environment(self)
        return super()._generate(source, *lain, **pilihan)

    def _count(self, daftar: Any) -> Any:
        """The list that a loop is about to walk through, if so many rounds are still allowed."""
        if not isinstance(daftar, list | tuple | str | Mapping | Undefined):
            raise TemplateRuntimeError("for mengulang sesuatu yang bukan daftar")
        self._sisa -= len(daftar)
        if self._sisa < 0:
            raise TemplateRuntimeError(
                f"for di dalam for menghasilkan lebih dari {MAKS_PUTARAN:_} putaran".replace("_", ".")
            )
        return daftar

    def concat(self, potongan: Iterable[str]) -> str:
        """Put one part together, piece by piece, up to a limit. Jinja begins every document here."""
        self._sisa, jumlah = MAKS_PUTARAN, 0
        jalan, hasil = iter(potongan), list[str]()
        while isi := list(islice(jalan, 1000)):
            jumlah += sum(map(len, isi))
            if jumlah > MAKS_HURUF:
                raise TemplateRuntimeError("hasilnya terlalu besar")
            hasil.append("".join(isi))
        teks = "".join(hasil)
        if _BARIS in teks:
            teks = _DALAM_TANDA.sub(lambda m: m[0].replace(_BARIS, " "), teks).replace(_BARIS, _GANTI_BARIS)
        return teks

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Refuse whatever is not a name, a text, a loop or a choice, also where it would never be executed."""
        if _MENTAH.search(source):
            raise SecurityError("“raw” tidak boleh ada di dalam templat")
        pohon = super()._parse(source, name, filename)
        for node in pohon.find_all(nodes.Node):
            if type(node) not in BOLEH:
                raise SecurityError(f"“{type(node).__name__}” tidak boleh ada di dalam templat")
            if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
                raise SecurityError(f"“.{node.attr}” tidak boleh dipakai di dalam templat")
        return pohon

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ARG002 - jinja's signature
        """Nothing may be called."""
        return False

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`a.b` is the entry `b` of the mapping `a`, or a property of `loop`."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Entries of mappings only."""
        if isinstance(obj, Mapping):
            return obj[argument] if argument in obj else self.undefined(obj=obj, name=argument)
        if isinstance(obj, LoopContext) and argument in LOOP:
            return getattr(obj, argument)
        if isinstance(obj, Undefined):
            return self.undefined(obj=obj, name=argument)
        raise SecurityError(f"“.{argument}” tidak boleh dipakai di dalam templat")


@lru_cache(maxsize=1)
def lingkungan() -> LingkunganKetat:
    """The one environment of a process."""
    return LingkunganKetat()


@lru_cache(maxsize=32)
def compile_template(xml: str) -> Template:
    """Compile one part of a template once, however many documents are made from it."""
    return lingkungan().from_string(xml)
