internal import ExamModel
internal import Operations
internal import Tabular

/// 数据包行 — what a person sees of a package.
struct PackageLines {
  private let item: PackageItem

  init(_ item: PackageItem) { self.item = item }

  func print(to console: Console) {
    let records = Wording(zh: "\(item.records) 条", en: "\(item.records) records")[console.language]
    console.print(
      "\(item.id)  \(item.madeAt)  \(item.package)  \(records)  \(item.bytes) B  \(item.sha256)")
    console.print("   " + notes.map { $0[console.language] }.joined(separator: console.separator))
  }

  private var notes: [Wording] {
    var notes = [freshness]
    switch item.file {
    case .present: break
    case .missing: notes.append(Wording(zh: "文件已不在原处", en: "its file was moved or deleted"))
    case .altered: notes.append(Wording(zh: "文件被改动过", en: "its file was changed"))
    }
    notes.append(Wording(zh: "已取 \(item.downloads) 次", en: "fetched \(item.downloads) times"))
    return notes
  }

  private var freshness: Wording {
    let since = Instant(item.madeAt)?.shortText ?? item.madeAt
    return switch item.freshness {
    case .upToDate: Wording(zh: "是最新的", en: "up to date")
    case .changed:
      item.changedOf == "batches"
        ? Wording(
          zh: "\(since) 之后有 \(item.changed) 个考场批次变化，请重新导出",
          en: "\(item.changed) batches of rooms changed since \(since); export it again")
        : Wording(
          zh: "\(since) 之后有 \(item.changed) 名考生变化，请重新导出",
          en: "\(item.changed) candidates changed since \(since); export it again")
    case .once: Wording(zh: "只生成一次，不比较", en: "made once, not compared")
    case .unknown: Wording(zh: "不知道此后有没有变化", en: "not known whether anything changed since")
    }
  }

  /// What became of a candidate.
  static func words(of change: PackageDetail.Change) -> Wording {
    switch change.change {
    case "added": return Wording(zh: "新增", en: "added")
    case "removed": return Wording(zh: "已不在数据中", en: "gone")
    default:
      let titles = change.fields.map { fieldTitles[$0] ?? Wording(zh: $0, en: $0) }
      return Wording(
        zh: "变化：" + titles.map(\.zh).joined(separator: "、"),
        en: "changed: " + titles.map(\.en).joined(separator: ", "))
    }
  }

  private static let fieldTitles: [String: Wording] = [
    "ticket": Wording(zh: "准考证号", en: "ticket number"),
    "registration": Wording(zh: "报名号", en: "registration number"),
    "name": Wording(zh: "姓名", en: "name"), "sex": Wording(zh: "性别", en: "sex"),
    "birthDate": Wording(zh: "出生日期", en: "birth date"), "ethnicity": Wording(zh: "民族", en: "ethnicity"),
    "education": Wording(zh: "文化程度", en: "education"),
    "documentType": Wording(zh: "证件类型", en: "document type"),
    "documentNumber": Wording(zh: "证件号码", en: "ID number"), "site": Wording(zh: "考点", en: "site"),
    "siteName": Wording(zh: "考点名称", en: "name of the site"),
    "department": Wording(zh: "院系", en: "department"), "major": Wording(zh: "专业", en: "major"),
    "studentNumber": Wording(zh: "学号", en: "student number"), "class": Wording(zh: "班级", en: "class"),
    "phone": Wording(zh: "联系电话", en: "phone"), "email": Wording(zh: "电子邮件", en: "e-mail"),
    "subject": Wording(zh: "科目", en: "subject"), "room": Wording(zh: "考场", en: "room"),
    "roomName": Wording(zh: "考场名称", en: "name of the room"),
    "roomAddress": Wording(zh: "考场地址", en: "address of the room"),
    "roomKind": Wording(zh: "考场类型", en: "kind of room"), "batch": Wording(zh: "批次", en: "batch"),
    "seat": Wording(zh: "座位", en: "seat"), "seats": Wording(zh: "座位数", en: "seats"),
    "examDate": Wording(zh: "考试日期", en: "exam date"),
    "starts": Wording(zh: "开始时间", en: "start"), "ends": Wording(zh: "结束时间", en: "end"),
    "score": Wording(zh: "成绩", en: "score"), "result": Wording(zh: "等第", en: "result"),
    "violation": Wording(zh: "违纪缺考", en: "violation or absence"),
    "violationNote": Wording(zh: "违纪说明", en: "note on the violation"),
    "certificate": Wording(zh: "证书编号", en: "certificate number"),
    "scoreRemarks": Wording(zh: "成绩备注", en: "remarks on the score"),
    "remarks": Wording(zh: "备注", en: "remarks"), "reason": Wording(zh: "原因", en: "reason"),
    "moment": Wording(zh: "时间", en: "moment"), "photo": Wording(zh: "照片", en: "photo"),
  ]
}

extension Console {
  /// What parts the items of a line.
  fileprivate var separator: String { language == .zh ? "；" : "; " }
}
