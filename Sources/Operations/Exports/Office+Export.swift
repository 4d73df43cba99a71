internal import ExamModel
public import Exports
internal import Files
internal import Foundation
internal import Pipeline
internal import Programmes
internal import Storage
public import Tabular

/// 导出请求 — which package is made of which site's data, and where it is put.
public struct ExportRequest: Sendable {
  /// The kind's name: `machine-test`.
  public var kind: String
  /// The sitting's code.
  public var sitting: String
  /// The site's code.
  public var site: String
  /// The folder for the package; it is made where it is not there.
  public var folder: String
  /// What was asked for besides.
  public var options = ExportOptions()
  /// The language of findings, and of what the package says in words of its own.
  public var language: Language

  /// A request.
  public init(kind: String, sitting: String, site: String, folder: String, language: Language = .zh) {
    self.kind = kind
    self.sitting = sitting
    self.site = site
    self.folder = folder
    self.language = language
  }
}

extension Office {
  /// 导出 — makes a package of one snapshot of a site's data, and records it once it is whole (DOC-01, DOC-08).
  /// - Throws: `Refusal` where it is not allowed or a step before it is not done, `UnfitOption` where an option does not
  ///   fit, `FileError` where the disk fails, `StoreError`, `CancellationError`; there is no package then. Findings are
  ///   no errors: the result holds them.
  public func export(_ request: ExportRequest) async throws -> ExportResult {
    guard let kind = ExportKinds.named(request.kind) else { throw UnknownKind(name: request.kind) }
    try requireFit(request.options, kind)
    let sitting = try await open(request.sitting)
    try sitting.requirePart(of: request.site)
    try requireSite(request.site, sitting)
    if kind.changesStore { try sitting.requireChange(at: request.site, window: nil) }
    if let window = kind.window { try sitting.requireDownloadWindow(window, of: request.site) }
    let progress = progress
    let seal = PackageSeal(key: try await signingKey(), kind: kind.name, program: program)
    let context = ExportContext(
      programme: sitting.programme, sittingID: sitting.id, sitting: sitting.definition, site: request.site,
      now: sitting.now, user: sitting.user.name, language: request.language, options: request.options,
      seal: seal
    ) { done, total in progress.advance(kind.title, done: done, of: total) }

    do {
      let path = try path(of: request, kind, context)
      try Leftovers.remove(in: request.folder, startingWith: "\(request.sitting)-\(request.site)-")
      let write: @Sendable (any Session) throws -> (ExportOutcome, PackageDigests?) = { session in
        if let refusal = try kind.refusal(context, session) {
          throw Refusal(.precondition, rule: kind.rule, refusal)
        }
        let outcome = try kind.write(context, to: path, session)
        guard outcome.isWhole, let basis = try kind.basis(context) else { return (outcome, nil) }
        // Of the same snapshot as the package itself.
        return (
          outcome,
          try outcome.digests
            ?? PackageDigests(of: basis, sitting: context.sittingID, site: context.site, session)
        )
      }
      let (outcome, digests) =
        kind.changesStore && !kind.isWrittenAside
        ? try await database.write(write) : try await database.read(write)
      progress.finish(kind.title)
      var result = ExportResult(kind: kind.name, outcome, in: request.language)
      if outcome.isWhole {
        try await record(path, context, outcome, digests, &result)
      }
      return result
    } catch let refusal as ExportRefusal {
      throw Refusal(.precondition, rule: kind.rule, refusal.wording)
    }
  }

  /// `<sitting>-<site>-<package>-<yyyymmddHHMM>.zip` in the folder of the request.
  private func path(
    of request: ExportRequest, _ kind: any ExportKind.Type, _ context: ExportContext
  ) throws -> String {
    let ending = try kind.fileExtension(context)
    let folder = try Self.folder(request.folder)
    let name = "\(request.sitting)-\(request.site)-\(kind.name)-\(context.now.minuteStamp)"
    let path = folder.appending(path: "\(name).\(ending)").path
    // What changes the store cannot be made again, so its file never takes another one's place.
    guard kind.changesStore else { return path }
    var number = 1
    var free = path
    while FileManager.default.fileExists(atPath: free) {
      number += 1
      free = folder.appending(path: "\(name)-\(number).\(ending)").path
    }
    return free
  }

  private func record(
    _ path: String, _ context: ExportContext, _ outcome: ExportOutcome, _ digests: PackageDigests?,
    _ result: inout ExportResult
  ) async throws {
    let file = try FileSource(path: path)
    let package = PackageRecord(
      site: context.site, kind: result.kind, path: path, bytes: file.count,
      sha256: try ContentHash.sha256(of: file), records: result.records,
      madeAt: context.now.secondsSince1970, user: context.user)
    // One file cannot hold its own manifest.
    let whole = PackageManifest.File(path: file.name, bytes: package.bytes, sha256: package.sha256)
    let signed =
      try outcome.manifest ?? context.seal?.manifest(of: [whole], records: package.records, context)
    do {
      try await database.write { session in
        if let note = outcome.note {
          try requireSame(digests, context, session)
          try note(session)
        }
        try PackageTable.record(
          package, manifest: signed?.manifest, signature: signed?.signature, digests: digests,
          sitting: context.sittingID, session)
      }
    } catch  where outcome.note != nil {
      // Without its account nobody could tell whether it is up to date.
      try? FileManager.default.removeItem(atPath: path)
      throw error
    }
    result.take(package, name: file.name)
  }

  /// What was drawn of a snapshot is noted only while the data is still the same (DOC-08): of two that were drawn at the
  /// same time, or where somebody made a change meanwhile, no account mixes two states.
  private func requireSame(
    _ digests: PackageDigests?, _ context: ExportContext, _ session: any Session
  ) throws {
    guard let digests else { return }
    let now = try PackageDigests(
      of: digests.basis, sitting: context.sittingID, site: context.site, session)
    let changed = digests.changes(to: now).count
    guard changed > 0 else { return }
    throw Refusal(
      .stale, rule: "DOC-08",
      Wording(
        zh: "生成期间有 \(changed) 名考生的数据变动，本次没有生成。请重新生成。",
        en:
          "Data of \(changed) candidates changed while it was being made, so that nothing was made. Make it again."
      ))
  }

  private func requireFit(_ options: ExportOptions, _ kind: any ExportKind.Type) throws(UnfitOption) {
    let unfit = options.given.subtracting(kind.options).map { "--\($0.rawValue)" }.sorted()
    guard unfit.isEmpty else {
      let list = unfit.joined(separator: " ")
      throw UnfitOption(zh: "“\(kind.title.zh)”没有选项 \(list)。", en: "\(kind.title.en) has no option \(list).")
    }
  }

  /// A package is one site's.
  private func requireSite(_ code: String, _ sitting: OpenSitting) throws(Refusal) {
    guard sitting.programme.levels.isSite(code) else {
      throw Refusal(
        .precondition, rule: "DOC-01",
        Wording(
          zh: "数据包按考点生成，\(code.isEmpty ? "中心" : code) 不是考点。请用 --site 指定考点。",
          en:
            "Packages are made for a site; \(code.isEmpty ? "the centre" : code) is none. Name one with --site."
        ))
    }
  }
}
