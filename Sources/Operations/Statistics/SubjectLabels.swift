internal import ExamModel
internal import Exports
internal import Programmes

/// 行标题 — the columns and cells that say which site and subject a row is about.
struct SubjectLabels {
  private let sitting: OpenSitting
  private let hasSubjects: Bool

  init(_ sitting: OpenSitting, hasSubjects: Bool = true) {
    self.sitting = sitting
    self.hasSubjects = hasSubjects
  }

  var columns: [StatisticsTable.Column] {
    let site: [StatisticsTable.Column] = [
      .init("site", .text, zh: "考点", en: "site"), .init("siteName", .text, zh: "考点名称", en: "site name"),
    ]
    let subject: [StatisticsTable.Column] = [
      .init("subject", .text, zh: "科目", en: "subject"),
      .init("subjectName", .text, zh: "科目名称", en: "subject name"),
    ]
    return hasSubjects ? site + subject : site
  }

  func cells(site: String?, subject: String?) -> [StatisticsTable.Cell] {
    let siteName = site.flatMap { sitting.definition.organisation($0)?.name }
    let subjectName = subject.flatMap(sitting.subjectName)
    let texts = [site, siteName] + (hasSubjects ? [subject, subjectName] : [])
    return texts.map { $0.map(StatisticsTable.Cell.text) ?? .blank }
  }
}
