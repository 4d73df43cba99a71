"""Writes seven columns of each entry as a workbook: xlsx_write.py rust|python ENTRIES FILE"""
import csv
import sys

how, entries, path = sys.argv[1:]


def rows():
    with open(entries, newline="") as file:
        for place, row in enumerate(csv.DictReader(file)):
            yield place + 1, row["name"], row["document"][-4:], row["site"], row["class"], f"({row['subject']})科目", 1


HEAD = ["考生序号", "姓名", "证件号码(后4位)", "考点代码", "班级", "报考科目", "报考科目总数"]
if how == "rust":
    import rustpy_xlsxwriter as writer

    writer.write_worksheet([dict(zip(HEAD, row)) for row in rows()], path)
else:
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEAD)
    for place, row in enumerate(rows()):
        sheet.write_row(place + 1, 0, row)
    book.close()
