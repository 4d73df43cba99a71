internal import ExamModel
internal import Storage
internal import Tabular

/// 1+X 按科目报考导入 — exactly the subjects that are named, for certificates whose candidates choose (VSL-03).
struct EntriesBySubjectImport: PlanEntryKind {
  static let name = "entries-by-subject"
  static let title = Wording(zh: "按科目报考导入", en: "entries by subject")

  let context: ImportContext
  let binding: FieldBinding
  let rowChecks: PlanEntryChecks

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
    rowChecks = PlanEntryChecks(context, binding: binding)
  }
}
