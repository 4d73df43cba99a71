// A CSV of entries as a DBF, written by shapelib: dbf_shapelib CSV DBF
#include <shapefil.h>
#include <stdio.h>
#include <string.h>

static const char *names[] = {"ZKZH", "BMH", "XM", "XB", "CSRQ", "MZ", "ZJLX", "ZJH", "KMDM", "KCDM", "KCH", "PCH", "ZWH", "KSRQ", "KSSJ", "BJ"};
static const int widths[] = {16, 14, 50, 1, 8, 2, 1, 30, 2, 6, 2, 2, 3, 8, 11, 40};

int main(int argc, char **argv) {
  FILE *in = fopen(argv[1], "r");
  DBFHandle dbf = argc < 3 ? NULL : DBFCreate(argv[2]);
  if (!in || !dbf) return 1;
  for (int f = 0; f < 16; f++) DBFAddField(dbf, names[f], FTString, widths[f], 0);
  char line[4096];
  if (!fgets(line, sizeof line, in)) return 1;
  for (int record = 0; fgets(line, sizeof line, in); record++) {
    char *p = line;
    for (int f = 0; f < 16; f++) {
      size_t n = strcspn(p, ",\r\n");
      p[n] = 0;
      DBFWriteStringAttribute(dbf, record, f, p);
      p += n + 1;
    }
  }
  DBFClose(dbf);
}
