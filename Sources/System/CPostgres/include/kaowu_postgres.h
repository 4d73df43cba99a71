#ifndef KAOWU_POSTGRES_H
#define KAOWU_POSTGRES_H

// libpq's declarations. Its functions are ours here: each hands on to libpq, which is loaded when the first of them is
// called. They stay inside the program, so that libpq's own calls of them remain its own; the C library's, which libpq's
// declarations rest on, do not.
#include <inttypes.h>
#include <stdio.h>
#pragma GCC visibility push(hidden)
#if __has_include(<postgresql/libpq-fe.h>)
#include <postgresql/libpq-fe.h>
#else
#include <libpq-fe.h>
#endif
#pragma GCC visibility pop

// Whether libpq is on this machine, in a version that has all that is called (14 or later). Nothing else may be called
// where it is not.
int kaowu_postgres_is_there(void);

#endif
