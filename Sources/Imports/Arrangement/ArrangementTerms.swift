public import ExamModel
public import Programmes
public import Storage

/// 编排条件 — batches and subjects of a site as the arrangement sees them: for arrangements that are made here and for those that
/// are made elsewhere (ARR-03, ARR-07).
public enum ArrangementTerms {
  /// A batch. Room numbers are digits, dates are whole: the import of rooms sees to both.
  public static func batch(_ record: RoomBatchRecord) -> ArrangementProblem.Batch {
    ArrangementProblem.Batch(
      room: Int(record.room) ?? 0, number: record.batch, kind: record.kind,
      day: CalendarDate(record.examDate)?.dayNumber ?? 0, start: record.starts, end: record.ends,
      seats: record.seats)
  }

  /// Subjects, on the days on which the site offers them, with the time that they take. A subject of an exam plan has
  /// the plan's days too, and needs the kind of room in which subjects of its kind are examined.
  public static func subjects(
    _ codes: [String], site: String, _ sitting: SittingDefinition, _ programme: Programme
  ) -> [ArrangementProblem.Subject] {
    let offers = sitting.subjects(for: site)
    return codes.map { code in
      let days = offers[code]?.dates.map(\.dayNumber) ?? []
      let plan = sitting.planSubject(code)
      return ArrangementProblem.Subject(
        code: code, days: days.filter { plan?.isExamined(onDay: $0) ?? true }.map { $0...$0 },
        kind: plan.flatMap { programme.roomKinds[$0.kind] },
        minutes: programme.subject(code, inSitting: sitting.number)?.minutes)
    }
  }
}
