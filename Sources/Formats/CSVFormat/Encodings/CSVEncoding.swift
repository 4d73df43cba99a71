/// 文本编码 — how the characters of a CSV file are written as bytes. The raw value is the name that people are
/// shown.
public enum CSVEncoding: String, Sendable, CaseIterable {
  /// UTF-8 without a mark.
  case utf8 = "UTF-8"
  /// UTF-8 that begins with the byte order mark, as Excel wants it.
  case utf8BOM = "UTF-8 BOM"
  /// UTF-16, low byte first; written with a mark, read with and without.
  case utf16LE = "UTF-16LE"
  /// UTF-16, high byte first; written with a mark, read with and without.
  case utf16BE = "UTF-16BE"
  /// GB 18030, and with it GBK and GB 2312. The lone byte 0x80 is read as the euro sign, as Windows writes
  /// it.
  case gb18030 = "GB 18030"
}
