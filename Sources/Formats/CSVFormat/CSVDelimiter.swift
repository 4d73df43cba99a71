/// 分隔符 — what stands between the fields of a CSV file.
public enum CSVDelimiter: UInt8, Sendable, CaseIterable {
  /// `,`, as RFC 4180 has it.
  case comma = 0x2C
  /// A tab, as in Excel's "Unicode text" and in text copied from a sheet.
  case tab = 0x09
  /// `;`, as Excel writes where the comma is the decimal sign.
  case semicolon = 0x3B
}
