import Glibc

/// 国标编码 — text in GB 18030, which old Windows programs and score files use; two-byte characters are GBK.
enum GBText {
  /// The bytes of `text` in GB 18030.
  static func bytes(_ text: String) -> [UInt8] {
    let converter = iconv_open("GB18030", "UTF-8")
    precondition(converter != iconv_t(bitPattern: -1), "the C library converts to GB 18030")
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map(CChar.init(bitPattern:))
    // Two bytes of UTF-8 become at most four.
    var output = [CChar](repeating: 0, count: input.count * 2 + 4)
    let written = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var next = source.baseAddress
        var left = source.count
        var place = target.baseAddress
        var room = target.count
        let status = iconv(converter, &next, &left, &place, &room)
        precondition(status != -1 && left == 0, "all of Unicode fits into GB 18030")
        return target.count - room
      }
    }
    return output[..<written].map(UInt8.init(bitPattern:))
  }
}
