internal import ExamModel
internal import Storage
internal import Tabular

/// 证书领取确认单 — where those who fetch their certificate at the site sign for it (DOC-05, ch. 52). Those who get it by
/// post are not on it.
struct CertificateReceiptsExport: DocumentExport {
  static let name = "certificate-receipts"
  static let title = Wording(zh: "证书领取确认单", en: "certificate receipts")
  static let rule = "DOC-05"
  static let rules = DocumentRules(rule)
  static let window: WindowKind? = .postExamDownloads
  static let selection = EntryListing.Selection.receiving

  static func refusal(_ context: ExportContext, _ session: any Session) throws -> Wording? {
    try Preconditions.scored(context, session)
  }
}
