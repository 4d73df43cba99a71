// Score rows in GB 18030 joined in memory with the entries by ticket, name and number compared, 16 bytes a row written
// and synced: scores ENTRIES FILE OUTPUT
#include <fcntl.h>
#include <iconv.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct { uint64_t ticket; char name[20]; char number[20]; uint32_t seen; } entry;

static char *map(const char *path, size_t *size) {
  int fd = open(path, O_RDONLY);
  struct stat st;
  if (fd < 0 || fstat(fd, &st)) exit(1);
  *size = st.st_size;
  return mmap(NULL, *size, PROT_READ, MAP_PRIVATE, fd, 0);
}

static char *split(char *p, char *end, char **fields, size_t *sizes, int most) {
  int count = 0;
  fields[0] = p;
  for (; p < end && *p != '\n'; p++)
    if (*p == ',' && count < most - 1) {
      sizes[count] = p - fields[count];
      fields[++count] = p + 1;
    }
  sizes[count] = p - fields[count] - (p > fields[count] && p[-1] == '\r');
  while (++count < most) sizes[count] = 0;
  return p + 1;
}

static uint64_t number(const char *p, size_t n) {
  uint64_t v = 0;
  while (n--) v = v * 10 + (*p++ - '0');
  return v;
}

static entry *find(entry *table, size_t mask, uint64_t ticket) {
  size_t at = (ticket * 0x9E3779B97F4A7C15u >> 20) & mask;
  while (table[at].ticket && table[at].ticket != ticket) at = (at + 1) & mask;
  return &table[at];
}

int main(int argc, char **argv) {
  if (argc < 4) return 1;
  char *fields[20];
  size_t sizes[20], size, room = 1 << 10, rows = 0;
  char *p = map(argv[1], &size), *end = p + size;
  for (char *q = p; (q = memchr(q, '\n', end - q)); q++) rows++;
  while (room < rows * 2) room *= 2;
  entry *table = calloc(room, sizeof *table);
  p = memchr(p, '\n', size) + 1;
  while (p < end) {
    p = split(p, end, fields, sizes, 18);
    entry *e = find(table, room - 1, number(fields[0], sizes[0]));
    e->ticket = number(fields[0], sizes[0]);
    memcpy(e->name, fields[2], sizes[2] < 20 ? sizes[2] : 20);
    memcpy(e->number, fields[7], sizes[7] < 20 ? sizes[7] : 20);
  }
  char *coded = map(argv[2], &size);
  size_t left = size * 2, used;
  char *text = malloc(left), *to = text, *from = coded;
  size_t rest = size;
  iconv(iconv_open("UTF-8", "GB18030"), &from, &rest, &to, &left);
  used = to - text;
  uint64_t *out = malloc((rows + 1) * 16), good = 0;
  p = memchr(text, '\n', used) + 1;
  end = text + used;
  while (p < end) {
    p = split(p, end, fields, sizes, 12);
    entry *e = find(table, room - 1, number(fields[0], sizes[0]));
    uint64_t score = number(fields[6], sizes[6]);
    if (!e->ticket || e->seen++ || memcmp(e->name, fields[2], sizes[2] < 20 ? sizes[2] : 20)
        || memcmp(e->number, fields[4], sizes[4] < 20 ? sizes[4] : 20) || score > 100) continue;
    out[good * 2] = e->ticket;
    out[good++ * 2 + 1] = score;
  }
  int fd = open(argv[3], O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (write(fd, out, good * 16) < 0) return 2;
  fsync(fd);
  printf("%lu\n", (unsigned long)good);
}
