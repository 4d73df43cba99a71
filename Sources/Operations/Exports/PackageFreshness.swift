internal import Storage

/// 新旧 — whether a package still is what the data would make of it (DOC-01).
public enum PackageFreshness: String, Sendable, Codable {
  /// Nothing that it was made of has another value now.
  case upToDate
  /// Something has.
  case changed
  /// It cannot be made a second time, so there is nothing that it could be compared with.
  case once
  /// It was made before this was watched, or by a newer program.
  case unknown
}

/// 新旧判断 — compares packages with the data as it is. What the data is now is read once for all packages that were made
/// of the same values, in the session's snapshot.
struct FreshnessReader {
  private struct Source: Hashable {
    var sitting: Int
    var site: String
    var basis: String
  }

  private var present: [Source: PackageDigests] = [:]

  /// What became of the candidates since a package was made; nil where that cannot be told.
  mutating func changes(
    since package: PackageRecord, sitting: Int, _ session: any Session
  ) throws -> [UInt64: PackageChange]? {
    guard let basis = package.basis, let then = try PackageTable.digests(of: package, session) else {
      return nil
    }
    let source = Source(sitting: sitting, site: package.site, basis: basis)
    let now =
      try present[source]
      ?? PackageDigests(of: then.basis, sitting: sitting, site: package.site, session)
    present[source] = now
    return then.changes(to: now)
  }

  /// Whether a package is up to date, and how many candidates changed since it was made.
  mutating func freshness(
    of package: PackageRecord, sitting: Int, _ session: any Session
  ) throws -> (PackageFreshness, changed: Int) {
    guard let changes = try changes(since: package, sitting: sitting, session) else {
      return (package.basis == nil && package.isSigned ? .once : .unknown, 0)
    }
    return (changes.isEmpty ? .upToDate : .changed, changes.count)
  }
}
