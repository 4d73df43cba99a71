internal import ExamModel
internal import Files
internal import Foundation
internal import Storage
internal import Tabular

/// 一次夜间运行 — one program's work on a drop folder, which it holds from its beginning to its end.
final class NightlyRun {
  private let office: Office
  private let request: NightlyRequest
  private let inbox: Inbox
  private var scan: DropScan
  /// Files that could not be moved, as they were: they are not taken again before they change.
  private var stuck: [FolderEntryName: FileStamp] = [:]

  init(_ office: Office, _ request: NightlyRequest) throws {
    self.office = office
    self.request = request
    inbox = try Inbox(path: request.inbox)
    scan = DropScan(inbox, settle: request.settle)
  }

  /// A summary of nothing yet.
  var emptySummary: NightlySummary {
    NightlySummary(inbox: inbox.folder.path, startedAt: office.now.iso, endedAt: office.now.iso)
  }

  /// Waits until every file is whole or has changed, and takes those that are whole.
  func once() async -> NightlySummary {
    do {
      let view = try scan.look()
      if let longest = view.settling.map(\.seconds).max() { try? await Task.sleep(for: .seconds(longest)) }
    } catch {
      return broken(emptySummary, error)
    }
    return await look()
  }

  /// Takes the files that are whole now.
  func look() async -> NightlySummary {
    var summary = emptySummary
    do {
      let office = office
      try await patiently { _ = try await Task { try await office.recoverJobs() }.value }
      let view = try scan.look()
      summary.ignored = view.ignored.map {
        left($0.name, NightlyWords.ignored($0.kind == .folder))
      }
      summary.waiting = view.settling.map { left($0.name, NightlyWords.growing) }
      summary.waiting += view.unfinished.map { left($0, NightlyWords.unfinished) }
      let whole = view.whole.filter { stuck[$0.name] != $0.stamp }
      for (index, file) in whole.enumerated() {
        guard !Task.isCancelled, summary.error == nil else {
          let reason = Task.isCancelled ? NightlyWords.later : NightlyWords.broken
          summary.waiting += whole[index...].map { left($0.name, reason) }
          break
        }
        summary = await take(file.name, file.stamp, summary)
      }
    } catch {
      return broken(summary, error)
    }
    summary.isStopped = Task.isCancelled
    summary.endedAt = office.now.iso
    return summary
  }

  private func take(
    _ name: FolderEntryName, _ stamp: FileStamp, _ summary: NightlySummary
  ) async -> NightlySummary {
    var summary = summary
    let taker = FileTaker(office: office, inbox: inbox, request: request)
    do {
      // A task of its own is not cancelled with this one: the file that was begun is finished.
      let outcome = try await patiently {
        try await Task(operation: { try await taker.take(name, stamp) }).value
      }
      switch outcome {
      case .done(let done):
        summary.done.append(done)
        if done.movedTo == nil { stuck[name] = stamp }
      case .failed(let failed):
        summary.failed.append(failed)
        if failed.movedTo == nil { stuck[name] = stamp }
      case .waiting(let left): summary.waiting.append(left)
      case .vanished(let name): summary.vanished.append(name)
      }
      return summary
    } catch {
      summary.waiting.append(left(name, NightlyWords.broken))
      return broken(summary, error)
    }
  }

  /// Runs `body`, and runs it again while the store is out of reach, for as long as the request says. Where it was lost in
  /// the midst of an import, the ledger says afterwards whether the content was taken.
  private func patiently<Result>(_ body: () async throws -> Result) async throws -> Result {
    let end = ContinuousClock.now + .seconds(request.patience)
    var wait = Duration.milliseconds(250)
    while true {
      do {
        return try await body()
      } catch let error as StoreError where error.mayPass && error.code != .disk && .now + wait < end {
        // A run that is asked to stop waits no longer, and says what it waited for.
        guard (try? await Task.sleep(for: wait)) != nil else { throw error }
        wait = min(wait * 2, .seconds(30))
      }
    }
  }

  private func broken(_ summary: NightlySummary, _ error: any Error) -> NightlySummary {
    var summary = summary
    summary.cause = error
    summary.error =
      switch error {
      case let error as FileError: error.message(in: request.language)
      case let error as StoreError: error.wording[request.language]
      case let error as Refusal: error.wording[request.language]
      default: String(describing: error)
      }
    summary.isStopped = Task.isCancelled
    summary.endedAt = office.now.iso
    return summary
  }

  private func left(_ name: FolderEntryName, _ reason: Wording) -> NightlySummary.Left {
    .init(file: name.text, reason: reason[request.language])
  }

  // MARK: The summary in the reports' folder

  /// Writes the summary as text and as JSON beside the reports, where there is anything to tell of. A disk that is full
  /// is told of in the summary itself.
  func noted(_ summary: NightlySummary) throws -> NightlySummary {
    guard !summary.isEmpty else { return summary }
    do {
      let name = freeName("night-\(office.now.minuteStamp)")
      try write(name + ".txt", summary.lines(in: request.language).joined(separator: "\n"))
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      try write(name + ".json", String(decoding: try encoder.encode(summary), as: UTF8.self))
      try inbox.reports.sync()
      return summary
    } catch let error as FileError {
      return summary.error == nil ? broken(summary, error) : summary
    }
  }

  private func freeName(_ stem: String) -> String {
    var (name, number) = (stem, 1)
    while inbox.reports.stamp(of: FolderEntryName(name + ".txt")) != nil {
      number += 1
      name = "\(stem)-\(number)"
    }
    return name
  }

  private func write(_ name: String, _ text: String) throws(FileError) {
    let file = try WholeFile(path: inbox.reports.path + "/" + name)
    var sink: any ByteSink = file
    try sink.write(text + "\n")
    try file.finish()
  }
}
