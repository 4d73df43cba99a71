public import Files

/// 封印 — what the manifests of packages are signed with, and what they say of the program that makes them.
public struct PackageSeal: Sendable {
  /// The store's key.
  public let key: SigningKey
  /// The export kind's name.
  public let kind: String
  /// The program with its version.
  public let program: String

  /// A seal.
  public init(key: SigningKey, kind: String, program: String) {
    self.key = key
    self.kind = kind
    self.program = program
  }

  /// The manifest of a package, signed.
  public func manifest(
    of files: [PackageManifest.File], records: Int, _ context: ExportContext
  ) throws -> SignedManifest {
    let manifest = try PackageManifest(self, context, records: records, files: files).bytes
    return SignedManifest(manifest: manifest, signature: try key.sign(manifest))
  }
}
