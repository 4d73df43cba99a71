internal import Files
internal import Programmes
internal import Storage
internal import Tabular
internal import ZIPFormat

/// 照片包 — the photos for the machine test: a ZIP with a folder named by the site's code (DOC-06).
///
/// The pictures are named by ticket number once every entry has one, and by identity number until then, for the package
/// needs the arrangement only; `--names` chooses.
struct PhotoPackageExport: ExportKind {
  static let name = "photo-package"
  static let title = Wording(zh: "照片包", en: "photo package")
  static let rule = "DOC-06"
  static let options: Set<ExportOption> = [.names]
  static let templates = [without, unfit, empty]

  private static let without = FindingTemplate(
    "DOC-06/missing", .warning,
    message: Wording(zh: "考生 {0} 没有照片，照片包中没有该考生。", en: "{0} has no photo and is not in the package."),
    advice: Wording(
      zh: "请导入照片，再重新生成。",
      en: "Import the photo and make the package again."))
  private static let unfit = FindingTemplate(
    "DOC-06/name", .warning,
    message: Wording(
      zh: "证件号码含有文件名不能有的字符，照片包中没有该考生。",
      en: "The ID number has characters that a file's name cannot have; the candidate is not in the package."),
    advice: Wording(zh: "请用 --names ticket 按准考证号命名。", en: "Use --names ticket."))
  private static let empty = TableRules.empty(rule)

  static func fileExtension(_ context: ExportContext) throws -> String { "zip" }

  static func basis(_ context: ExportContext) throws -> PackageBasis? {
    PackageBasis(.entries, fields: ["documentNumber", "ticket", "photo"])
  }

  static func refusal(_ context: ExportContext, _ session: any Session) throws -> Wording? {
    let readiness = try EntryReadiness.read(sitting: context.sittingID, site: context.site, session)
    if let wording = Preconditions.arranged(readiness, context) { return wording }
    return context.options.names == .ticket ? Preconditions.ticketed(readiness, context) : nil
  }

  static func write(
    _ context: ExportContext, to path: String, _ session: any Session
  ) throws -> ExportOutcome {
    var outcome = ExportOutcome(records: 0, findings: ExportFindings())
    try PhotoListing.forEachWithout(sitting: context.sittingID, site: context.site, session) { number, name in
      outcome.findings.add(
        Finding(without, at: Place(), value: "…" + number.suffix(4), arguments: [name]))
    }
    let readiness = try EntryReadiness.read(sitting: context.sittingID, site: context.site, session)
    let isTicketed = readiness.entries == readiness.ticketed
    let pictures =
      (context.options.names ?? (isTicketed ? .ticket : .id)) == .ticket
      ? PhotoListing.forEachTicket : PhotoListing.forEachCandidate

    let file = try WholeFile(path: path)
    let archive = PackageArchive(file, context)
    try archive.add("\(context.site)/", bytes: [])
    try pictures(context.sittingID, context.site, session) { picture in
      guard isFileName(picture.key) else {
        outcome.findings.add(Finding(unfit, at: Place(), value: "…" + picture.key.suffix(4)))
        return
      }
      let ending = picture.format == "jpeg" ? "jpg" : picture.format
      try archive.add(
        "\(context.site)/\(picture.key).\(ending)", bytes: picture.content, compression: .stored)
      outcome.records += 1
      try context.step(outcome.records, of: nil)
    }
    if outcome.records == 0 {
      let note = TableRules.empty(rule).message
      try archive.add("\(context.site)/empty.txt", bytes: Array((note.zh + "\n" + note.en + "\n").utf8))
      outcome.findings.add(Finding(empty, at: Place()))
    }
    outcome.manifest = try archive.finish(records: outcome.records)
    try file.finish()
    return outcome
  }

  /// Whether every system can have a file of the name.
  private static func isFileName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 120 && !text.hasPrefix(".")
      && text.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && $0.value != 0x7F && !"/\\:*?\"<>|".unicodeScalars.contains($0)
      }
  }
}
