"""kinerja: laporan kinerja perangkat daerah dari formulir Excel ke laporan Word."""

__version__ = "0.1.0"
