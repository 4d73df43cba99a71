import ExamModel
import Tabular

extension SittingReader {
  /// The subjects that somebody offers, by their codes, each with its days (SET-02).
  ///
  /// Two dates are the first and the last day and stand for every exam day between them (考试时间范围); one date, or
  /// more than two, are just those days.
  mutating func subjects(
    _ node: DocumentNode, at path: String, examDates: [CalendarDate]
  ) -> [String: SubjectOffer]? {
    guard let fields = fields(node, at: path) else { return nil }
    var subjects: [String: SubjectOffer] = [:]
    for pair in fields.pairs {
      let path = fields.path(of: pair.key)
      guard let dates = dates(pair.value, at: path) else { continue }
      if dates.isEmpty {
        report(.noDates, at: path, line: pair.value.line)
      } else if dates.count == 2, dates[0] > dates[1] {
        report(.datesReversed, at: path, line: pair.value.line, arguments: dates.map(\.iso))
      } else if dates.count == 2 {
        let between = examDates.filter { $0 > dates[0] && $0 < dates[1] }
        subjects[pair.key] = SubjectOffer(dates: dates + between)
      } else {
        subjects[pair.key] = SubjectOffer(dates: dates)
      }
    }
    return subjects
  }

  /// Fees in yuan, kept in fen (SET-06).
  mutating func feeTable(_ node: DocumentNode, at path: String) -> FeeTable? {
    guard let fields = fields(node, at: path, known: ["person", "subject", "subjects"]) else { return nil }
    let person = fen("person", of: fields, isRequired: true)
    let subject = fen("subject", of: fields, isRequired: true)
    let subjects = coded("subjects", of: fields) { reader, node, path in
      reader.value(node, at: path, form: .money) { Hundredths($0)?.value }
    }
    guard let person, let subject else { return nil }
    return FeeTable(person: person, subject: subject, subjects: subjects)
  }
}

extension FindingTemplate {
  static let noDates = FindingTemplate(
    "SET-02.noDates",
    message: Wording(zh: "开考科目没有考试日期。", en: "A subject is offered on no day."),
    advice: Wording(
      zh: "请写上首日和末日，如 [2020-09-26, 2020-09-28]；不开考时请删除这个科目。",
      en: "Write the first and the last day, such as [2020-09-26, 2020-09-28]; not to offer it, remove it."))

  static let datesReversed = FindingTemplate(
    "SET-02.order",
    message: Wording(zh: "首日 {0} 晚于末日 {1}。", en: "The first day {0} lies after the last day {1}."),
    advice: Wording(zh: "请把较早的日期写在前面。", en: "Write the earlier day first."))
}
