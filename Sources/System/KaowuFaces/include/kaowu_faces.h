#ifndef KAOWU_FACES_H
#define KAOWU_FACES_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// 正脸检测 — frontal faces by OpenCV's cascade, as plain C. It is a library of its own, loaded when the first face is
// looked for, so that nothing else depends on OpenCV. No C++ exception leaves it.

typedef struct kaowu_faces kaowu_faces;

// Counts up with every change of these declarations; who loads the library asks first.
int32_t kaowu_faces_version(void);

// A detector over the cascade file at `path`; NULL where it cannot be read. One thread at a time may use it.
kaowu_faces *kaowu_faces_create(const char *path);

// Finds faces in a grey picture of `width` × `height` bytes, rows `stride` bytes apart, that are at least `least` pixels
// high. Writes x, y, width, height of up to `capacity` faces to `boxes`.
// Returns how many there are, which may be more than `capacity`; -1 where detection failed.
int32_t kaowu_faces_detect(
  kaowu_faces *detector, const uint8_t *pixels, int32_t width, int32_t height, int32_t stride, int32_t least,
  int32_t *boxes, int32_t capacity);

void kaowu_faces_destroy(kaowu_faces *detector);

#ifdef __cplusplus
}
#endif

#endif
