/// 日期文本 — dates as `YYYY-MM-DD`, with ` HH:MM:SS` where there is a time of day, or `HH:MM:SS` alone.
public enum DateText {
  /// Adds the date that a serial number stands for.
  /// - Parameter isTimeOnly: whether the cell's format shows a time of day and no date.
  /// - Returns: false, with nothing added, where the number is no date: negative, or after the year 9999.
  public static func append(
    serial: Double, isTimeOnly: Bool, system: DateSystem, to bytes: inout [UInt8]
  ) -> Bool {
    guard serial >= 0, serial < system.lastSerial + 1 else { return false }
    var days = Int(serial)
    var seconds = Int(((serial - Double(days)) * 86_400).rounded())
    if seconds == 86_400 {
      days += 1
      seconds = 0
    }
    guard Double(days) <= system.lastSerial else { return false }
    let hasDate = days > 0 || (system == .from1904 && !isTimeOnly)
    if hasDate { append(system.day(days), to: &bytes) }
    if hasDate, seconds > 0 { bytes.append(UInt8(ascii: " ")) }
    if !hasDate || seconds > 0 { appendTime(seconds, to: &bytes) }
    return true
  }

  /// Adds an ISO 8601 date, time or both, as cells of type `d` hold them; parts of a second and a zone are dropped.
  /// - Returns: false, with nothing added, where the text is none.
  public static func append(iso value: Span<UInt8>, to bytes: inout [UInt8]) -> Bool {
    let start = bytes.count
    var index = 0
    if value.count >= 10, value[4] == UInt8(ascii: "-") {
      guard fits(value, "dddd-dd-dd", at: 0) else { return false }
      value.extracting(0..<10).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
      index = 10
      if index == value.count { return true }
    }
    if index < value.count, value[index] == UInt8(ascii: "T") || value[index] == UInt8(ascii: " ") {
      index += 1
    }
    guard fits(value, "dd:dd:dd", at: index) else {
      bytes.removeSubrange(start...)
      return false
    }
    let isMidnight = "00:00:00".utf8.enumerated().allSatisfy { value[index + $0.offset] == $0.element }
    if start == bytes.count || !isMidnight {
      if start < bytes.count { bytes.append(UInt8(ascii: " ")) }
      value.extracting(index..<index + 8).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }
    return true
  }

  private static func append(_ date: CivilDate, to bytes: inout [UInt8]) {
    append(date.year / 100, to: &bytes)
    append(date.year % 100, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(date.month, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(date.day, to: &bytes)
  }

  private static func appendTime(_ seconds: Int, to bytes: inout [UInt8]) {
    append(seconds / 3_600, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(seconds / 60 % 60, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(seconds % 60, to: &bytes)
  }

  /// Two digits.
  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(48 + number / 10))
    bytes.append(UInt8(48 + number % 10))
  }

  /// Whether the text at `start` has this form, `d` standing for a digit.
  private static func fits(_ value: Span<UInt8>, _ form: StaticString, at start: Int) -> Bool {
    let count = form.utf8CodeUnitCount
    guard start + count <= value.count else { return false }
    for offset in 0..<count {
      let wanted = form.utf8Start[offset]
      let byte = value[start + offset]
      guard wanted == UInt8(ascii: "d") ? (48...57).contains(byte) : byte == wanted else { return false }
    }
    return true
  }
}
