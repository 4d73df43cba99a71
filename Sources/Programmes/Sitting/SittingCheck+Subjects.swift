import ExamModel
import Tabular

extension SittingCheck {
  /// SET-02: what provinces offer are subjects of the programme, on exam days, inside what is offered above them.
  mutating func checkOffers() {
    for (code, subjects) in Self.sorted(definition.offers) {
      let path = "subjects.\(code)"
      guard isKnown(code) else {
        report(.unknownOrganisation, at: path, value: code, arguments: [code])
        continue
      }
      let above = terms.levels.parent(of: code).flatMap(definition.subjectsAbove)
      check(subjects, of: code, at: path, above: above)
    }
  }

  /// SET-02: the subjects of one organisation.
  /// - Parameter above: what is offered above it; nil where nothing bounds it.
  mutating func check(
    _ subjects: [String: SubjectOffer], of code: String, at path: String, above: [String: SubjectOffer]?
  ) {
    for (subject, offer) in Self.sorted(subjects) {
      let path = "\(path).\(subject)"
      guard checkSubject(subject, at: path) else { continue }
      for date in offer.dates where !definition.examDates.contains(date) && document.isRead("examDates") {
        report(.noExamDay, at: path, value: date.iso, arguments: [date.iso])
      }
      guard let above, !isUnreadAbove(code, in: "subjects", key: subject) else { continue }
      guard let outer = above[subject] else {
        report(.notOfferedAbove, at: path, value: subject, arguments: [subject])
        continue
      }
      let outside = offer.dates.filter { !outer.dates.contains($0) }
      if !outside.isEmpty {
        report(
          .datesOutside, at: path,
          arguments: [outside, outer.dates].map { $0.map(\.iso).joined(separator: ", ") })
      }
    }
  }

  /// SET-06: fees belong to organisations there are, and name subjects of the programme.
  mutating func checkFees() {
    for (code, fees) in Self.sorted(definition.fees) {
      let path = "fees.\(code)"
      guard isKnown(code) else {
        report(.unknownOrganisation, at: path, value: code, arguments: [code])
        continue
      }
      checkFee(fees.person, at: "\(path).person")
      checkFee(fees.subject, at: "\(path).subject")
      for (subject, fen) in Self.sorted(fees.subjects) {
        let path = "\(path).subjects.\(subject)"
        if checkSubject(subject, at: path) { checkFee(fen, at: path) }
      }
    }
  }

  /// Whether the programme has a subject in this sitting; a finding where not.
  mutating func checkSubject(_ subject: String, at path: String) -> Bool {
    if terms.subjects.contains(subject) { return true }
    let known = terms.subjects
    report(
      .unknownSubject, at: path, value: subject, arguments: [subject, definition.id],
      suggestion: NearMatch.of(subject, in: known))
    return false
  }

  private mutating func checkFee(_ fen: Int, at path: String) {
    let yuan = Hundredths(value: fen)
    if !(0...9_999_999).contains(fen) { report(.wrongFee, at: path, value: yuan.description) }
  }
}

extension FindingTemplate {
  static let unknownSubject = FindingTemplate(
    "SET-02.subject",
    message: Wording(zh: "考次 {1} 没有科目 {0}。", en: "The sitting {1} has no subject {0}."),
    advice: Wording(
      zh: "请更正科目代码；代码按文字填写，如 \"14\"。", en: "Mend the subject's code, written as text such as \"14\"."))

  static let noExamDay = FindingTemplate(
    "SET-02.examDay",
    message: Wording(zh: "{0} 不是考试日期。", en: "{0} is no exam date."),
    advice: Wording(zh: "请改为 examDates 中的日期。", en: "Use a date of examDates."))

  static let notOfferedAbove = FindingTemplate(
    "SET-02.province",
    message: Wording(zh: "上级没有开考科目 {0}。", en: "The subject {0} is not offered above."),
    advice: Wording(
      zh: "请在这里删除它，或先在 subjects 中为上级开考。",
      en: "Remove it here, or let the organisation above offer it in subjects first."))

  static let datesOutside = FindingTemplate(
    "SET-02.dates",
    message: Wording(zh: "{0} 不在上级的考试时间范围（{1}）内。", en: "{0} lies outside the days offered above ({1})."),
    advice: Wording(zh: "请缩小到上级的范围之内。", en: "Keep to the days offered above."))

  static let wrongFee = FindingTemplate(
    "SET-06.amount",
    message: Wording(
      zh: "费用应在 0.00–99999.99 元之间。", en: "A fee lies between 0.00 and 99999.99 yuan."),
    advice: Wording(zh: "请更正金额，单位是元。", en: "Mend the amount; it is in yuan."))
}
