"""Started by Python itself where this folder is on PYTHONPATH: the clock goes wrong by UJI_JAM_GESER seconds."""

from __future__ import annotations

import datetime as dt
import os
import time

import pandas as pd  # noqa: F401 - compiled against the true clock; must have met it first

GESER = int(os.environ["UJI_JAM_GESER"])
_asli, _hari = dt.datetime, dt.date
_time, _time_ns, _localtime, _gmtime, _ctime = time.time, time.time_ns, time.localtime, time.gmtime, time.ctime


class _Jenis(type):
    """Values made by C code count as ours too."""

    def __instancecheck__(cls, x: object) -> bool:
        return isinstance(x, cls.__bases__[0])

    def __subclasscheck__(cls, x: type) -> bool:
        return issubclass(x, cls.__bases__[0])


class _Waktu(_asli, metaclass=_Jenis):
    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls) -> dt.datetime:
        return cls.fromtimestamp(time.time(), dt.UTC).replace(tzinfo=None)

    @classmethod
    def today(cls) -> dt.datetime:
        return cls.now()


class _Hari(_hari, metaclass=_Jenis):
    @classmethod
    def today(cls) -> dt.date:
        return cls.fromtimestamp(time.time())


for palsu, nama in ((_Waktu, "datetime"), (_Hari, "date")):
    palsu.__module__, palsu.__qualname__, palsu.__name__ = "datetime", nama, nama
    setattr(dt, nama, palsu)
time.time = lambda: _time() + GESER
time.time_ns = lambda: _time_ns() + GESER * 10**9
time.localtime = lambda detik=None: _localtime(time.time() if detik is None else detik)
time.gmtime = lambda detik=None: _gmtime(time.time() if detik is None else detik)
time.ctime = lambda detik=None: _ctime(time.time() if detik is None else detik)
