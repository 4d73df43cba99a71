// A CSV of entries as a DBF of fixed fields, through iconv; with a level, deflated as a whole too: dbf CSV DBF [LEVEL]
#include <fcntl.h>
#include <iconv.h>
#include <libdeflate.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *names[] = {"ZKZH", "BMH", "XM", "XB", "CSRQ", "MZ", "ZJLX", "ZJH", "KMDM", "KCDM", "KCH", "PCH", "ZWH", "KSRQ", "KSSJ", "BJ"};
static const int widths[] = {16, 14, 50, 1, 8, 2, 1, 30, 2, 6, 2, 2, 3, 8, 11, 40};
enum { fields = 16 };

int main(int argc, char **argv) {
  FILE *in = fopen(argv[1], "r");
  if (argc < 3 || !in) return 1;
  int record = 1;
  for (int f = 0; f < fields; f++) record += widths[f];
  int head = 32 + 32 * fields + 1;
  size_t room = 64 << 20, used = head;
  char *out = calloc(1, room), line[4096];
  out[0] = 3;
  *(uint16_t *)(out + 8) = head;
  *(uint16_t *)(out + 10) = record;
  for (int f = 0; f < fields; f++) {
    strcpy(out + 32 + 32 * f, names[f]);
    out[32 + 32 * f + 11] = 'C';
    out[32 + 32 * f + 16] = widths[f];
  }
  out[head - 1] = 0x0D;
  iconv_t gbk = iconv_open("GBK", "UTF-8");
  uint32_t count = 0;
  if (!fgets(line, sizeof line, in)) return 1;
  while (fgets(line, sizeof line, in)) {
    if (used + record + 1 > room) out = realloc(out, room *= 2);
    memset(out + used, ' ', record);
    char *to = out + used + 1, *p = line;
    for (int f = 0; f < fields; f++) {
      size_t n = strcspn(p, ",\r\n"), left = widths[f];
      char *from = p, *target = to;
      size_t rest = n;
      iconv(gbk, &from, &rest, &target, &left);
      p += n + 1;
      to += widths[f];
    }
    used += record;
    count++;
  }
  *(uint32_t *)(out + 4) = count;
  out[used++] = 0x1A;
  int fd = open(argv[2], O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (argc > 3) {
    size_t most = libdeflate_deflate_compress_bound(NULL, used);
    char *packed = malloc(most);
    size_t n = libdeflate_deflate_compress(libdeflate_alloc_compressor(atoi(argv[3])), out, used, packed, most);
    if (!n || write(fd, packed, n) != (ssize_t)n) return 2;
  } else {
    for (size_t at = 0; at < used;) {
      ssize_t n = write(fd, out + at, used - at);
      if (n <= 0) return 2;
      at += n;
    }
  }
  fsync(fd);
  printf("%u %zu\n", count, used);
}
