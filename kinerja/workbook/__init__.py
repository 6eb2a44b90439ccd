"""Spreadsheet files as raw cells: the one parser of .xlsx/.xls/.ods, its limits, and a lossless cell patcher."""
