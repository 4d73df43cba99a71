import Foundation
import Operations
import Tabular
import TestKit

/// A PDF out of a package, and what can be seen of it.
struct PrintedDocument {
  let bytes: [UInt8]

  /// How many pages it has: Cairo writes one line of this kind for each.
  var pages: Int {
    String(decoding: bytes, as: Unicode.ASCII.self).components(separatedBy: "/Type /Page %").count - 1
  }

  func holds(_ part: [UInt8]) -> Bool { Data(bytes).range(of: Data(part)) != nil }

  /// Whether the programs that read PDFs are there.
  static let canBeRead = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")

  /// The text of a page, blanks and line breaks apart.
  func text(ofPage page: Int) throws -> String {
    let shown = try output(of: "pdftotext", ["-f", "\(page)", "-l", "\(page)", "-layout"], to: "-")
    return shown.filter { !$0.isWhitespace }
  }

  /// The lines that `pdffonts` prints of its fonts.
  func fonts() throws -> [Substring] {
    try output(of: "pdffonts", [], to: nil).split(separator: "\n").dropFirst(2).map { $0 }
  }

  private func output(of program: String, _ arguments: [String], to: String?) throws -> String {
    let path = NSTemporaryDirectory() + UUID().uuidString + ".pdf"
    try Data(bytes).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try OtherProgram.run([program] + arguments + [path] + (to.map { [$0] } ?? [])).text
  }
}

extension ExportResult {
  /// A PDF of the package.
  func document(_ name: String) throws -> PrintedDocument { PrintedDocument(bytes: try bytes(of: name)) }
}
