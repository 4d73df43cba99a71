internal import ExamModel
internal import Files
internal import Imports
internal import Programmes
public import Storage
internal import Tabular

extension Office {
  /// 机考文件清单 — the mock-exam reports and exception files of an organisation and those below it, the newest first;
  /// nothing outside the user's scope (ORG-02).
  /// - Parameter kind: `mock-report` or `exception-files`; nil for both.
  public func siteFiles(sitting code: String, site: String, kind: String?) async throws -> [SiteFileRecord] {
    let sitting = try await open(code)
    guard sitting.sees(site) else { return [] }
    return try await database.read { try SiteFileTable.all(sitting: sitting.id, site: site, kind: kind, $0) }
  }

  /// 处理机考文件 — notes how far a file is: for an administrator of an organisation above the site that sent it, at any
  /// time (WIN-05).
  /// - Returns: the file as it is then.
  public func setState(
    _ state: SiteFileState, ofFile id: Int, sitting code: String, site: String
  ) async throws -> SiteFileRecord {
    let (sitting, file) = try await changeableFile(id, code, site)
    guard sitting.user.organisation != file.site else {
      throw Refusal(
        .precondition, rule: "EXC-01",
        Wording(
          zh: "文件由上级机构处理，考点 \(file.site) 不能自己改变状态。",
          en: "Files are processed by the organisation above; site \(file.site) does not set their state."))
    }
    let now = now.secondsSince1970
    return try await database.write { session in
      if state != file.state {
        try Self.note(
          RecordChange(
            .changed, .file, key: file.sha256, part: file.kind, site: file.site, rule: "EXC-01",
            fields: [.init("state", old: file.state.rawValue, new: state.rawValue)]), sitting, session)
        try SiteFileTable.set(state, of: id, by: sitting.user.name, at: now, session)
      }
      return try SiteFileTable.read(id, sitting: sitting.id, session) ?? file
    }
  }

  /// 删除机考文件 — removes a file with its content, whatever its state; the trail keeps that it was there (EXC-01).
  public func deleteFile(_ id: Int, sitting code: String, site: String) async throws -> SiteFileRecord {
    let (sitting, file) = try await changeableFile(id, code, site)
    try await database.write { session in
      try Self.note(
        RecordChange(
          .removed, .file, key: file.sha256, part: file.kind, site: file.site, rule: "EXC-01",
          fields: [
            .init("name", old: file.name, new: nil), .init("state", old: file.state.rawValue, new: nil),
          ]), sitting, session)
      try SiteFileTable.remove(id, session)
    }
    return file
  }

  /// 下载机考文件 — writes a file as it came; it appears when it is whole.
  public func saveFile(_ id: Int, sitting code: String, site: String, to path: String) async throws
    -> SiteFileRecord
  {
    let sitting = try await open(code)
    let file = try await file(id, sitting, site)
    try await database.read { session in
      let target = try WholeFile(path: path)
      var sink: any ByteSink = target
      try SiteFileTable.forEachPiece(of: id, session) { try sink.write($0) }
      try target.finish()
    }
    return file
  }

  /// MOC-01: the check and the job's entry in the ledger are one transaction, so that of two files that come at once
  /// one waits.
  static func requireNoneProcessing(
    _ kind: any ImportKind.Type, _ job: JobRecord, _ session: any Session
  ) throws {
    guard let kind = kind as? any SiteFileKind.Type, kind.waitsForProcessing,
      try SiteFileTable.isProcessing(kind: kind.name, sitting: job.sitting, site: job.site, session)
    else { return }
    throw Refusal(
      .precondition, rule: "MOC-01",
      Wording(
        zh: "考点 \(job.site) 有一个“\(kind.title.zh)”文件正在处理，处理完成后才能再上传。可用 kaowu files list 查看。",
        en: "Site \(job.site) has a file of \(kind.title.en) being processed; send another when it is done. "
          + "See kaowu files list."))
  }

  private func changeableFile(
    _ id: Int, _ code: String, _ site: String
  ) async throws -> (OpenSitting, SiteFileRecord) {
    let sitting = try await open(code)
    try sitting.requireChange(at: site, window: nil)
    return (sitting, try await file(id, sitting, site))
  }

  private func file(_ id: Int, _ sitting: OpenSitting, _ site: String) async throws -> SiteFileRecord {
    let file = try await database.read { try SiteFileTable.read(id, sitting: sitting.id, $0) }
    guard let file, sitting.sees(file.site), sitting.programme.levels.isWithin(file.site, scope: site) else {
      throw Refusal(
        .scope, rule: "ORG-02",
        Wording(
          zh: "没有文件 \(id)。可用 kaowu files list 查看。", en: "There is no file \(id). See kaowu files list."))
    }
    return file
  }

  private static func note(_ change: RecordChange, _ sitting: OpenSitting, _ session: any Session) throws {
    let trail = TrailWriter(
      session, by: sitting.user.name, at: sitting.now.secondsSince1970, sitting: sitting.id)
    try trail.add(change)
    try trail.finish()
  }
}
