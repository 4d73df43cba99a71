internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 考生准考证预生成 — the tickets that candidates download themselves, a PDF for each, made ahead once the arrangement is
/// over (DOC-04, ch. 36). What was printed on each is remembered, so that one that is out of date is known.
struct CandidateTicketsExport: DocumentExport {
  static let name = "candidate-tickets"
  static let title = Wording(zh: "考生准考证", en: "candidates' tickets")
  static let rule = "DOC-04"
  static let rules = DocumentRules(rule)
  static let options: Set<ExportOption> = []
  static let changesStore = true
  static let isWrittenAside = true

  static func refusal(_ readiness: EntryReadiness, _ context: ExportContext) -> Wording? {
    if context.sitting.siteSettings(context.site)?.candidatesPrintTickets != true {
      return Wording(
        zh: "\(context.site) 未启用“允许考生个人打印准考证”，不用预生成；请用 tickets-small 或 tickets-large 下发。",
        en:
          "\(context.site) does not let candidates print tickets; hand them out with tickets-small or tickets-large."
      )
    }
    let window = context.sitting.window(.arrangement, for: context.site)
    switch WindowState(of: window, at: context.now) {
    case .notSet, .closed: break
    case .open, .notYetOpen:
      let end = window?.end?.shortText
      return Wording(
        zh: "编排时间\(end.map { "到 \($0) " } ?? "还没有")结束，之前编排还会变。请届时再预生成。",
        en:
          "The arrangement may change until its window closes\(end.map { " at \($0)" } ?? ""). Make them then."
      )
    }
    return Preconditions.arranged(readiness, context) ?? Preconditions.ticketed(readiness, context)
  }

  static func write(
    _ context: ExportContext, to path: String, _ session: any Session
  ) throws -> ExportOutcome {
    let layout = try context.documentLayout(name)
    var drawn: [(entry: Int, digest: String)] = []
    var outcome = try DocumentPackage(name, .all, rules, context, session).write(to: path, session) {
      entry, record in
      drawn.append((entry, record.digest(layout, context)))
    }
    let made = drawn
    outcome.note = { session in
      try CandidateTicketTable.replace(
        made, sitting: context.sittingID, site: context.site, by: context.user,
        at: context.now.secondsSince1970, session)
    }
    return outcome
  }
}
