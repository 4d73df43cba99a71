internal import Files
internal import Foundation

extension Office {
  /// 夜间任务 — takes the whole files of a drop folder in the order of their names, each content once, and moves each to
  /// `done` or `failed` (SCO-09). Files that are not whole yet are waited for as long as the request says, and left
  /// where they are if they change meanwhile. One file never stops the others; only the store and the disk do.
  ///
  /// Cancelling the task ends the run after the file that is being taken.
  /// - Throws: `FileError` where the folder cannot be opened or made ready, a `Refusal` where another nightly job has it.
  ///   What happens later stands in the summary.
  public func nightly(_ request: NightlyRequest) async throws -> NightlySummary {
    let run = try NightlyRun(self, request)
    let summary = await run.once()
    return try run.noted(summary)
  }

  /// 守候 — the same again and again until the task is cancelled or the store or the disk fails.
  /// - Parameters:
  ///   - seconds: how long to wait between two looks.
  ///   - tell: is told of each look that took or refused something.
  /// - Returns: everything together.
  public func watch(
    _ request: NightlyRequest, every seconds: Double, tell: @Sendable (NightlySummary) -> Void
  ) async throws -> NightlySummary {
    let run = try NightlyRun(self, request)
    var all = run.emptySummary
    while true {
      let summary = try run.noted(await run.look())
      if !summary.isEmpty { tell(summary) }
      all.add(summary)
      if summary.error != nil || summary.isStopped { return all }
      try? await Task.sleep(for: .seconds(seconds))
    }
  }
}
