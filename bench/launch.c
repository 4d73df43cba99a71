// Runs a command and says what it cost: launch COMMAND [ARGUMENT …], the figures to descriptor 3.
//
// Linux lets a program begin with the peak of memory of whoever started it. Started from here, it begins with next to
// nothing; started from the benchmark, which makes the data, it would seem to have needed as much as that did.
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double seconds(struct timeval time) { return time.tv_sec + time.tv_usec / 1e6; }

int main(int argc, char **argv) {
  pid_t process;
  int status;
  struct rusage usage;
  struct timespec start, end;
  if (argc < 2 || fcntl(3, F_SETFD, FD_CLOEXEC)) return 2;
  clock_gettime(CLOCK_MONOTONIC, &start);
  if (posix_spawnp(&process, argv[1], NULL, NULL, argv + 1, environ)) return 127;
  if (wait4(process, &status, 0, &usage) < 0) return 2;
  clock_gettime(CLOCK_MONOTONIC, &end);
  dprintf(3, "%.9f %.6f %ld\n", end.tv_sec - start.tv_sec + (end.tv_nsec - start.tv_nsec) / 1e9,
          seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss);
  // A shell's way to say that a signal ended it.
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
