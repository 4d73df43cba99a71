#include <zint.h>

// The two arrays of a symbol are larger than what Swift imports comfortably: a bit of its first row, and its message.
static inline int kaowu_symbol_bit(const struct zint_symbol *symbol, int index) {
  return symbol->encoded_data[0][index >> 3] >> (index & 7) & 1;
}
static inline const char *kaowu_symbol_message(const struct zint_symbol *symbol) {
  return symbol->errtxt;
}
