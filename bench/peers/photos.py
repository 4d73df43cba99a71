"""Photos of a ZIP into SQLite, after Pillow looked at them: photos.py verify|load FILE STORE"""
import io
import sqlite3
import sys
import zipfile

from PIL import Image

how, path, store = sys.argv[1:]
base = sqlite3.connect(store)
base.execute("PRAGMA journal_mode = WAL")
base.execute("PRAGMA synchronous = FULL")
base.execute("CREATE TABLE photo (number TEXT PRIMARY KEY, width INTEGER, height INTEGER, content BLOB)")


def good(archive):
    for entry in archive.infolist():
        content = archive.read(entry)
        with Image.open(io.BytesIO(content)) as image:
            if how == "load":
                image.load()
            else:
                image.verify()
            width, height = image.size
        yield entry.filename[:-4], width, height, content


with zipfile.ZipFile(path) as archive:
    base.executemany("INSERT INTO photo VALUES (?, ?, ?, ?)", good(archive))
base.commit()
print(base.execute("SELECT count(*) FROM photo").fetchone())
