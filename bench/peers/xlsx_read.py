"""Reads every cell of a workbook's first sheet: xlsx_read.py polars|fastexcel|calamine|openpyxl FILE"""
import sys

how, path = sys.argv[1:]
if how == "polars":
    import polars

    rows = polars.read_excel(path, engine="calamine", infer_schema_length=0).height
elif how == "fastexcel":
    import fastexcel

    rows = fastexcel.read_excel(path).load_sheet(0, dtypes="string").to_arrow().num_rows
elif how == "calamine":
    from python_calamine import CalamineWorkbook

    rows = sum(1 for _ in CalamineWorkbook.from_path(path).get_sheet_by_index(0).iter_rows())
else:
    import openpyxl

    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
    rows = sum(1 for _ in sheet.iter_rows(values_only=True))
print(rows)
