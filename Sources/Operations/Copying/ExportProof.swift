internal import ExamModel
internal import Exports
internal import Files
internal import Foundation
internal import Pipeline
internal import Programmes
internal import Storage
internal import Tabular

/// 数据包核对 — makes every package of every site of two stores, and compares their bytes. Nothing is noted, so frozen
/// stores can be compared too.
struct ExportProof {
  private let source: Office
  private let target: Office
  private let progress: any ProgressDisplay

  init(_ source: Office, _ target: Office, _ progress: any ProgressDisplay) {
    self.source = source
    self.target = target
    self.progress = progress
  }

  /// What a store makes of a kind at a site: a package of these bytes, or a refusal in these words.
  fileprivate enum Made: Sendable, Equatable {
    case package(sha256: String)
    case refused(String)
  }

  func compare() async throws -> StoreCopyResult.Packages {
    // One moment for both, since packages carry it.
    let now = source.now
    let (mine, theirs) = (source.at(now), target.at(now))
    let folder = try TemporaryFolder()
    let stage = Wording(zh: "核对数据包", en: "comparing packages")
    // What changes the store when it is made cannot be made to compare.
    let kinds = ExportKinds.all.filter { !$0.changesStore }
    var exports = StoreCopyResult.Packages()
    var done = 0
    for record in try await mine.database.read({ try SittingTable.all($0) }) {
      let sitting = try await mine.open(record.code)
      let sites = sitting.definition.organisations.keys.filter(sitting.programme.levels.isSite).sorted()
      for site in sites {
        for kind in kinds {
          try Task.checkCancellation()
          let before = try await mine.made(kind, record.code, site, in: folder.path("source"))
          let after = try await theirs.made(kind, record.code, site, in: folder.path("target"))
          if before == after {
            exports.same += 1
          } else {
            exports.different.append("\(record.code) \(site) \(kind.name)")
          }
          done += 1
          progress.advance(stage, done: done, of: nil)
        }
      }
    }
    progress.finish(stage)
    return exports
  }
}

extension Office {
  /// The same office with its clock stopped.
  fileprivate func at(_ moment: Instant) -> Office {
    Office(
      database: database, library: library, userName: userName, clock: { moment }, faceDetector: faceDetector,
      program: program)
  }

  fileprivate func made(
    _ kind: any ExportKind.Type, _ sitting: String, _ site: String, in path: String
  ) async throws -> ExportProof.Made {
    let open = try await open(sitting)
    let secret = try await database.read { try SigningKeyTable.read($0) }
    let key = try secret.map { try SigningKey(secret: $0) }
    let context = ExportContext(
      programme: open.programme, sittingID: open.id, sitting: open.definition, site: site, now: open.now,
      user: userName, language: .zh, options: ExportOptions(),
      seal: key.map { PackageSeal(key: $0, kind: kind.name, program: program) })
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      _ = try kind.fileExtension(context)
      let outcome: ExportProof.Made? = try await database.read { session in
        if let refusal = try kind.refusal(context, session) { return .refused(refusal.zh) }
        let outcome = try kind.write(context, to: path, session)
        return outcome.isWhole ? nil : .refused(outcome.findings.kept.map(\.code).joined(separator: " "))
      }
      return try outcome ?? .package(sha256: ContentHash.sha256(of: try FileSource(path: path)))
    } catch let refusal as ExportRefusal {
      return .refused(refusal.wording.zh)
    }
  }
}
