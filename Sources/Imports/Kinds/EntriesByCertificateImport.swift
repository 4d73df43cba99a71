internal import ExamModel
internal import Storage
internal import Tabular

/// 1+X 按证书报考导入 — all subjects of a certificate that the plan has for the candidate (VSL-03).
struct EntriesByCertificateImport: PlanEntryKind {
  static let name = "entries-by-certificate"
  static let title = Wording(zh: "按证书报考导入", en: "entries by certificate")

  let context: ImportContext
  let binding: FieldBinding
  let rowChecks: PlanEntryChecks

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
    rowChecks = PlanEntryChecks(context, binding: binding)
  }
}
