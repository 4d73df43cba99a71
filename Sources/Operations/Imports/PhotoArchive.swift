internal import Exports
internal import Files
internal import Imports
internal import Tabular
internal import ZIPFormat

/// 照片包 — the pictures of a ZIP, each by its entry's place in it. Folders and litter are passed over; an archive inside
/// the archive refuses the whole of it (PHO-07).
struct PhotoArchive: PictureSource {
  /// The entries that stand for a picture, in the order of the directory.
  let entries: [ZIPEntry]
  private let archive: ZIPArchive
  /// What is larger is said to be too large without being read.
  private static let mostBytes = 20 << 20

  init(_ file: FileSource) throws(FileError) {
    archive = try ZIPArchive(file, limits: .photos, name: file.name)
    // A photo package comes back as it went out: its manifest is no picture.
    let ownPaths = [PackageManifest.path, PackageManifest.signaturePath]
    entries = archive.entries.filter { !$0.isFolder && !$0.isLitter && !ownPaths.contains($0.path) }
    guard !archive.looksLikeWorkbook else {
      throw FileError(
        .wrongKind, at: file.name, zh: "这是工作簿，不是照片包。请把照片压缩成 ZIP 再上传。",
        en: "This is a workbook, not a ZIP of photos.")
    }
  }

  func picture(_ number: Int) throws(FileError) -> [UInt8]? {
    let entry = archive.entries[number - 1]
    do throws(FileError) {
      guard entry.size <= Self.mostBytes else {
        try requireNoArchive(entry, try archive.kind(of: entry))
        return nil
      }
      let bytes = try archive.bytes(entry, atMost: Self.mostBytes)
      try requireNoArchive(entry, FileKind.of(first: bytes))
      return bytes
    } catch {
      // Whatever is wrong with one entry, an archive in another one is the graver thing to say.
      try requireNoArchives()
      throw error
    }
  }

  private func requireNoArchives() throws(FileError) {
    for entry in entries { try requireNoArchive(entry, try archive.kind(of: entry)) }
  }

  private func requireNoArchive(_ entry: ZIPEntry, _ kind: FileKind) throws(FileError) {
    guard [.zip, .rar, .sevenZip, .gzip].contains(kind) else { return }
    throw FileError(
      .hostile, at: "\(archive.name)/\(entry.path)", zh: "照片包里还有压缩包，整包拒收。请直接压缩照片文件。",
      en: "The ZIP of photos holds another archive and is refused. Pack the photos themselves.")
  }
}
