internal import Exports
internal import Files
internal import Imports
internal import Programmes
internal import Storage
internal import Tabular

/// 取件 — takes one whole file of the drop folder: copies it, finds out what it is, imports it in one transaction, and
/// moves it. Killed anywhere in between, the file is still in the drop folder, and the ledger says whether its content
/// was taken; the next run goes on from there.
struct FileTaker {
  let office: Office
  let inbox: Inbox
  let request: NightlyRequest

  /// 取件结果 — what became of a file.
  enum Outcome {
    case done(NightlySummary.Done)
    case failed(NightlySummary.Failed)
    case waiting(NightlySummary.Left)
    case vanished(String)
  }

  /// 受理对象 — what a file was found to be.
  private struct Subject {
    var kind: String
    var place: TicketPlaces.Place
    var sittingID: Int
  }

  /// Takes a file.
  /// - Parameter stamp: the file as it was when it was found whole.
  /// - Throws: what no other file would fare better with: the store or the disk failed.
  func take(_ name: FolderEntryName, _ stamp: FileStamp) async throws -> Outcome {
    var failure = NightlySummary.Failed(file: name.text, reason: "")
    do {
      let path = inbox.taking.path + "/" + Self.localName(name)
      defer { inbox.taking.remove(FolderEntryName(Self.localName(name))) }
      guard let copy = try inbox.folder.copy(name, to: path) else { return .vanished(name.text) }
      // Somebody wrote while it was copied, or puts other files under its name: it is looked at again later.
      guard copy.before == stamp, copy.after == stamp else { return .waiting(growing(name)) }
      let subject = try await recognise(try FileSource(path: path))
      (failure.kind, failure.sitting, failure.site) = (
        subject.kind, subject.place.sitting, subject.place.site
      )
      let earlier = try await office.database.read {
        try JobTable.taken(sha256: copy.sha256, sitting: subject.sittingID, $0)
      }
      if let earlier { return try await finish(name, stamp, takenBy: earlier, subject) }
      let result = try await office.importFile(importRequest(path, subject))
      guard result.hasErrors else { return try finish(name, stamp, result) }
      return try fail(name, stamp, failure, result)
    } catch let error as Refusal where error.reason == .stale {
      return .waiting(.init(file: name.text, reason: error.wording[request.language]))
    } catch let error as Refusal {
      (failure.reason, failure.rule) = (error.wording[request.language], error.rule)
    } catch let error as FileError where error.code != .disk {
      failure.reason = error.message(in: request.language)
    } catch let error as StoreError where error.code == .constraint || error.code == .failed {
      // The store itself is well; it is this file that it stumbles over.
      failure.reason = error.wording[request.language]
    }
    return try fail(name, stamp, failure, nil)
  }

  private func growing(_ name: FolderEntryName) -> NightlySummary.Left {
    .init(file: name.text, reason: NightlyWords.growing[request.language])
  }

  private func importRequest(_ path: String, _ subject: Subject) -> ImportRequest {
    var own = ImportRequest(
      kind: subject.kind, path: path, sitting: subject.place.sitting, site: subject.place.site,
      language: request.language)
    own.options.overrides = request.overrides
    own.reports = inbox.reports.path
    return own
  }

  /// A name under which the copy lies: that of the file where the disk can hold it with an ending behind.
  private static func localName(_ name: FolderEntryName) -> String {
    FolderEntryName(name.text).inserting("", most: 200).text
  }

  // MARK: What it is

  private func recognise(_ file: FileSource) async throws -> Subject {
    let sittings = try await office.database.read { try SittingTable.all($0) }
    let programmes = try Set(sittings.map(\.programme)).sorted().map { try office.library.programme($0) }
    let tickets = try TicketFile(file)
    let recognitions = try tickets.recognise(in: programmes)
    for recognition in recognitions {
      let own = sittings.filter { $0.programme == recognition.programme }
      let found = try await office.database.read { session in
        var found = TicketPlaces(in: own)
        try tickets.forEachTicket(recognition) { try found.add($0, session) }
        try found.settle(session)
        return found
      }
      if let place = try await place(of: found.places),
        let sitting = own.first(where: { $0.code == place.sitting })
      {
        return Subject(kind: recognition.kind.name, place: place, sittingID: sitting.id)
      }
      if recognition.programme == recognitions.last?.programme {
        throw NightlyWords.unknown(tickets: found.tickets, recognition.kind.title)
      }
    }
    throw NightlyWords.noSitting
  }

  /// Where a file of these places is taken: at its site, and a file of several sites at the lowest organisation above them
  /// all, as a province's score file is. Nil where there are none.
  private func place(of places: Set<TicketPlaces.Place>) async throws -> TicketPlaces.Place? {
    guard let first = places.first, places.count > 1 else { return places.first }
    guard places.allSatisfy({ $0.sitting == first.sitting }) else { throw NightlyWords.several(places) }
    let definition = try await office.open(first.sitting).definition
    let chains = places.map { definition.upwards(from: $0.site) }
    let common = chains[0].first { code in !code.isEmpty && chains.allSatisfy { $0.contains(code) } }
    guard let common else { throw NightlyWords.several(places) }
    return TicketPlaces.Place(sitting: first.sitting, site: common)
  }

  // MARK: Where it goes

  private func finish(_ name: FolderEntryName, _ stamp: FileStamp, _ result: ImportResult) throws -> Outcome {
    try inbox.reports.sync()
    let done = NightlySummary.Done(
      file: name.text, kind: result.kind, sitting: result.sitting, site: result.site, job: result.job,
      rows: result.rows, report: result.reports.workbook)
    return try moveToDone(name, stamp, done)
  }

  /// The content was taken before: by a run that was killed before it could move the file, from a file of another name,
  /// or by hand.
  private func finish(
    _ name: FolderEntryName, _ stamp: FileStamp, takenBy job: JobRecord, _ subject: Subject
  ) async throws -> Outcome {
    let stored = job.summary.flatMap(ImportResult.init(json:))
    var done = NightlySummary.Done(
      file: name.text, kind: job.kind, sitting: subject.place.sitting, site: job.site, job: String(job.id),
      rows: stored?.rows ?? RowCounts(), alreadyTaken: true)
    // A run that was killed after it had taken the content may have left no report.
    let report = "\(subject.place.sitting)-\(job.site)-\(job.kind)-\(job.id).xlsx"
    done.report = inbox.reports.path + "/" + report
    if inbox.reports.stamp(of: FolderEntryName(report)) == nil {
      do {
        let written = try await office.writeReport(
          ofJob: job.id, to: inbox.reports.path, in: request.language)
        done.report = written.reports.workbook
        try inbox.reports.sync()
      } catch is Refusal {
        // Somebody else's job; its report is where that person asked for it.
        done.report = nil
      }
    }
    return try moveToDone(name, stamp, done)
  }

  private func moveToDone(
    _ name: FolderEntryName, _ stamp: FileStamp, _ done: NightlySummary.Done
  ) throws -> Outcome {
    var done = done
    // What lies there now is another file, which will be looked at for itself.
    guard inbox.folder.stamp(of: name) == stamp else {
      done.note = NightlyWords.replaced[request.language]
      return .done(done)
    }
    switch try inbox.move(name, to: inbox.done) {
    case .moved(let newName): done.movedTo = "done/\(newName.text)"
    case .vanished: done.note = NightlyWords.gone[request.language]
    case .refused(let reason): done.note = NightlyWords.notMoved(reason)[request.language]
    }
    return .done(done)
  }

  private func fail(
    _ name: FolderEntryName, _ stamp: FileStamp, _ failed: NightlySummary.Failed, _ result: ImportResult?
  ) throws -> Outcome {
    // What lies there now is not what was refused.
    guard inbox.folder.stamp(of: name) == stamp else { return .waiting(growing(name)) }
    var failed = failed
    if let result {
      (failed.job, failed.report) = (result.job, result.reports.workbook)
      failed.findingsTotal = result.findingsTotal
      failed.rule = result.findings.first { $0.severity == .error }?.rule
      failed.reason = NightlyWords.findings(result)[request.language]
    }
    let notes = FailureNotes(office: office, inbox: inbox, language: request.language)
    if failed.report == nil { failed.report = try notes.writeReport(of: failed) }
    try inbox.reports.sync()
    switch try inbox.move(
      name, to: inbox.failed, before: { try notes.write(failed, result, beside: $0) })
    {
    case .moved(let newName): failed.movedTo = "failed/\(newName.text)"
    case .vanished: return .vanished(name.text)
    case .refused(let reason): failed.reason += " " + NightlyWords.notMoved(reason)[request.language]
    }
    return .failed(failed)
  }
}
