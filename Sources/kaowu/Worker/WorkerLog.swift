internal import Logging
internal import Operations

/// 工人日志 — tells a log what workers do.
struct WorkerLog: WorkerObserver {
  let logger: Logger

  func note(_ event: WorkerEvent) {
    switch event {
    case .took(let job): logger.info("job taken", metadata: Self.facts(job))
    case .tookOver(let job):
      logger.warning("job taken over from a worker that was lost", metadata: Self.facts(job))
    case .ended(let job, let end):
      logger.log(
        level: end.state == "failed" ? .error : .info, "job ended", metadata: Self.facts(job, Self.facts(end))
      )
    case .broke(let job, let code, let seconds):
      let more: Logger.Metadata = ["error": "\(code)", "retryAfterSeconds": "\(seconds)"]
      logger.warning("job broke off and is taken again", metadata: Self.facts(job, more))
    case .gaveBack(let job): logger.notice("job given back", metadata: Self.facts(job))
    case .lostLease(let job): logger.warning("lease lost; nothing was committed", metadata: Self.facts(job))
    case .storeFailed(let code): logger.error("store out of reach", metadata: ["error": "\(code)"])
    }
  }

  private static func facts(_ job: WorkerEvent.Job, _ more: Logger.Metadata = [:]) -> Logger.Metadata {
    let own: Logger.Metadata = [
      "job": "\(job.id)", "kind": "\(job.kind)", "site": "\(job.site)", "attempt": "\(job.attempt)",
    ]
    return own.merging(more) { $1 }
  }

  private static func facts(_ end: WorkerEvent.End) -> Logger.Metadata {
    var facts: Logger.Metadata = ["state": "\(end.state)"]
    for (outcome, count) in end.rows { facts["rows.\(outcome)"] = "\(count)" }
    for (rule, count) in end.findings { facts["findings.\(rule)"] = "\(count)" }
    for (stage, seconds) in end.seconds {
      facts["seconds.\(stage.rawValue)"] = "\((seconds * 1_000).rounded() / 1_000)"
    }
    facts["error"] = end.code.map { "\($0)" }
    return facts
  }
}

/// 多个观察者 — tells each of several observers.
struct SeveralObservers: WorkerObserver {
  let observers: [any WorkerObserver]

  func note(_ event: WorkerEvent) { for observer in observers { observer.note(event) } }
}
