#include <sqlite3.h>

// Variadic, so that Swift cannot call it: SQLite stops counting its memory, which takes a lock at every allocation.
static inline int kaowu_sqlite3_stop_counting(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
