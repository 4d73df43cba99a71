internal import ExamModel
internal import Files
internal import Foundation
internal import Programmes
public import Tabular

/// 清单 — what a package is and what it holds, as `manifest.json` says it; its signature vouches for every byte of it, and
/// by the hashes in it for every byte of the package (DOC-01).
public struct PackageManifest: Sendable, Codable, Equatable {
  /// 清单文件项 — one file of the package.
  public struct File: Sendable, Codable, Equatable {
    /// Its path in the package; the name of a package that is one file.
    public var path: String
    /// Its size in bytes.
    public var bytes: Int
    /// Its SHA-256, 64 hexadecimal digits.
    public var sha256: String

    /// One file.
    public init(path: String, bytes: Int, sha256: String) {
      self.path = path
      self.bytes = bytes
      self.sha256 = sha256
    }
  }

  /// The form of the manifest itself.
  public var format = 1
  /// The export kind.
  public var kind: String
  /// The sitting's code.
  public var sitting: String
  /// The site's code.
  public var site: String
  /// When the package was made, in Asia/Shanghai with its offset.
  public var madeAt: String
  /// Who made it.
  public var by: String
  /// How many records it holds.
  public var records: Int
  /// The program that made it, with its version.
  public var program: String
  /// The fingerprint of the key that signed it.
  public var key: String
  /// All files but the manifest and its signature, in their order.
  public var files: [File]

  /// Where the manifest stands in a ZIP.
  public static let path = "manifest.json"
  /// Where its signature stands in a ZIP.
  public static let signaturePath = "manifest.sig"

  /// Reads a manifest.
  /// - Throws: `.damaged` where the bytes are none.
  public init(_ bytes: [UInt8]) throws(FileError) {
    guard let manifest = try? JSONDecoder().decode(Self.self, from: Data(bytes)), manifest.format == 1 else {
      throw FileError(
        .damaged, at: Self.path, zh: "数据包清单读不出来，或由更新版本的程序写成。请重新取得数据包，或升级程序。",
        en: "The manifest cannot be read, or a newer program wrote it. Get the package again, or upgrade.")
    }
    self = manifest
  }

  init(_ seal: PackageSeal, _ context: ExportContext, records: Int, files: [File]) {
    kind = seal.kind
    sitting = context.sitting.id
    site = context.site
    madeAt = context.now.iso
    by = context.user
    self.records = records
    program = seal.program
    key = seal.key.verifyingKey.fingerprint
    self.files = files
  }

  /// The bytes that are signed: JSON with its keys in order, so that equal manifests have equal bytes.
  public var bytes: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
  }
}

/// 签名清单 — a manifest's bytes and their signature.
public struct SignedManifest: Sendable, Equatable {
  /// The manifest.
  public let manifest: [UInt8]
  /// 64 bytes.
  public let signature: [UInt8]

  /// A manifest and its signature.
  public init(manifest: [UInt8], signature: [UInt8]) {
    self.manifest = manifest
    self.signature = signature
  }
}
