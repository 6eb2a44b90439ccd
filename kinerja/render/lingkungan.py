"""The strict jinja environment: plain data only, no calls, no attributes, no arithmetic, nothing undefined."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, nodes
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

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
_GANTI_BARIS = Markup('</w:t><w:br/><w:t xml:space="preserve">')


def _finished(nilai: Any) -> Any:
    """Only finished text may be printed. A line feed in it becomes a line break in Word."""
    if isinstance(nilai, str):
        return escape(nilai).replace("\n", _GANTI_BARIS) if "\n" in nilai else nilai
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

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Refuse whatever is not a name, a text, a loop or a choice, also where it would never be executed."""
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
