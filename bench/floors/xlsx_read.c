// Unpacks the sheet and the shared strings of a workbook with libdeflate and resolves the text of every cell in the one
// form in which the benchmark writes them: xlsx_read FILE
#include <fcntl.h>
#include <libdeflate.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static const uint8_t *file;
static size_t length;

static uint32_t u32(const uint8_t *p) { uint32_t v; memcpy(&v, p, 4); return v; }
static uint16_t u16(const uint8_t *p) { uint16_t v; memcpy(&v, p, 2); return v; }

static char *part(const char *name, size_t *size) {
  const uint8_t *end = file + length - 22;
  while (u32(end) != 0x06054b50) end--;
  const uint8_t *p = file + u32(end + 16);
  for (int i = u16(end + 10); i > 0; i--) {
    if (u16(p + 28) == strlen(name) && !memcmp(p + 46, name, strlen(name))) {
      const uint8_t *local = file + u32(p + 42);
      const uint8_t *data = local + 30 + u16(local + 26) + u16(local + 28);
      *size = u32(p + 24);
      char *out = malloc(*size + 1);
      if (u16(p + 10) == 0) memcpy(out, data, *size);
      else if (libdeflate_deflate_decompress(libdeflate_alloc_decompressor(), data, u32(p + 20), out, *size, NULL)) exit(2);
      out[*size] = 0;
      return out;
    }
    p += 46 + u16(p + 28) + u16(p + 30) + u16(p + 32);
  }
  exit(3);
}

int main(int argc, char **argv) {
  int fd = open(argv[argc - 1], O_RDONLY);
  struct stat st;
  if (fd < 0 || fstat(fd, &st)) return 1;
  length = st.st_size;
  file = mmap(NULL, length, PROT_READ, MAP_PRIVATE, fd, 0);
  size_t size, count = 0, room = 1 << 20;
  char *strings = part("xl/sharedStrings.xml", &size);
  char **texts = malloc(room * sizeof *texts);
  uint32_t *sizes = malloc(room * sizeof *sizes);
  for (char *p = strings; (p = strstr(p, "<si><t>")); count++) {
    if (count == room) {
      texts = realloc(texts, (room *= 2) * sizeof *texts);
      sizes = realloc(sizes, room * sizeof *sizes);
    }
    texts[count] = p += 7;
    p = memchr(p, '<', strings + size - p);
    sizes[count] = p - texts[count];
  }
  char *sheet = part("xl/worksheets/sheet1.xml", &size), *end = sheet + size;
  uint64_t cells = 0, bytes = 0;
  static char sink[1 << 16];
  for (char *p = sheet; (p = memchr(p, '<', end - p)); p++) {
    if (p[1] != 'c' || p[2] != ' ') continue;
    char *t = memchr(p, 't', end - p);
    while (t[1] != '=') t = memchr(t + 1, 't', end - t);
    char *from;
    size_t n;
    if (t[3] == 's') {
      size_t place = strtoul(t + 9, &p, 10);
      from = texts[place];
      n = sizes[place];
    } else {
      from = t + 12 + 9;
      p = memchr(from, '<', end - from);
      n = p - from;
    }
    memcpy(sink, from, n);
    bytes += n;
    cells++;
  }
  printf("%lu %lu\n", (unsigned long)cells, (unsigned long)bytes);
}
