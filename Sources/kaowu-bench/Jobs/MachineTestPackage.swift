internal import Foundation

/// The machine-test data: one DBF record an entry, in its ZIP, from the store.
enum MachineTestPackage: Job {
  static let name = "machine-test"
  static let title = "机考数据 · Machine-test data (DBF in a ZIP)"
  static let sizes = [10_000, 100_000, 1_000_000]
  static let comparedSize = 1_000_000
  static let aims = "≤ 0.6 × shapelib + zip -6，文件 file ≤ 1.15 × zip -6；目标 aim ≤ 0.6 × 下限 the floor"

  static func contenders(_ size: Int, _ workshop: Workshop) async throws -> [Contender] {
    let filled = try await BenchSitting.store(size, .ticketed, workshop)
    let entries = try await BenchFiles.entries(size, workshop)
    let store = workshop.path("out/machine-test.sqlite")
    let folder = workshop.path("out/machine-test")
    let dbf = workshop.path("out/floor.dbf")
    let zip = workshop.path("out/peer.zip")
    func sized(_ contender: Contender, _ path: String) -> Contender {
      var contender = contender
      contender.madeBytes = { workshop.size(path) }
      return contender
    }
    var ours = workshop.ours(
      "export",
      ["export", "machine-test", "-o", folder, "--quiet"]
        + BenchSitting.options(store, at: BenchSitting.later)
    ) {
      try workshop.copy(filled, to: store)
      try? FileManager.default.removeItem(atPath: folder)
    }
    ours.madeBytes = { workshop.size(inFolder: folder) }
    let make = workshop.floor("C: DBF", "dbf", [entries, dbf], libraries: ["deflate"])
    let shapelib = workshop.floor("", "dbf_shapelib", [], libraries: ["shp"], role: .peer)
    var both = workshop.shell(
      "shapelib + zip -6",
      "rm -f '\(zip)'; '\(shapelib.command[0])' '\(entries)' '\(dbf)'; zip -6 -q -j '\(zip)' '\(dbf)'",
      programs: ["zip"])
    both.missing = both.missing ?? shapelib.missing
    return [
      ours, sized(both, zip),
      sized(
        workshop.shell(
          "zip -6（DBF 已有 of a ready DBF）", "rm -f '\(zip)'; zip -6 -q -j '\(zip)' '\(dbf)'", programs: ["zip"]
        ) {
          if make.missing == nil {
            _ = try MeasuredProcess.run(make.command[0], Array(make.command.dropFirst()))
          }
        }, zip),
      workshop.floor(
        "C: DBF + libdeflate 6", "dbf", [entries, dbf + ".deflated", "6"], libraries: ["deflate"]),
    ]
  }
}
