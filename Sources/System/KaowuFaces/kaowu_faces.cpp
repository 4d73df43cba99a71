#include "kaowu_faces.h"

#include <memory>
#include <vector>

#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>

struct kaowu_faces {
  cv::CascadeClassifier cascade;
};

namespace {
// How much smaller each next size is that is looked at, and how many detections must agree on a face.
constexpr double scaleStep = 1.1;
constexpr int agreeing = 5;

int silent(int, const char *, const char *, const char *, int, void *) { return 0; }
}  // namespace

int32_t kaowu_faces_version(void) { return 1; }

kaowu_faces *kaowu_faces_create(const char *path) {
  try {
    // What goes wrong is said by a return value, not on standard error; pictures are spread over threads by the caller.
    cv::redirectError(silent);
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    cv::setNumThreads(1);
    auto detector = std::make_unique<kaowu_faces>();
    if (!detector->cascade.load(path)) return nullptr;
    return detector.release();
  } catch (...) {
    return nullptr;
  }
}

int32_t kaowu_faces_detect(
  kaowu_faces *detector, const uint8_t *pixels, int32_t width, int32_t height, int32_t stride, int32_t least,
  int32_t *boxes, int32_t capacity) {
  try {
    if (!detector || !pixels || width <= 0 || height <= 0 || stride < width || (capacity > 0 && !boxes)) return -1;
    const cv::Mat grey(height, width, CV_8UC1, const_cast<uint8_t *>(pixels), static_cast<size_t>(stride));
    // Into a picture of its own: the caller's pixels are only read.
    cv::Mat even;
    cv::equalizeHist(grey, even);
    std::vector<cv::Rect> found;
    detector->cascade.detectMultiScale(even, found, scaleStep, agreeing, 0, cv::Size(least, least));
    int32_t count = 0;
    for (const auto &face : found) {
      if (count < capacity) {
        int32_t *box = boxes + 4 * count;
        box[0] = face.x;
        box[1] = face.y;
        box[2] = face.width;
        box[3] = face.height;
      }
      count += 1;
    }
    return count;
  } catch (...) {
    return -1;
  }
}

void kaowu_faces_destroy(kaowu_faces *detector) { delete detector; }
