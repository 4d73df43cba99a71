internal import ExamModel
internal import Exports
public import Files
internal import Foundation
internal import Storage
internal import Tabular

extension Office {
  /// 数据包清单 — what was made for download, the newest first, each with whether the data behind it has changed since
  /// (DOC-01); nothing for an organisation outside the user's scope.
  /// - Parameter organisation: a site, or an organisation above sites; nil for all that the user may see.
  public func packages(sitting code: String, organisation: String? = nil) async throws -> [PackageItem] {
    let sitting = try await open(code)
    let organisation = organisation ?? sitting.user.organisation
    guard sitting.sees(organisation) else { return [] }
    return try await database.read { session in
      var reader = FreshnessReader()
      return try PackageTable.all(sitting: sitting.id, organisation: organisation, session).map {
        PackageItem($0, try reader.freshness(of: $0, sitting: sitting.id, session))
      }
    }
  }

  /// 数据包详情 — a package, and the candidates whose data changed since it was made.
  /// - Throws: `Refusal` where there is no such package, or it is outside the user's scope.
  public func package(_ id: Int) async throws -> PackageDetail {
    let (package, sitting) = try await found(id)
    return try await database.read { session in
      var reader = FreshnessReader()
      let freshness = try reader.freshness(of: package, sitting: sitting.id, session)
      let changes = try reader.changes(since: package, sitting: sitting.id, session) ?? [:]
      return PackageDetail(
        package: PackageItem(package, freshness),
        changes: try PackagePerson.find(
          changes, of: package.basisRecords, sitting: sitting.id, site: package.site, session
        ).map(PackageDetail.Change.init))
    }
  }

  /// 取数据包 — copies a package out, and counts the download. Every byte is compared with what was made.
  /// - Returns: the path of the copy.
  /// - Throws: `Refusal` as `export` does; `.unreadable` where the package was moved, `.damaged` where it was changed:
  ///   nothing appears then, and nothing is counted.
  public func fetchPackage(_ id: Int, to folder: String) async throws -> String {
    let (package, sitting) = try await found(id)
    try sitting.requirePart(of: package.site)
    if let window = ExportKinds.named(package.kind)?.window {
      try sitting.requireDownloadWindow(window, of: package.site)
    }
    let path = try Self.folder(folder).appending(path: package.name).path
    try copy(package, to: path)
    try await database.write { try PackageTable.countDownload(of: id, $0) }
    return path
  }

  /// 数据包清单文件 — writes the manifest of a package to `path`, and its signature beside it, `.sig` behind the name: for
  /// packages that are one file and cannot hold them.
  /// - Throws: `Refusal` where there is no such package, or it was made before packages were signed; `.disk`.
  public func writeManifest(of id: Int, to path: String) async throws {
    let (package, _) = try await found(id)
    guard let signed = try await database.read({ try PackageTable.manifest(of: id, $0) }) else {
      throw Refusal(
        .precondition, rule: "DOC-01",
        Wording(
          zh: "数据包 \(package.name) 在有签名之前生成，没有清单。请重新导出。",
          en: "\(package.name) was made before packages were signed and has no manifest. Export it again."))
    }
    for (path, bytes) in [(path, signed.manifest), ("\(path).sig", signed.signature)] {
      var file = try WholeFile(path: path)
      try file.write(bytes)
      try file.finish()
    }
  }

  /// 签名密钥 — the store's key, by which its packages are known; made at first use.
  func signingKey() async throws -> SigningKey {
    if let secret = try await database.read({ try SigningKeyTable.read($0) }) {
      return try SigningKey(secret: secret)
    }
    let now = now.secondsSince1970
    let secret = try await database.write { session in
      try SigningKeyTable.keep(try SigningKey.make().secret, at: now, session)
      return try SigningKeyTable.read(session) ?? []
    }
    return try SigningKey(secret: secret)
  }

  /// 公钥 — the public half of the store's key, with which anybody checks its packages.
  public func packageKey() async throws -> VerifyingKey { try await signingKey().verifyingKey }

  /// A folder, made where it is not there.
  static func folder(_ path: String) throws(FileError) -> URL {
    let folder = URL(fileURLWithPath: path)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw FileError(
        .disk, at: path, zh: "不能创建导出文件夹。请检查 -o 和权限。",
        en: "The folder for the package cannot be made. Check -o and permissions.")
    }
    return folder
  }

  /// A package by its number. One outside the user's scope is refused as one that does not exist (ORG-02).
  private func found(_ id: Int) async throws -> (PackageRecord, OpenSitting) {
    if let (code, package) = try await database.read({ try PackageTable.read(id, $0) }),
      let sitting = try await part(in: code), sitting.sees(package.site)
    {
      return (package, sitting)
    }
    throw Refusal(
      .scope, rule: "ORG-02",
      Wording(
        zh: "没有数据包 \(id)。可用 kaowu packages list 查看。",
        en: "There is no package \(id). See kaowu packages list.")
    )
  }

  /// A sitting, or nil where the user has no part in it.
  private func part(in code: String) async throws -> OpenSitting? {
    do {
      return try await open(code)
    } catch let refusal as Refusal where refusal.reason == .scope {
      return nil
    }
  }

  private func copy(_ package: PackageRecord, to path: String) throws {
    guard FileManager.default.fileExists(atPath: package.path) else {
      throw FileError(
        .unreadable, at: package.path, zh: "数据包不在生成时的位置，已被移走或删除。请放回，或重新导出。",
        en: "The package is not where it was put: moved or deleted. Put it back, or export it again.")
    }
    let source = try FileSource(path: package.path)
    let file = try WholeFile(path: path)
    let hash = ContentHash()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var offset = 0
    while offset < source.count {
      let got = try buffer.withUnsafeMutableBytes { try source.read(at: offset, into: $0) }
      if got == 0 { break }
      try buffer.withUnsafeBytes { bytes in
        let piece = UnsafeRawBufferPointer(rebasing: bytes[..<got])
        hash.update(piece)
        try file.write(piece)
      }
      offset += got
    }
    guard offset == package.bytes, hash.finish() == package.sha256 else {
      throw FileError(
        .damaged, at: package.path, zh: "数据包生成之后被改动过（SHA-256 不符），不能下载。请重新导出。",
        en: "The package was changed after it was made (its SHA-256 differs). Export it again.")
    }
    try file.finish()
  }
}
