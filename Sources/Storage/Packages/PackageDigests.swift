internal import Tabular

/// 数据包摘要 — what a package was made of, candidate by candidate: 8 bytes of digest of all values that were read of the
/// candidate, and 2 more for each field.
///
/// Values are compared, not times or the trail: what was changed and changed back leaves the package up to date, and so
/// does a change of something that the package does not show; what came some other way than through the trail, such as
/// a room's new address, is seen all the same. A candidate of a machine-test package takes about 50 bytes, so
/// 100 000 of them take 5 MB, written as one value. Whether a candidate changed hangs on the 8 bytes; the short ones
/// only say in which fields, and may fail to name one once in 65 536 times.
public struct PackageDigests: Sendable {
  /// Of which values.
  public let basis: PackageBasis
  var keys: [UInt64] = []
  var digests: [UInt64] = []
  /// Those of all fields of the first candidate, then those of the second.
  var fieldDigests: [UInt16] = []

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
    let size = 16 + 2 * basis.fields.count
    guard bytes.count % size == 0 else { return nil }
    bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: size) {
        keys.append(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
        digests.append(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self)))
        for place in stride(from: start + 16, to: start + size, by: 2) {
          fieldDigests.append(
            UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt16.self)))
        }
      }
    }
  }

  /// As the store keeps them: for each candidate the key, the digest and those of the fields, low bytes first.
  public var bytes: [UInt8] {
    let (count, size) = (basis.fields.count, 16 + 2 * basis.fields.count)
    let total = keys.count * size
    return [UInt8](unsafeUninitializedCapacity: total) { buffer, initialized in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      for (place, key) in keys.enumerated() {
        let start = place * size
        bytes.storeBytes(of: key.littleEndian, toByteOffset: start, as: UInt64.self)
        bytes.storeBytes(of: digests[place].littleEndian, toByteOffset: start + 8, as: UInt64.self)
        for field in 0..<count {
          bytes.storeBytes(
            of: fieldDigests[place * count + field].littleEndian, toByteOffset: start + 16 + 2 * field,
            as: UInt16.self)
        }
      }
      initialized = total
    }
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
      guard digests[place] != later.digests[other] else { continue }
      let count = basis.fields.count
      let fields = (0..<count).filter {
        fieldDigests[place * count + $0] != later.fieldDigests[other * count + $0]
      }
      changes[key] = .changed(fields.map { basis.fields[$0] })
    }
    let known = Set(keys)
    for key in later.keys where !known.contains(key) { changes[key] = .added }
    return changes
  }

  /// Where each candidate's digests lie.
  private var places: [UInt64: Int] {
    Dictionary(zip(keys, keys.indices)) { $1 }
  }

  /// The key under which a candidate's digests are kept.
  public static func key(of documentNumber: String) -> UInt64 { ValueDigest.of(documentNumber).value }
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
