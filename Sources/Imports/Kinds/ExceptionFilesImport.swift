internal import Storage
internal import Tabular

/// 机考系统异常文件上传 — a site sends the files of a machine-test system that went wrong, for the office above to process (NCRE ch. 49;
/// EXC-01).
struct ExceptionFilesImport: SiteFileKind {
  static let name = "exception-files"
  static let title = Wording(zh: "机考系统异常文件上传", en: "exception files")
  static let firstState = SiteFileState.notStarted
  static let waitsForProcessing = false

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
