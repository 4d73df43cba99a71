/// A ZIP of photos: every picture decoded to its end, rewritten without metadata, stored.
enum PhotoImport: Job {
  static let name = "photos"
  static let title = "照片包导入 · A ZIP of photos"
  static let unit = "张 photos"
  static let sizes = [1_000, 10_000]
  static let quickSizes = [1_000]
  static let comparedSize = 10_000
  static let aims =
    "≤ 0.6 × Pillow verify + SQLite（Pillow 不看图像数据 reads no scan data）；目标 aim ≤ 1.6 × 下限 the floor"

  static func contenders(_ size: Int, _ workshop: Workshop) async throws -> [Contender] {
    let filled = try await BenchSitting.store(size, .registered, workshop)
    var contenders: [Contender] = []
    for isDeflated in [false, true] {
      let file = try await PhotoArchive.make(size, isDeflated: isDeflated, workshop)
      let store = workshop.path("out/photos.sqlite")
      let other = workshop.path("out/photos.other")
      func pillow(_ name: String, _ how: String) -> Contender {
        workshop.python(name, "photos.py", [how, file, other], modules: ["PIL"]) { workshop.remove(other) }
      }
      let all = [
        workshop.ours(
          "import",
          ["import", "photos", file, "--reports", workshop.path("out/reports"), "--quiet"]
            + BenchSitting.options(store)
        ) { try workshop.copy(filled, to: store) },
        pillow("Pillow verify + SQLite", "verify"), pillow("Pillow load + SQLite", "load"),
        workshop.shell("unzip -tq", "unzip -tq '\(file)'", programs: ["unzip"]),
        workshop.floor(
          "C: CRC + SOI…EOI + fsync", "photos", [file, workshop.path("out/photos.floor")],
          libraries: ["deflate"]),
      ]
      contenders += all.map { contender in
        var contender = contender
        contender.group = isDeflated ? "deflated" : "stored"
        return contender
      }
    }
    return contenders
  }
}
