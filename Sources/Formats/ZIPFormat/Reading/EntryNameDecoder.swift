import Glibc
import Tabular

/// 条目名解码 — turns an entry's name into a path: decoded first, split afterwards, because the second byte of a
/// GBK character may be `\` or `|` (`陳錦誠.xlsx`); then judged (PHO-07).
final class EntryNameDecoder {
  /// nil where the system lacks the conversion.
  private let converter: iconv_t?

  init() {
    let opened = iconv_open("UTF-8", "GB18030")
    converter = opened == iconv_t(bitPattern: -1) ? nil : opened
  }

  deinit {
    if let converter { iconv_close(converter) }
  }

  /// The path, its parts joined by `/`.
  /// - Throws: `.damaged` for a name that cannot be decoded, `.tooLarge` for a long one, `.hostile` for a
  ///   path trick.
  func path(
    of bytes: ArraySlice<UInt8>, isUTF8: Bool, limits: ZIPLimits, at place: String
  ) throws(FileError) -> String {
    guard bytes.count <= limits.nameBytes else {
      throw FileError(
        .tooLarge, at: place, zh: "条目名长 \(bytes.count) 字节，最多允许 \(limits.nameBytes) 字节。请改短文件名后重新打包。",
        en: "The entry's name has \(bytes.count) bytes; at most \(limits.nameBytes) are allowed. Shorten it.")
    }
    guard let name = String(validating: bytes, as: UTF8.self) ?? (isUTF8 ? nil : fromGB18030(bytes)) else {
      throw FileError(
        .damaged, at: place, zh: "条目名既不是 UTF-8 也不是 GB 18030 编码，无法辨认。请改名后重新打包。",
        en: "The entry's name is neither UTF-8 nor GB 18030 and cannot be read. Rename it and pack again.")
    }
    let path = name.utf8.contains(UInt8(ascii: "\\")) ? withSlashes(name) : name
    if let trick = PathTrick.in(path) {
      throw FileError(
        .hostile, at: place, zh: "条目名\(trick.wording.zh)，整个压缩包不予读取。请用常见压缩软件重新打包。",
        en:
          "The entry's name \(trick.wording.en); the archive is refused. Use a common archiver."
      )
    }
    return path
  }

  /// Old Windows archivers join the parts of a path by backslashes.
  private func withSlashes(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.map { $0 == "\\" ? "/" : $0 }))
  }

  private func fromGB18030(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let converter else { return nil }
    iconv(converter, nil, nil, nil, nil)
    // Two bytes of GBK become three of UTF-8, four bytes of GB 18030 become at most four.
    var output = [UInt8](repeating: 0, count: bytes.count * 2 + 8)
    var input = bytes.map { CChar(bitPattern: $0) }
    let capacity = output.count
    let left = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBytes { output -> Int? in
        var from = input.baseAddress
        var fromLeft = input.count
        var to = output.bindMemory(to: CChar.self).baseAddress
        var toLeft = output.count
        return iconv(converter, &from, &fromLeft, &to, &toLeft) == -1 ? nil : toLeft
      }
    }
    guard let left else { return nil }
    return String(validating: output[..<(capacity - left)], as: UTF8.self)
  }
}
