internal import ExamModel
internal import Imports
internal import Pipeline
internal import Storage
internal import Tabular

extension Office {
  /// 考生照片检查 — matches the stored photos of a site with its registrations and links again what was lost (NCRE ch. 24;
  /// PHC-01 to PHC-04). No window gates it (WIN-05). A closed sitting is only reported on (ORG-06).
  /// - Parameter deletesUnmatched: deletes the photos that have no registration.
  /// - Throws: `Refusal` where the user may not see the site or not change anything, or where photos of a closed sitting
  ///   are to be deleted.
  public func checkPhotos(
    sitting code: String, site: String, deletesUnmatched: Bool = false
  ) async throws -> PhotoCheckResult {
    let opened = try await open(code)
    try opened.requirePart(of: site)
    if deletesUnmatched { try opened.requireOpen() }
    defer { progress.finish(Self.photoCheckStage) }
    if opened.isClosed { return try await database.read { try report(opened, site, $0) } }
    return try await database.write { session in
      // It may have been closed in between.
      let sitting = try open(code, session)
      try sitting.requireChange(at: site, window: nil)
      return try check(sitting, site, deletesUnmatched, session)
    }
  }

  private static let photoCheckStage = Wording(zh: "检查照片", en: "checking photos")

  private func check(
    _ sitting: OpenSitting, _ site: String, _ deletesUnmatched: Bool, _ session: any Session
  ) throws -> PhotoCheckResult {
    var result = try report(sitting, site, session)
    result.relinkable = nil
    let trail = TrailWriter(
      session, by: sitting.user.name, at: sitting.now.secondsSince1970, sitting: sitting.id)
    result.relinked = try PhotoCheck.relink(sitting: sitting.id, site: site, trail: trail, session)
    step(3)
    if deletesUnmatched {
      result.deleted = try PhotoCheck.deleteUnmatched(sitting: sitting.id, site: site, trail: trail, session)
    }
    try trail.finish()
    step(4)
    return result
  }

  /// What there is, without changing anything.
  private func report(
    _ sitting: OpenSitting, _ site: String, _ session: any Session
  ) throws -> PhotoCheckResult {
    var result = PhotoCheckResult()
    let counts = try PhotoCheck.counts(sitting: sitting.id, site: site, session)
    step(1)
    result.matched = counts[.linked, default: 0] + counts[.paid, default: 0]
    result.paidWithoutFlag = counts[.paid]
    result.relinkable = counts[.lost]
    result.unmatched = try PhotoCheck.unmatched(sitting: sitting.id, site: site, session)
      .map(Masking.shortened)
    step(2)
    return result
  }

  private func step(_ number: Int) { progress.advance(Self.photoCheckStage, done: number, of: 4) }
}
