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
  private var keys: [UInt64] = []
  private var digests: [UInt64] = []
  private var fieldDigests: [UInt16] = []

  /// Reads the values as they are now, in the session's snapshot.
  public init(
    of basis: PackageBasis, sitting: Int, site: String, _ session: any Session
  ) throws {
    var collector = Collector(basis)
    try basis.forEach(sitting: sitting, site: site, session) { row in
      collector.add(owner: row.text(0)) { row.text($0 + 1) }
    }
    self = collector.finish()
  }

  private init(of basis: PackageBasis) { self.basis = basis }

  /// Digests that were kept; nil for bytes that are none of this basis.
  public init?(_ bytes: [UInt8], of basis: PackageBasis) {
    self.basis = basis
    let size = 16 + 2 * basis.fields.count
    guard bytes.count % size == 0 else { return nil }
    for start in stride(from: 0, to: bytes.count, by: size) {
      func number(_ offset: Int, _ count: Int) -> UInt64 {
        (0..<count).reduce(0) { $0 | UInt64(bytes[start + offset + $1]) << (8 * UInt64($1)) }
      }
      for field in basis.fields.indices { fieldDigests.append(UInt16(number(16 + 2 * field, 2))) }
      add(key: number(0, 8), digest: number(8, 8))
    }
  }

  /// As the store keeps them: for each candidate the key, the digest and those of the fields, low bytes first.
  public var bytes: [UInt8] {
    let count = basis.fields.count
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digests.count * (16 + 2 * count))
    func append(_ number: UInt64, _ size: Int) {
      for shift in 0..<size { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * UInt64(shift)))) }
    }
    for (place, key) in keys.enumerated() {
      append(key, 8)
      append(digests[place], 8)
      for field in 0..<count { append(UInt64(fieldDigests[place * count + field]), 2) }
    }
    return bytes
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
  public static func key(of documentNumber: String) -> UInt64 {
    var digest = ValueDigest()
    digest.add(documentNumber)
    return digest.value
  }

  fileprivate mutating func add(_ number: String, _ states: [FieldDigest]) {
    var whole = ValueDigest()
    for state in states {
      whole.add(state.all.value)
      fieldDigests.append(state.short)
    }
    add(key: Self.key(of: number), digest: whole.value)
  }

  private mutating func add(key: UInt64, digest: UInt64) {
    keys.append(key)
    digests.append(digest)
  }
}

extension PackageDigests {
  /// 摘要收集器 — makes digests of rows one after the other: of those that a package is written from, where they come as
  /// the digests want them, so that they are read once.
  public struct Collector {
    private var digests: PackageDigests
    private var owner: String?
    private var states: [FieldDigest]

    /// A collector that has seen nothing.
    public init(_ basis: PackageBasis) {
      digests = PackageDigests(of: basis)
      states = [FieldDigest](repeating: FieldDigest(), count: basis.fields.count)
    }

    /// Takes a row. Those of one owner come one behind the other, in the order of their subjects.
    /// - Parameter text: the text of a field, by its place in the basis.
    public mutating func add(owner next: String, _ text: (Int) -> String) {
      if next != owner {
        endOwner()
        owner = next
      }
      for index in states.indices { states[index].add(text(index)) }
    }

    /// The digests of all that came.
    public consuming func finish() -> PackageDigests {
      endOwner()
      return digests
    }

    private mutating func endOwner() {
      guard let owner else { return }
      digests.add(owner, states)
      for index in states.indices { states[index] = FieldDigest() }
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

/// 字段摘要 — one field of all of a candidate's records. A value that all of them share counts once: who adds a subject has
/// no other name for it.
private struct FieldDigest {
  private(set) var all = ValueDigest()
  private var first: (text: String, digest: ValueDigest)?
  private var isShared = true

  /// The digest in two bytes.
  var short: UInt16 { (isShared ? first?.digest ?? all : all).short }

  mutating func add(_ text: String) {
    all.add(text)
    if let first {
      isShared = isShared && first.text == text
    } else {
      first = (text, all)
    }
  }
}

/// 值摘要 — FNV-1a over values and their ends: it need not withstand anybody, only tell values apart, the same way in
/// every run.
private struct ValueDigest {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The digest in two bytes.
  var short: UInt16 { UInt16(truncatingIfNeeded: value ^ value >> 16 ^ value >> 32 ^ value >> 48) }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { for byte in $0 { add(byte) } }
    // No UTF-8 text holds this byte.
    add(0xFF as UInt8)
  }

  mutating func add(_ number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
}
