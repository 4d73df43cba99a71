"""Reads a registration workbook, checks form, check character, birth, sex, phone and doubles, and stores the rows
durably: registrations.py polars|calamine|openpyxl|postgres FILE STORE"""
import re
import sqlite3
import subprocess
import sys

how, path, store = sys.argv[1:]
NAME, SEX, BIRTH, NUMBER, PHONE = 1, 2, 3, 5, 14
WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
CHECKS = "10X98765432"
FORM, MOBILE = re.compile(r"\d{17}[\dX]"), re.compile(r"1[3-9]\d{9}")


def judged():
    """The workbook as a frame, with a column that says which rows are good."""
    import polars as pl

    frame = pl.read_excel(path, engine="calamine", infer_schema_length=0)
    columns = frame.columns
    number = pl.col(columns[NUMBER])
    total = sum(number.str.slice(i, 1).cast(pl.Int32, strict=False) * w for i, w in enumerate(WEIGHTS))
    check = total.mod(11).replace_strict(list(range(11)), list(CHECKS), return_dtype=pl.String)
    birth = pl.col(columns[BIRTH]).str.replace_all("-", "")
    good = (
        (pl.col(columns[NAME]).str.len_chars() > 0)
        & number.str.contains(r"^\d{17}[\dX]$")
        & (number.str.slice(17, 1) == check)
        & (number.str.slice(6, 8) == birth)
        & ((number.str.slice(16, 1).cast(pl.Int32, strict=False) % 2 == 1) == (pl.col(columns[SEX]) == "男"))
        & pl.col(columns[PHONE]).str.contains(r"^1[3-9]\d{9}$")
        & number.is_first_distinct()
    )
    return frame.with_columns(good.fill_null(False).alias("good"))


def with_polars():
    import duckdb
    import polars as pl

    frame = judged()
    rows = frame.filter(pl.col("good")).drop("good").to_arrow()
    faults = frame.filter(~pl.col("good")).to_arrow()
    base = duckdb.connect(store)
    base.execute("BEGIN")
    base.execute("CREATE TABLE registration AS SELECT * FROM rows")
    base.execute("CREATE TABLE fault AS SELECT * FROM faults")
    base.execute("COMMIT")
    base.close()
    return rows.num_rows


def with_postgres():
    import polars as pl

    frame = judged()
    columns = ", ".join(f"c{i} text" for i in range(frame.width - 1))
    psql = subprocess.Popen(
        ["psql", "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", store], stdin=subprocess.PIPE)
    psql.stdin.write(
        f"BEGIN; CREATE TABLE registration ({columns}, UNIQUE (c{NUMBER})); CREATE TABLE fault ({columns});\n".encode())
    for table, good in (("registration", pl.col("good")), ("fault", ~pl.col("good"))):
        psql.stdin.write(f"COPY {table} FROM STDIN WITH (FORMAT csv);\n".encode())
        frame.filter(good).drop("good").write_csv(psql.stdin, include_header=False)
        psql.stdin.write(b"\\.\n")
    psql.stdin.write(b"COMMIT;\n")
    psql.stdin.close()
    if psql.wait():
        sys.exit(psql.returncode)
    return frame["good"].sum()


def rows_of():
    if how == "calamine":
        from python_calamine import CalamineWorkbook

        yield from CalamineWorkbook.from_path(path).get_sheet_by_index(0).iter_rows()
    else:
        import openpyxl

        yield from openpyxl.load_workbook(path, read_only=True).worksheets[0].iter_rows(values_only=True)


def fault(row, seen):
    number = row[NUMBER] or ""
    if not row[NAME]:
        return "name"
    if not FORM.fullmatch(number) or CHECKS[sum(int(d) * w for d, w in zip(number, WEIGHTS)) % 11] != number[17]:
        return "number"
    if str(row[BIRTH]).replace("-", "") != number[6:14]:
        return "birth"
    if (int(number[16]) % 2 == 1) != (row[SEX] == "男"):
        return "sex"
    if not MOBILE.fullmatch(str(row[PHONE])):
        return "phone"
    if number in seen:
        return "double"
    seen.add(number)
    return None


def with_sqlite():
    base = sqlite3.connect(store)
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA synchronous = FULL")
    rows = rows_of()
    width = len(next(rows))
    base.execute(f"CREATE TABLE registration ({', '.join(f'c{i} TEXT' for i in range(width))}, UNIQUE (c{NUMBER}))")
    base.execute("CREATE TABLE fault (row INTEGER, rule TEXT)")
    seen, faults = set(), []

    def good():
        for place, row in enumerate(rows):
            rule = fault(row, seen)
            if rule:
                faults.append((place, rule))
            else:
                yield list(row) + [None] * (width - len(row))

    base.executemany(f"INSERT INTO registration VALUES ({', '.join('?' * width)})", good())
    base.executemany("INSERT INTO fault VALUES (?, ?)", faults)
    base.commit()
    return base.execute("SELECT count(*) FROM registration").fetchone()[0]


print({"polars": with_polars, "postgres": with_postgres}.get(how, with_sqlite)())
