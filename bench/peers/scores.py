"""A score file in GB 18030 against a store of entries: ticket known, name and number the same; then stored durably.

scores.py load-duckdb|load-sqlite ENTRIES STORE
scores.py duckdb|sqlite FILE STORE
scores.py statistics-duckdb|statistics-sqlite STORE
"""
import csv
import os
import sqlite3
import subprocess
import sys

how = sys.argv[1]


def load_duckdb(entries, store):
    import duckdb

    base = duckdb.connect(store)
    base.execute(f"CREATE TABLE entry AS SELECT * FROM read_csv('{entries}', all_varchar = true)")
    base.execute("CREATE TABLE score AS SELECT ticket, subject, site, score::INT AS score, result::INT AS result FROM entry")
    base.close()


def load_sqlite(entries, store):
    base = sqlite3.connect(store)
    base.execute("CREATE TABLE entry (ticket TEXT PRIMARY KEY, name TEXT, document TEXT, subject TEXT, site TEXT)")
    base.execute("CREATE TABLE score (ticket TEXT, subject TEXT, site TEXT, score INTEGER, result INTEGER)")
    with open(entries, newline="") as file:
        for row in csv.DictReader(file):
            base.execute(
                "INSERT INTO entry VALUES (?, ?, ?, ?, ?)",
                (row["ticket"], row["name"], row["document"], row["subject"], row["site"]),
            )
            base.execute(
                "INSERT INTO score VALUES (?, ?, ?, ?, ?)",
                (row["ticket"], row["subject"], row["site"], int(row["score"]), int(row["result"])),
            )
    base.commit()
    base.close()


def duckdb_scores(path, store):
    import duckdb

    base = duckdb.connect(store)
    text = subprocess.Popen(["iconv", "-f", "GB18030", "-t", "UTF-8", path], stdout=subprocess.PIPE)
    base.execute("BEGIN")
    base.execute(
        f"""
        CREATE TEMP TABLE staged AS
        SELECT column00 AS ticket, column02 AS name, column04 AS document, column05 AS subject,
          try_cast(column06 AS INT) AS score, try_cast(column07 AS INT) AS result, column09 AS certificate,
          row_number() OVER (PARTITION BY column00) AS turn
        FROM read_csv('/dev/fd/{text.stdout.fileno()}', header = false, skip = 1, all_varchar = true,
          columns = {{{', '.join(f"'column{i:02}': 'VARCHAR'" for i in range(12))}}})
        """
    )
    base.execute(
        """
        CREATE TABLE kept AS SELECT s.ticket, s.score, s.result, s.certificate FROM staged s
        JOIN entry e ON e.ticket = s.ticket
        WHERE s.turn = 1 AND s.name = e.name AND s.document = e.document AND s.score BETWEEN 0 AND 100
        """
    )
    base.execute("COMMIT")
    print(base.execute("SELECT count(*) FROM kept").fetchone())
    base.close()


def sqlite_scores(path, store):
    base = sqlite3.connect(store)
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA synchronous = FULL")
    known = {t: (n, d) for t, n, d in base.execute("SELECT ticket, name, document FROM entry")}
    base.execute("CREATE TABLE kept (ticket TEXT, score INTEGER, result INTEGER, certificate TEXT)")
    seen = set()

    def good():
        with open(path, newline="", encoding="gb18030") as file:
            rows = csv.reader(file)
            next(rows)
            for row in rows:
                if row[0] in seen or known.get(row[0]) != (row[2], row[4]) or not 0 <= int(row[6]) <= 100:
                    continue
                seen.add(row[0])
                yield row[0], int(row[6]), int(row[7]), row[9]

    base.executemany("INSERT INTO kept VALUES (?, ?, ?, ?)", good())
    base.commit()
    print(base.execute("SELECT count(*) FROM kept").fetchone())


GROUPS = """
SELECT site, subject, count(*), count(score), avg(score), min(score), max(score),
  sum(CASE WHEN result > 0 THEN 1 ELSE 0 END) FROM score GROUP BY site, subject
"""


def statistics_duckdb(store):
    import duckdb

    base = duckdb.connect(store, read_only=True)
    print(base.execute(GROUPS).fetchall())
    print(base.execute("SELECT subject, score // 10, count(*) FROM score GROUP BY ALL").fetchall())


def statistics_sqlite(store):
    base = sqlite3.connect(store)
    print(base.execute(GROUPS).fetchall())
    print(base.execute("SELECT subject, score / 10, count(*) FROM score GROUP BY 1, 2").fetchall())


jobs = {
    "load-duckdb": load_duckdb,
    "load-sqlite": load_sqlite,
    "duckdb": duckdb_scores,
    "sqlite": sqlite_scores,
    "statistics-duckdb": statistics_duckdb,
    "statistics-sqlite": statistics_sqlite,
}
if how.startswith("load") and os.path.exists(sys.argv[3]):
    os.remove(sys.argv[3])
jobs[how](*sys.argv[2:])
