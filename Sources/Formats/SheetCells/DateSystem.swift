/// 日期系统 — what day the serial numbers of a workbook count from.
public enum DateSystem: Sendable {
  /// Serial 1 is 1900-01-01, and serial 60 is 1900-02-29, a day that never was: every program keeps that mistake.
  case from1900
  /// Serial 0 is 1904-01-01: workbooks from old Macs.
  case from1904

  /// The last serial that is a date: 9999-12-31.
  var lastSerial: Double { self == .from1900 ? 2_958_465 : 2_957_003 }

  /// The day of a whole serial number.
  func day(_ serial: Int) -> CivilDate {
    switch self {
    case .from1904: CivilDate(daysSince1970: serial - 24_107)
    case .from1900 where serial == 60: CivilDate(year: 1900, month: 2, day: 29)
    case .from1900: CivilDate(daysSince1970: serial - (serial > 60 ? 25_569 : 25_568))
    }
  }
}
