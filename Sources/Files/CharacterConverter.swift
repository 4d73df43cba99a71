import Glibc

/// 字符集转换器 — turns single characters from one charset of the C library into another, strictly: what the other
/// charset does not have is nil, never a look-alike. Made for filling tables; text is then converted by the
/// table.
public struct CharacterConverter: ~Copyable {
  private let handle: iconv_t

  /// A converter between two charsets by their iconv names (`GBK`, `GB18030`, `UTF-32LE`).
  /// - Returns: nil where the C library of this machine lacks one of them.
  public init?(from: String, to: String) {
    guard let handle = iconv_open(to, from), handle != iconv_t(bitPattern: -1) else { return nil }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// Converts all of `bytes`, which must be whole characters.
  /// - Returns: the number of bytes put into `output`; nil where the input is not valid, a character is not
  ///   in the other charset, or `output` is too small.
  public func convert(_ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Int? {
    iconv(handle, nil, nil, nil, nil)
    var from = UnsafeMutablePointer(mutating: bytes.bindMemory(to: CChar.self).baseAddress)
    var to = output.bindMemory(to: CChar.self).baseAddress
    var fromLeft = bytes.count
    var toLeft = output.count
    guard iconv(handle, &from, &fromLeft, &to, &toLeft) == 0 else { return nil }
    return output.count - toLeft
  }

  /// The bytes of one code, most significant first, in a charset of scalars (`to: "UTF-32LE"`).
  /// - Returns: the scalar's value; nil where the code stands for none, or for several.
  public func scalar(of code: UInt32, length: Int) -> UInt32? {
    var input = (code << UInt32(8 * (4 - length))).bigEndian
    var output: UInt32 = 0
    let produced = withUnsafeMutableBytes(of: &output) { output in
      withUnsafeBytes(of: &input) {
        convert(UnsafeRawBufferPointer(rebasing: $0.prefix(length)), into: output)
      }
    }
    return produced == 4 ? UInt32(littleEndian: output) : nil
  }

  /// The bytes of one scalar in another charset (`from: "UTF-32LE"`), the first in the lowest eight bits.
  /// - Returns: up to four bytes; nil where the charset does not have the character.
  public func code(of scalar: UInt32) -> UInt32? {
    var input = scalar.littleEndian
    var output: UInt32 = 0
    let produced = withUnsafeMutableBytes(of: &output) { output in
      withUnsafeBytes(of: &input) { convert($0, into: output) }
    }
    return produced == nil ? nil : UInt32(littleEndian: output)
  }
}
