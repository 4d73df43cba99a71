internal import ExamModel
public import Exports
internal import Files
internal import Foundation
internal import Storage
public import Tabular

/// 统计种类 — the statistics that are made of what is stored. They are never gated by windows (WIN-05).
public enum StatisticsKind: String, Sendable, CaseIterable {
  /// 报考统计 (STA-01).
  case registration
  /// 支付统计 (STA-01).
  case payment
  /// 考生统计 (STA-01).
  case candidates
  /// 科目容量统计 (STA-01).
  case capacity
  /// 编排统计 (chapter 31).
  case arrangement
  /// 考场统计 (chapter 33).
  case rooms
  /// 下载统计 (STA-01).
  case downloads
  /// 考生下载准考证统计 (DOC-04).
  case ticketDownloads
  /// 违规分类统计 (VIO-03).
  case violations
  /// 成绩统计 (SCO-08).
  case scores
}

extension Office {
  /// 统计 — the figures of an organisation and those below it, of one snapshot. For an organisation outside the user's
  /// scope there is nothing to count (ORG-02).
  /// - Parameter organisation: a site, or an organisation above sites; nil for all that the user may see.
  /// - Throws: `Refusal` where there is no such sitting, or the programme has nothing of the kind; `StoreError`.
  public func statistics(
    _ kind: StatisticsKind, sitting code: String, organisation: String? = nil
  ) async throws -> StatisticsTable {
    let sitting = try await open(code)
    let asked = organisation ?? sitting.user.organisation
    let visible = sitting.sees(asked) ? asked : nil
    return try await database.read { session in
      switch kind {
      case .registration: try RegistrationStatistics(sitting).table(of: visible, session)
      case .payment: try FigureTable.payment.table(sitting, of: visible, session)
      case .candidates: try FigureTable.candidates.table(sitting, of: visible, session)
      case .capacity: try CapacityStatistics(sitting).table(of: visible, session)
      case .arrangement: try FigureTable.arrangement.table(sitting, of: visible, session)
      case .rooms: try RoomStatistics(sitting).table(of: visible, session)
      case .downloads: try DownloadStatistics(sitting).table(of: visible, session)
      case .ticketDownloads: try TicketDownloadStatistics(sitting).table(of: visible, session)
      case .violations: try FigureTable.violations(sitting.programme).table(sitting, of: visible, session)
      case .scores: try ScoreStatistics(sitting).table(of: visible, session)
      }
    }
  }

  /// Writes a statistic as a workbook.
  /// - Throws: `.disk` where the disk fails; nothing appears then.
  public func write(_ table: StatisticsTable, to path: String, language: Language) throws(FileError) {
    try StatisticsWorkbook(table, language: language, created: now.secondsSince1970).write(to: path)
  }
}
