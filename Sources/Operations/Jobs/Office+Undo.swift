internal import ExamModel
internal import Imports
internal import Storage
public import Tabular

extension Office {
  /// 撤销导入 — takes a job back by value (REG-19): as a whole, or with `isPartial` what can be.
  /// - Returns: the three lists; where the state is `refused` nothing was changed.
  /// - Throws: `Refusal` where the job is none that can be taken back, or the window is shut.
  public func undoJob(
    _ id: Int, isPartial: Bool = false, isDryRun: Bool = false, in language: Language = .zh
  ) async throws -> UndoResult {
    let job = try await job(id, in: language)
    guard let kind = ImportKinds.named(job.kind) else { throw UnknownKind(name: job.kind) }
    guard job.state == JobState.done.rawValue, !job.dryRun else {
      throw Refusal(
        .precondition, rule: "REG-19",
        Wording(
          zh: "任务 \(id) 没有导入任何内容，或已经撤销，不能撤销。",
          en: "Job \(id) took nothing, or was taken back already: there is nothing to undo."))
    }
    if let refusal = kind.undoRefusal { throw Refusal(.precondition, rule: "REG-19", refusal) }
    let sitting = try await open(job.sitting)
    try sitting.requireChange(at: job.site, window: kind.window)
    try sitting.requireAnyWindow(whereSet: kind.windowsWhereSet, of: job.site)
    let context = ImportContext(sitting, site: job.site, options: ImportOptions())
    return try await database.write { session in
      if kind.record == .violation {
        try ViolationReturnGates(sitting, session).requireNothingSubmitted(around: job.site)
      }
      let undo = ImportUndo(kind, job: id, sitting: sitting.id, session)
      let result = UndoResult(
        job: id, isPartial: isPartial, isDryRun: isDryRun, try undo.items(context), language)
      if !isDryRun, result.state != UndoResult.refusedState {
        try undo.reverse(by: sitting.user.name, at: sitting.now)
        try kind.settleUndo(context, session)
        _ = try JobTable.markUndone(id, session)
      }
      return result
    }
  }
}
