"""What each finding code means: severity, message, hint. Data only; `temuan` is the one maker of findings."""

from kinerja.catalogue.core import ATURAN, temuan
from kinerja.catalogue.rule import RuleInfo

__all__ = ["ATURAN", "RuleInfo", "temuan"]
