import Files
import Foundation
import Imports
import Operations
import Programmes
import Storage
import Tabular
import Testing

/// 样例全程 — every sample of a programme imported into one store, in an order in which an exam may see them. Some are
/// refused; all leave reports.
struct SampleWalk: Sendable, CustomTestStringConvertible {
  /// A sample, or something else that is done in between.
  enum Step: Sendable {
    case sample(String, overrides: Bool = false)
    case clock(String)
    case run(@Sendable (SampleWalk, OfficeFixture) async throws -> Void)

    static func sql(_ statement: String) -> Step { .run { _, store in try await store.execute(statement) } }
  }

  let programme: String
  let sitting: String
  let site: String
  let user: String
  let steps: [Step]

  var testDescription: String { programme }

  /// The sample sitting.
  func sittingText() throws -> String {
    let file = try FileSource(
      path: Shipped.samples.appending(path: "\(programme)/sitting/\(sitting).yaml").path)
    return String(decoding: try file.bytes(in: 0..<file.count), as: UTF8.self)
  }

  /// Takes all steps.
  /// - Returns: each report that was written, by its name.
  func take(in store: OfficeFixture) async throws -> [String: [UInt8]] {
    for step in steps {
      switch step {
      case .clock(let moment): try store.setClock(moment)
      case .run(let body): try await body(self, store)
      case .sample(let place, let overrides): try await bring(place, overrides: overrides, store)
      }
    }
    let folder = store.folder.path("reports")
    var reports: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let file = try FileSource(path: folder + "/" + name)
      reports[name] = try file.bytes(in: 0..<file.count)
    }
    return reports
  }

  private func bring(_ place: String, overrides: Bool, _ store: OfficeFixture) async throws {
    let kind = String(place.prefix { $0 != "/" })
    let folder = Shipped.samples.appending(path: "\(programme)/\(place)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    guard let name = names.first(where: { $0.hasPrefix(kind) }) else { throw NoFile(place: place) }
    _ = try await store.importing(
      kind, folder.appending(path: name).path, sitting: sitting, site: site, as: user
    ) {
      $0.overrides = overrides
    }
  }

  struct NoFile: Error {
    let place: String
  }

  /// The samples that the steps bring.
  var places: Set<String> {
    Set(
      steps.compactMap { step in
        if case .sample(let place, _) = step { place } else { nil }
      })
  }

  /// The samples that there are.
  var shipped: Set<String> {
    get throws {
      let folder = Shipped.samples.appending(path: programme).path
      return try Set(
        FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != "sitting" }.flatMap { kind in
          try FileManager.default.contentsOfDirectory(atPath: folder + "/" + kind).map { "\(kind)/\($0)" }
        })
    }
  }
}
