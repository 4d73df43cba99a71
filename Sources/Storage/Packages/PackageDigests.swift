internal import Tabular

/// 数据包摘要 — what a package was made of, candidate by candidate: 8 bytes of digest of all values that were read of the
/// candidate, and 2 more for each field.
///
/// Values are compared, not times or the trail: what was changed and changed back leaves the package up to date, and so
/// does a change of something that the package does not show; what came some other way than through the trail, such as
/// a room's new address, is seen all the same. A candidate of a machine-test package takes about 50 bytes, so
/// 100 000 of them take 5 MB. Whether a candidate changed hangs on the 8 bytes; the short ones
/// only say in which fields, and may fail to name one once in 65 536 times.
public struct PackageDigests: Sendable {
  /// Of which values.
  public let basis: PackageBasis
  /// As the store keeps them: for each candidate the key, the digest and those of the fields, low bytes first.
  public private(set) var bytes: [UInt8] = []

  /// Reads the values as they are now, in the session's snapshot.
  public init(
    of basis: PackageBasis, sitting: Int, site: String, _ session: any Session
  ) throws {
    var collector = Collector(
      basis, Collector.Places(owner: 0, part: 1, fields: basis.fields.indices.map { $0 + 2 }))
    var texts = TextRow()
    try basis.forEach(sitting: sitting, site: site, session) { row in
      row.read(into: &texts)
      collector.add(texts)
    }
    self = collector.finish()
  }

  init(of basis: PackageBasis) { self.basis = basis }

  /// Digests that were kept; nil for bytes that are none of this basis.
  public init?(_ bytes: [UInt8], of basis: PackageBasis) {
    self.basis = basis
    guard bytes.count % size == 0 else { return nil }
    self.bytes = bytes
  }

  /// What became of the candidates between these digests and later ones of the same basis, by the candidates' keys.
  public func changes(to later: PackageDigests) -> [UInt64: PackageChange] {
    var changes: [UInt64: PackageChange] = [:]
    let laterPlaces = later.places
    for (key, place) in places {
      guard let other = laterPlaces[key] else {
        changes[key] = .removed
        continue
      }
      guard digest(place) != later.digest(other) else { continue }
      let fields = basis.fields.indices.filter { short($0, of: place) != later.short($0, of: other) }
      changes[key] = .changed(fields.map { basis.fields[$0] })
    }
    let known = Set((0..<count).map(key))
    for place in 0..<later.count where !known.contains(later.key(place)) {
      changes[later.key(place)] = .added
    }
    return changes
  }

  /// Where each candidate's digests lie.
  private var places: [UInt64: Int] {
    Dictionary((0..<count).map { (key($0), $0) }) { $1 }
  }

  /// The key under which a candidate's digests are kept.
  public static func key(of documentNumber: String) -> UInt64 { ValueDigest.of(documentNumber).value }
}

extension PackageDigests {
  /// How many bytes a candidate takes.
  private var size: Int { 16 + 2 * basis.fields.count }

  /// How many candidates there are.
  var count: Int { bytes.count / size }

  /// The key of the candidate at a place.
  func key(_ place: Int) -> UInt64 { number(at: place * size) }

  /// The digest of the candidate at a place.
  func digest(_ place: Int) -> UInt64 { number(at: place * size + 8) }

  /// The short digest of one of the candidate's fields.
  func short(_ field: Int, of place: Int) -> UInt16 { number(at: place * size + 16 + 2 * field) }

  /// Takes memory for as many candidates.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count * size) }

  /// Adds a candidate.
  mutating func append(key: UInt64, digest: UInt64, shorts: some Sequence<UInt16>) {
    append(key)
    append(digest)
    for short in shorts { append(short) }
  }

  private mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private func number<Number: FixedWidthInteger & BitwiseCopyable>(at place: Int) -> Number {
    bytes.withUnsafeBytes {
      Number(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: Number.self))
    }
  }
}

/// 数据变化 — what became of a candidate since a package was made.
public enum PackageChange: Sendable, Equatable {
  /// The candidate came.
  case added
  /// The candidate went.
  case removed
  /// These fields have other values.
  case changed([String])
}
