internal import ExamModel
internal import Exports
internal import Files
internal import Foundation
internal import Programmes
internal import Storage
internal import Tabular
internal import ZIPFormat

/// 考生准考证检测结果 — what `tickets check` prints (DOC-04).
public struct CandidateTicketCheck: Sendable, Codable, Equatable {
  /// All entries of the site.
  public var entries: Int
  /// Those whose ticket is as it would be printed now.
  public var upToDate: Int
  /// The ticket numbers of those for whom none was made.
  public var missing: [String]
  /// The ticket numbers of those of whom something was changed since.
  public var outdated: [String]
}

/// 准考证下载结果 — what `tickets download` prints.
public struct TicketDownload: Sendable, Codable, Equatable {
  /// The ticket number.
  public var ticket: String
  /// Where the PDF was put.
  public var path: String
  public var bytes: Int
}

extension Office {
  /// 检测生成情况 — which of the candidates' tickets that were made ahead are missing or out of date; never gated.
  /// - Throws: `Refusal` outside the user's scope, `StoreError`.
  public func checkCandidateTickets(sitting code: String, site: String) async throws -> CandidateTicketCheck {
    let sitting = try await open(code)
    try sitting.requireSight(of: site)
    let context = ticketContext(sitting, site)
    return try await database.read { session in
      var check = CandidateTicketCheck(entries: 0, upToDate: 0, missing: [], outdated: [])
      try CandidateTickets.forEachState(context, session) { ticket, state in
        check.entries += 1
        switch state {
        case .upToDate: check.upToDate += 1
        case .missing: check.missing.append(ticket)
        case .outdated: check.outdated.append(ticket)
        }
      }
      return check
    }
  }

  /// 准考证下载 — takes one candidate's ticket out of what was made ahead, once tickets may be printed, and counts it.
  /// - Throws: `Refusal` before that time, where candidates do not print their tickets, where none was made, or where it
  ///   is out of date; `FileError` where the package is gone or the disk fails.
  public func downloadTicket(
    _ ticket: String, sitting code: String, site: String, to path: String
  ) async throws -> TicketDownload {
    let sitting = try await open(code)
    try sitting.requirePart(of: site)
    try sitting.requireDownloadWindow(.ticketPrinting, of: site)
    guard sitting.definition.siteSettings(site)?.candidatesPrintTickets == true else {
      throw refusal(
        zh: "\(site) 未启用“允许考生个人打印准考证”，准考证由考点下发。",
        en: "\(site) does not let candidates print their tickets; it hands them out.")
    }
    let context = ticketContext(sitting, site)
    let package = try await database.read { session in
      try requireUpToDate(ticket, context, session)
      let packages = try PackageTable.all(sitting: sitting.id, organisation: site, session)
      return packages.first { $0.kind == Self.ticketKind }?.path
    }
    guard let package else { throw notMade(ticket) }
    let bytes = try ticketFile(ticket, inPackage: package)
    try await database.write { session in
      // What was decided above holds still.
      try requireUpToDate(ticket, context, session)
      try CandidateTicketTable.recordDownload(
        ofTicket: ticket, sitting: sitting.id, site: site, by: sitting.user.name,
        at: sitting.now.secondsSince1970, session)
      let file = try WholeFile(path: path)
      try bytes.withUnsafeBytes { try file.write($0) }
      try file.finish()
    }
    return TicketDownload(ticket: ticket, path: path, bytes: bytes.count)
  }

  private static let ticketKind = "candidate-tickets"

  private func ticketContext(_ sitting: OpenSitting, _ site: String) -> ExportContext {
    ExportContext(
      programme: sitting.programme, sittingID: sitting.id, sitting: sitting.definition, site: site,
      now: sitting.now, user: sitting.user.name, language: .zh, options: ExportOptions())
  }

  @discardableResult
  private func requireUpToDate(
    _ ticket: String, _ context: ExportContext, _ session: any Session
  ) throws -> (entry: Int, subject: String) {
    guard
      let entry = try CandidateTicketTable.entry(
        ofTicket: ticket, sitting: context.sittingID, site: context.site, session)
    else {
      throw refusal(
        zh: "\(context.site) 没有准考证号 \(ticket)。请检查号码。",
        en: "\(context.site) has no ticket \(ticket). Check the number.")
    }
    var state = CandidateTickets.State.missing
    try CandidateTickets.forEachState(of: [entry.entry], context, session) { state = $1 }
    switch state {
    case .upToDate: return entry
    case .missing: throw notMade(ticket)
    case .outdated:
      throw refusal(
        zh: "准考证 \(ticket) 预生成以后，报名或编排数据有变动。请考点重新预生成（kaowu export candidate-tickets）。",
        en:
          "Data of ticket \(ticket) changed since it was made. The site must make them again (kaowu export candidate-tickets)."
      )
    }
  }

  private func ticketFile(_ ticket: String, inPackage path: String) throws(FileError) -> [UInt8] {
    let archive = try ZIPArchive(try FileSource(path: path), limits: .photos, name: path)
    guard let entry = archive.entry("\(ticket).pdf") else {
      throw FileError(
        .missing, at: path, zh: "包里没有 \(ticket).pdf。请重新预生成。",
        en: "The package has no \(ticket).pdf. Make it again.")
    }
    return try archive.bytes(entry, atMost: 64 << 20)
  }

  private func notMade(_ ticket: String) -> Refusal {
    refusal(
      zh: "准考证 \(ticket) 还没有预生成。请考点先运行 kaowu export candidate-tickets。",
      en: "Ticket \(ticket) was not made yet. The site must run kaowu export candidate-tickets first.")
  }

  private func refusal(zh: String, en: String) -> Refusal {
    Refusal(.precondition, rule: "DOC-04", Wording(zh: zh, en: en))
  }
}
