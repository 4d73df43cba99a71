public import Files
public import Tabular
internal import ZIPFormat

/// 数据包校验 — whether a package is as it was made: by its manifest, the manifest's signature and a public key; no store is
/// needed (DOC-01). The archive is read by the strict reader, so a hostile one is refused before anything else.
public struct PackageCheck: Sendable {
  /// 不符 — one thing that is not as the manifest says.
  public struct Problem: Sendable, Equatable {
    /// What is wrong.
    public enum Fault: String, Sendable, CaseIterable {
      /// The file is in the manifest, not in the package.
      case missing
      /// The file is in the package, not in the manifest.
      case added
      /// The file has other bytes.
      case changed
      /// The manifest is signed by another key.
      case otherKey
      /// The manifest was changed after it was signed, or its signature was.
      case signature
    }

    /// Which file.
    public var path: String
    /// What is wrong with it.
    public var fault: Fault
  }

  /// What the package says of itself; nil where its signature does not hold, for then it says nothing.
  public private(set) var manifest: PackageManifest?
  /// What is wrong, in the order of the manifest; empty where the package is as it was made.
  public private(set) var problems: [Problem] = []

  /// A manifest of 200 000 photos is not larger.
  private static let mostBytes = 64 << 20

  /// Checks a package.
  /// - Parameters:
  ///   - path: the package.
  ///   - manifestPath: the manifest of a package that is one file; the signature stands beside it, `.sig` behind its name.
  ///     Nil for one that stands beside the package: `<package>.manifest.json`.
  /// - Throws: `FileError` where a file cannot be read, is hostile or damaged, or there is no manifest.
  public init(path: String, manifestPath: String? = nil, key: VerifyingKey) throws(FileError) {
    let source = try FileSource(path: path)
    let archive = try Self.archive(source)
    let beside = manifestPath ?? "\(path).manifest.json"
    if manifestPath == nil, let archive, let entry = archive.entry(PackageManifest.path) {
      let signature = try archive.entry(PackageManifest.signaturePath).map { entry throws(FileError) in
        try archive.bytes(entry, atMost: 1 << 10)
      }
      guard try take(archive.bytes(entry, atMost: Self.mostBytes), signature ?? [], key) else { return }
      try compare(archive)
    } else {
      if archive?.looksLikeWorkbook == false, manifestPath == nil {
        throw FileError(
          .damaged, at: source.name, zh: "压缩包里没有清单 \(PackageManifest.path)，无法校验。请重新取得数据包。",
          en: "The archive has no \(PackageManifest.path); it cannot be checked. Get the package again.")
      }
      let signature = try Self.bytes("\(beside).sig", atMost: 1 << 10)
      guard try take(Self.bytes(beside, atMost: Self.mostBytes), signature, key) else { return }
      try compare(source)
    }
  }

  /// Takes the manifest where its signature holds.
  private mutating func take(
    _ bytes: [UInt8], _ signature: [UInt8], _ key: VerifyingKey
  ) throws(FileError) -> Bool {
    guard key.isValid(signature, of: bytes) else {
      // Whose key it is is only claimed; it tells a wrong key file from a changed package.
      let claimed = try? PackageManifest(bytes)
      let isOther = claimed.map { $0.key != key.fingerprint } ?? false
      problems.append(Problem(path: PackageManifest.path, fault: isOther ? .otherKey : .signature))
      return false
    }
    manifest = try PackageManifest(bytes)
    return true
  }

  private mutating func compare(_ archive: ZIPArchive) throws(FileError) {
    let files = manifest?.files ?? []
    for file in files {
      guard let entry = archive.entry(file.path) else {
        problems.append(Problem(path: file.path, fault: .missing))
        continue
      }
      let hash = try Self.sha256(of: entry, in: archive)
      let isSame = entry.size == file.bytes && hash == file.sha256
      if !isSame { problems.append(Problem(path: file.path, fault: .changed)) }
    }
    let known = Set(files.map(\.path) + [PackageManifest.path, PackageManifest.signaturePath])
    for entry in archive.entries where !known.contains(entry.path) {
      problems.append(Problem(path: entry.path, fault: .added))
    }
  }

  private mutating func compare(_ source: FileSource) throws(FileError) {
    let file = manifest?.files.first
    let hash = try ContentHash.sha256(of: source)
    let isSame = source.count == file?.bytes && hash == file?.sha256
    if !isSame { problems.append(Problem(path: source.name, fault: .changed)) }
  }

  /// The file as an archive; nil where it is none.
  private static func archive(_ source: FileSource) throws(FileError) -> ZIPArchive? {
    guard try FileKind.of(source) == .zip else { return nil }
    return try ZIPArchive(source, limits: .photosMost, name: source.name)
  }

  private static func sha256(of entry: ZIPEntry, in archive: ZIPArchive) throws(FileError) -> String {
    let stream = try archive.stream(entry)
    let hash = ContentHash()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = try buffer.withUnsafeMutableBufferPointer { bytes throws(FileError) in
        try stream.read(into: UnsafeMutableRawBufferPointer(bytes))
      }
      if got == 0 { return hash.finish() }
      buffer.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[..<got])) }
    }
  }

  private static func bytes(_ path: String, atMost: Int) throws(FileError) -> [UInt8] {
    let source = try FileSource(path: path)
    guard source.count <= atMost else {
      throw FileError(
        .tooLarge, at: source.name, zh: "文件太大，不是清单或签名。请检查路径。",
        en: "The file is too large for a manifest or a signature. Check the path.")
    }
    var bytes = [UInt8](repeating: 0, count: source.count)
    let got = try bytes.withUnsafeMutableBufferPointer { buffer throws(FileError) in
      try source.read(at: 0, into: UnsafeMutableRawBufferPointer(buffer))
    }
    return Array(bytes[..<got])
  }
}
