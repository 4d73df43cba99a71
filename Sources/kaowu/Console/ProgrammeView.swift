internal import ExamModel
internal import Imports
internal import Programmes
internal import Tabular

/// 项目视图 — a programme's definition as `kaowu programme show` prints it.
struct ProgrammeView: Encodable {
  struct Level: Encodable {
    var level: String
    var name: String
    var codeLength: Int
  }
  struct SubjectItem: Encodable {
    var code: String
    var name: String
    var level: String
    var minutes: Int
    var firstSitting: Int?
    var lastSitting: Int?
  }
  struct Column: Encodable {
    var field: String
    var heading: String
    var type: String
    var required: Bool
    var table: String?
  }
  struct Kind: Encodable {
    var kind: String
    var name: String
    var columns: [Column]
  }
  struct Export: Encodable {
    var kind: String
    var name: String
    var forms: [String]
  }
  struct Ages: Encodable {
    var least: Int
    var most: Int
  }

  let programme: String
  let name: String
  let levels: [Level]
  /// The level that approves stations; nil where sites need no approval.
  let stationsApprovedBy: String?
  /// The level that confirms payment applications; nil where there are none.
  let paymentsConfirmedBy: String?
  let ages: Ages
  let documents: [String]
  let ticket: String?
  let subjects: [SubjectItem]
  let imports: [Kind]
  let exports: [Export]

  init(_ definition: Programme) {
    programme = definition.id
    name = definition.name
    levels = definition.organisations.map {
      Level(level: $0.level, name: $0.name, codeLength: $0.codeLength)
    }
    stationsApprovedBy = definition.stationApprover?.level
    paymentsConfirmedBy = definition.paymentConfirmer?.level
    ages = Ages(least: definition.ages.lowerBound, most: definition.ages.upperBound)
    let table = definition.tables["document-type"]
    documents = definition.documents.map { code in
      table?.items.first { $0.code == code }?.name ?? code
    }
    ticket = definition.ticket?.pattern
    subjects = definition.subjects.map {
      SubjectItem(
        code: $0.code, name: $0.name, level: $0.level, minutes: $0.minutes, firstSitting: $0.firstSitting,
        lastSitting: $0.lastSitting)
    }
    imports = definition.layouts.sorted { $0.key < $1.key }.map { kind, layout in
      Kind(
        kind: kind, name: layout.sheet ?? ImportKinds.named(kind)?.title.zh ?? layout.name,
        columns: layout.columns.map(Column.init))
    }
    exports = definition.exports.sorted { $0.key < $1.key }.map { kind, layout in
      Export(kind: kind, name: layout.title, forms: layout.forms.map(\.rawValue))
    }
  }

  /// The definition for people, aligned.
  func lines(in language: Language) -> [String] {
    func words(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en)[language] }
    let comma = words("、", ", ")
    var facts = [
      [words("考试项目", "programme"), "\(name)（\(programme)）"],
      [words("机构层级", "levels"), levels.map { "\($0.name)" }.joined(separator: " → ")],
      [words("报考年龄", "ages"), words("\(ages.least)–\(ages.most) 岁", "\(ages.least)–\(ages.most)")],
      [words("证件类型", "documents"), documents.joined(separator: comma)],
    ]
    if let approver = levels.first(where: { $0.level == stationsApprovedBy }) {
      facts.append([words("站点批准", "stations"), words("由\(approver.name)批准", "approved by \(approver.name)")])
    }
    if let confirmer = levels.first(where: { $0.level == paymentsConfirmedBy }) {
      facts.append([
        words("缴费申请", "payment applications"),
        words("由\(confirmer.name)确认", "confirmed by \(confirmer.name)"),
      ])
    }
    if let ticket { facts.append([words("准考证号", "ticket number"), ticket]) }
    let subjectRows = subjects.map { subject in
      [
        subject.code, subject.name, words("\(subject.minutes) 分钟", "\(subject.minutes) min"),
        Self.sittings(subject, language),
      ]
    }
    var lines = Columns.lines(facts)
    lines.append(words("科目 \(subjects.count) 个：", "\(subjects.count) subjects:"))
    lines += Columns.lines(subjectRows, right: [2], indent: 2)
    lines.append(words("可导入（* 为必填）：", "can be imported (* is required):"))
    for kind in imports {
      let columns = kind.columns.map { $0.heading + ($0.required ? "*" : "") }.joined(separator: comma)
      let name = kind.name == kind.kind ? "" : "（\(kind.name)）"
      lines.append("  \(kind.kind)\(name)\(words("：", ": "))\(columns)")
    }
    guard !exports.isEmpty else { return lines }
    lines.append(words("可导出的表：", "tables that can be exported:"))
    return lines
      + Columns.lines(exports.map { [$0.kind, $0.name, $0.forms.joined(separator: " ")] }, indent: 2)
  }

  private static func sittings(_ subject: SubjectItem, _ language: Language) -> String {
    switch (subject.firstSitting, subject.lastSitting) {
    case (nil, nil): ""
    case (let first?, nil): Wording(zh: "第 \(first) 次起", en: "from sitting \(first)")[language]
    case (nil, let last?): Wording(zh: "至第 \(last) 次", en: "up to sitting \(last)")[language]
    case (let first?, let last?):
      Wording(zh: "第 \(first)–\(last) 次", en: "sittings \(first)–\(last)")[language]
    }
  }
}

extension ProgrammeView.Column {
  init(_ column: LayoutColumn) {
    self.init(
      field: column.field, heading: column.heading, type: column.type.rawValue, required: column.isRequired,
      table: column.table)
  }
}
