internal import Programmes
internal import Storage
internal import Tabular

/// 文档导出 — an export that is printed: a ZIP of PDFs, drawn by the layout of its name from the entries of a site.
protocol DocumentExport: ExportKind {
  /// The words of what is found.
  static var rules: DocumentRules { get }
  /// Which entries are printed.
  static var selection: EntryListing.Selection { get }
  /// Why it cannot be made while the entries are no further; nil where it can.
  static func refusal(_ readiness: EntryReadiness, _ context: ExportContext) -> Wording?
}

extension DocumentExport {
  static var options: Set<ExportOption> { [.order] }
  static var templates: [FindingTemplate] { rules.all }
  static var selection: EntryListing.Selection { .all }

  static func fileExtension(_ context: ExportContext) throws -> String {
    _ = try context.order(of: context.documentLayout(name))
    return "zip"
  }

  /// What the layout prints of each entry, and the name of the site.
  static func basis(_ context: ExportContext) throws -> PackageBasis? {
    let layout = try context.documentLayout(name)
    let values = DocumentValues(layout.fields, after: [.ticket, .name, .siteName], context).values
    return PackageBasis(
      PackageBasis.Records(selection),
      fields: values.map(\.rawValue) + (layout.hasPhotos ? ["photo"] : []))
  }

  static func refusal(_ context: ExportContext, _ session: any Session) throws -> Wording? {
    refusal(try EntryReadiness.read(sitting: context.sittingID, site: context.site, session), context)
  }

  /// Documents show seats and ticket numbers unless they say otherwise.
  static func refusal(_ readiness: EntryReadiness, _ context: ExportContext) -> Wording? {
    Preconditions.arranged(readiness, context) ?? Preconditions.ticketed(readiness, context)
  }

  static func write(
    _ context: ExportContext, to path: String, _ session: any Session
  ) throws -> ExportOutcome {
    try DocumentPackage(name, selection, rules, context, session).write(to: path, session)
  }
}
