internal import ExamModel
internal import Files
internal import Programmes
internal import Storage
internal import Tabular

/// 通行证账号 — an account with a random one-time password for each new e-mail address of the site's collective
/// registrations (REG-13). The password is in this file and nowhere else: an address that was handed out once is left out
/// from then on, unless all are asked for, who then get new passwords.
struct AccountsExport: ExportKind {
  static let name = "accounts"
  static let title = Wording(zh: "通行证账号", en: "accounts")
  static let rule = "REG-13"
  static let options: Set<ExportOption> = [.encoding, .all]
  static let templates = [empty]
  static let changesStore = true

  private static let empty = TableRules.empty(rule)

  static func fileExtension(_ context: ExportContext) throws -> String {
    try context.form(of: context.layout(name)).rawValue
  }

  static func basis(_ context: ExportContext) throws -> PackageBasis? {
    // Whoever is in it got a password that is nowhere else: there is nothing that would be up to date.
    nil
  }

  static func refusal(_ context: ExportContext, _ session: any Session) throws -> Wording? { nil }

  static func write(
    _ context: ExportContext, to path: String, _ session: any Session
  ) throws -> ExportOutcome {
    let layout = try context.layout(name)
    try AccountTable.choose(
      sitting: context.sittingID, site: context.site, includesKnown: context.options.includesAll, session)
    let trail = TrailWriter(
      session, by: context.user, at: context.now.secondsSince1970, sitting: context.sittingID)
    try AccountTable.record(
      sitting: context.sittingID, site: context.site, by: context.user, at: context.now.secondsSince1970,
      trail,
      session)
    try trail.finish()

    let file = try WholeFile(path: path)
    var password = OneTimePassword()
    let count = try CSVTable.write(layout, context, to: file) { take in
      let texts = layout.columns.map { ColumnText($0, context) }
      var number = 0
      try AccountTable.forEach(session) { owner in
        number += 1
        let secret = password.next()
        let values = try layout.columns.map { column in
          try value(of: column, owner, number, secret, in: layout, context)
        }
        try take(zip(texts, values).map { $0.text($1) })
      }
    }
    try file.finish()
    var outcome = ExportOutcome(records: count, findings: ExportFindings())
    if count == 0 { outcome.findings.add(Finding(empty, at: Place())) }
    return outcome
  }

  private static func value(
    of column: ExportColumn, _ owner: AccountOwner, _ number: Int, _ password: String,
    in layout: ExportLayout,
    _ context: ExportContext
  ) throws(FileError) -> String {
    switch column.source {
    case .number: String(number)
    case .email: owner.email
    case .name: owner.name
    case .documentNumber: owner.documentNumber
    case .site: context.site
    case .siteName: context.sitting.organisation(context.site)?.name ?? ""
    case .password: password
    default:
      throw FileError(
        .damaged, at: "exports/\(layout.name).yaml",
        zh: "“\(column.heading)”取值 \(column.source.rawValue)，账号没有这个值。请改正导出定义。",
        en: "“\(column.heading)” is filled from \(column.source.rawValue), which an account does not have.")
    }
  }
}
