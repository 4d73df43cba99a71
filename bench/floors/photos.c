// Every entry of a ZIP: unpacked, CRC-32, SOI … EOI, appended to one file, synced: photos FILE OUTPUT
#include <fcntl.h>
#include <libdeflate.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static uint32_t u32(const uint8_t *p) { uint32_t v; memcpy(&v, p, 4); return v; }
static uint16_t u16(const uint8_t *p) { uint16_t v; memcpy(&v, p, 2); return v; }

int main(int argc, char **argv) {
  int fd = open(argv[1], O_RDONLY), out = open(argv[2], O_WRONLY | O_CREAT | O_TRUNC, 0644);
  struct stat st;
  if (argc < 3 || fd < 0 || out < 0 || fstat(fd, &st)) return 1;
  const uint8_t *file = mmap(NULL, st.st_size, PROT_READ, MAP_PRIVATE, fd, 0), *end = file + st.st_size - 22;
  while (u32(end) != 0x06054b50) end--;
  const uint8_t *p = file + u32(end + 16);
  struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
  static uint8_t room[1 << 22];
  int good = 0;
  for (int i = u16(end + 10); i > 0; i--) {
    const uint8_t *local = file + u32(p + 42), *data = local + 30 + u16(local + 26) + u16(local + 28);
    size_t n = u32(p + 24);
    if (u16(p + 10) != 0) {
      if (n > sizeof room || libdeflate_deflate_decompress(d, data, u32(p + 20), room, n, NULL)) return 2;
      data = room;
    }
    if (libdeflate_crc32(0, data, n) == u32(p + 16) && data[0] == 0xFF && data[1] == 0xD8 && data[n - 2] == 0xFF
        && data[n - 1] == 0xD9) good++;
    if (write(out, data, n) != (ssize_t)n) return 3;
    p += 46 + u16(p + 28) + u16(p + 30) + u16(p + 32);
  }
  fsync(out);
  printf("%d\n", good);
}
