internal import Storage
internal import Tabular

/// 机考模拟考试报告上传 — a site sends the report file of its mock exam, which is checked while it is taken in; another one waits until
/// none is being processed (NCRE ch. 48; MOC-01).
struct MockReportImport: SiteFileKind {
  static let name = "mock-report"
  static let title = Wording(zh: "机考模拟考试报告上传", en: "mock-exam reports")
  static let firstState = SiteFileState.done
  static let waitsForProcessing = true

  let context: ImportContext
  private let file: SiteFileImport

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    file = SiteFileImport(kind: Self.self, context: context)
  }

  func match(_ session: any Session) throws { try file.match(session) }

  func judgeWhole(_ session: any Session) throws -> [Finding] { try file.judgeWhole(session) }

  func merge(_ session: any Session, job: Int) throws { try file.merge(session, job: job) }
}
