// Seven columns of each entry as a workbook, by libxlsxwriter in constant memory: xlsx_write CSV FILE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

int main(int argc, char **argv) {
  FILE *in = fopen(argv[1], "r");
  if (argc < 3 || !in) return 1;
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *book = workbook_new_opt(argv[2], &options);
  lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
  char line[4096], subject[64], *fields[18];
  if (!fgets(line, sizeof line, in)) return 1;
  for (int row = 0; fgets(line, sizeof line, in); row++) {
    char *p = line;
    for (int f = 0; f < 18; f++) {
      size_t n = strcspn(p, ",\r\n");
      p[n] = 0;
      fields[f] = p;
      p += n + 1;
    }
    snprintf(subject, sizeof subject, "(%s)科目", fields[8]);
    worksheet_write_number(sheet, row, 0, row + 1, NULL);
    worksheet_write_string(sheet, row, 1, fields[2], NULL);
    worksheet_write_string(sheet, row, 2, fields[7] + strlen(fields[7]) - 4, NULL);
    worksheet_write_string(sheet, row, 3, fields[9], NULL);
    worksheet_write_string(sheet, row, 4, fields[15], NULL);
    worksheet_write_string(sheet, row, 5, subject, NULL);
    worksheet_write_number(sheet, row, 6, 1, NULL);
  }
  return workbook_close(book);
}
