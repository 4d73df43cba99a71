import ExamModel
import Tabular

extension SittingCheck {
  /// SET-08: the sitting's id, programme and number, its exam days and ages.
  mutating func checkIdentity() {
    if document.isRead("programme"), definition.programme != terms.programme {
      report(
        .otherProgramme, at: "programme", value: definition.programme,
        arguments: [definition.programme, terms.programme])
    }
    let numbers = SittingCode.numbers
    if document.isRead("number"), !numbers.contains(definition.number) {
      report(.wrongNumber, at: "number", value: String(definition.number))
    } else if ["sitting", "programme", "number"].allSatisfy(document.isRead) {
      let id = "\(definition.programme)-\(definition.number)"
      if definition.id != id {
        report(.wrongID, at: "sitting", value: definition.id, arguments: [definition.id, id], suggestion: id)
      }
    }
    if document.isRead("examDates"), definition.examDates.isEmpty {
      report(.noExamDates, at: "examDates")
    }
    if let ages = definition.ages, ages.least < 0 || ages.least > ages.most || ages.most > 150 {
      report(.wrongAges, at: "ages", arguments: [String(ages.least), String(ages.most)])
    }
  }
}

extension FindingTemplate {
  static let unknownProgramme = FindingTemplate(
    "SET-08.programme/unknown",
    message: Wording(zh: "没有考试项目“{0}”。", en: "There is no programme “{0}”."),
    advice: Wording(zh: "请改为以下之一：{1}。", en: "Use one of these: {1}."))

  static let otherProgramme = FindingTemplate(
    "SET-08.programme",
    message: Wording(
      zh: "文件属于考试项目 {0}，不是 {1}。", en: "The file belongs to the programme {0}, not to {1}."),
    advice: Wording(zh: "请检查是否选错了文件。", en: "Check that it is the right file."))

  static let wrongNumber = FindingTemplate(
    "SET-08.number",
    message: Wording(
      zh: "考次号应在 1–99 之间：准考证号中只有两位。",
      en: "The number of a sitting lies between 1 and 99: a ticket number has two digits for it."),
    advice: Wording(zh: "请填写考次号，如 58。", en: "Write the sitting's number, such as 58."))

  static let wrongID = FindingTemplate(
    "SET-08.id",
    message: Wording(
      zh: "考次标识 {0} 与考试项目和考次号不符，应为 {1}。",
      en: "The sitting's id {0} does not agree with its programme and number; it should be {1}."),
    advice: Wording(
      zh: "请把 sitting 改为 {1}，或更正 programme 和 number。",
      en: "Change sitting to {1}, or mend programme and number."))

  static let noExamDates = FindingTemplate(
    "SET-08.noExamDates",
    message: Wording(zh: "没有考试日期。", en: "There is no exam date."),
    advice: Wording(
      zh: "请列出每个考试日期，如 [2020-09-26, 2020-09-27]。",
      en: "List every exam date, such as [2020-09-26, 2020-09-27]."))

  static let wrongAges = FindingTemplate(
    "SET-08.ages",
    message: Wording(
      zh: "年龄范围 {0}–{1} 不成立：应在 0–150 之间，且下限不大于上限。",
      en: "The ages {0}–{1} are no range: they lie between 0 and 150, the least not above the most."),
    advice: Wording(zh: "请更正 least 和 most，如 6 和 80。", en: "Mend least and most, such as 6 and 80."))
}
