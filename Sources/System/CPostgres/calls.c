// Hands the calls of libpq's functions on to libpq. Linked to the program, libpq and the twenty libraries that it stands
// on would be loaded at every start, also by all who keep their store in a file.
#include "kaowu_postgres.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static void *library;

static void load(void) {
  static const char *const names[] = {"libpq.so.5", "libpq.so", "libpq.5.dylib"};
  for (size_t i = 0; library == NULL && i < sizeof names / sizeof *names; i++) {
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    // The youngest of the functions.
    if (library != NULL && dlsym(library, "PQpipelineSync") == NULL) {
      dlclose(library);
      library = NULL;
    }
  }
}

int kaowu_postgres_is_there(void) {
  pthread_once(&once, load);
  return library != NULL;
}

// Looks a function up where it was not yet. Two threads may both do so, and find the same.
static void *found(_Atomic(void *) *slot, const char *name) {
  void *function = atomic_load_explicit(slot, memory_order_relaxed);
  if (function == NULL && kaowu_postgres_is_there()) {
    function = dlsym(library, name);
    atomic_store_explicit(slot, function, memory_order_relaxed);
  }
  return function;
}

#define HAND_ON(result, name, parameters, ...)                                      \
  result name parameters {                                                          \
    static _Atomic(void *) slot;                                                    \
    return ((__typeof__(name) *)found(&slot, #name))(__VA_ARGS__);                  \
  }

HAND_ON(PGconn *, PQconnectdbParams, (const char *const *k, const char *const *v, int e), k, v, e)
HAND_ON(PGconn *, PQconnectStartParams, (const char *const *k, const char *const *v, int e), k, v, e)
HAND_ON(PostgresPollingStatusType, PQconnectPoll, (PGconn * c), c)
HAND_ON(void, PQfinish, (PGconn * c), c)
HAND_ON(PQconninfoOption *, PQconninfoParse, (const char *info, char **message), info, message)
HAND_ON(void, PQconninfoFree, (PQconninfoOption * options), options)
HAND_ON(ConnStatusType, PQstatus, (const PGconn *c), c)
HAND_ON(PGTransactionStatusType, PQtransactionStatus, (const PGconn *c), c)
HAND_ON(char *, PQerrorMessage, (const PGconn *c), c)
HAND_ON(int, PQsocket, (const PGconn *c), c)
HAND_ON(PGVerbosity, PQsetErrorVerbosity, (PGconn * c, PGVerbosity verbosity), c, verbosity)
HAND_ON(PQnoticeProcessor, PQsetNoticeProcessor, (PGconn * c, PQnoticeProcessor p, void *a), c, p, a)

HAND_ON(PGresult *, PQexec, (PGconn * c, const char *query), c, query)
HAND_ON(PGresult *, PQexecParams,
        (PGconn * c, const char *q, int n, const Oid *t, const char *const *v, const int *l, const int *f, int r),
        c, q, n, t, v, l, f, r)
HAND_ON(int, PQsendQueryParams,
        (PGconn * c, const char *q, int n, const Oid *t, const char *const *v, const int *l, const int *f, int r),
        c, q, n, t, v, l, f, r)
HAND_ON(PGresult *, PQgetResult, (PGconn * c), c)
HAND_ON(int, PQconsumeInput, (PGconn * c), c)
HAND_ON(PGnotify *, PQnotifies, (PGconn * c), c)
HAND_ON(int, PQenterPipelineMode, (PGconn * c), c)
HAND_ON(int, PQexitPipelineMode, (PGconn * c), c)
HAND_ON(int, PQpipelineSync, (PGconn * c), c)
HAND_ON(PGpipelineStatus, PQpipelineStatus, (const PGconn *c), c)
HAND_ON(int, PQputCopyData, (PGconn * c, const char *bytes, int count), c, bytes, count)
HAND_ON(int, PQputCopyEnd, (PGconn * c, const char *message), c, message)

HAND_ON(ExecStatusType, PQresultStatus, (const PGresult *r), r)
HAND_ON(char *, PQresultErrorField, (const PGresult *r, int field), r, field)
HAND_ON(size_t, PQresultMemorySize, (const PGresult *r), r)
HAND_ON(int, PQntuples, (const PGresult *r), r)
HAND_ON(int, PQnfields, (const PGresult *r), r)
HAND_ON(Oid, PQftype, (const PGresult *r, int column), r, column)
HAND_ON(char *, PQcmdStatus, (PGresult * r), r)
HAND_ON(char *, PQcmdTuples, (PGresult * r), r)
HAND_ON(char *, PQgetvalue, (const PGresult *r, int row, int column), r, row, column)
HAND_ON(int, PQgetlength, (const PGresult *r, int row, int column), r, row, column)
HAND_ON(int, PQgetisnull, (const PGresult *r, int row, int column), r, row, column)
HAND_ON(void, PQclear, (PGresult * r), r)
HAND_ON(void, PQfreemem, (void *memory), memory)
