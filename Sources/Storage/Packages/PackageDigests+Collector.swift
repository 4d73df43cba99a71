public import Tabular

extension PackageDigests {
  /// 摘要收集器 — makes digests of rows in whatever order they come, so that the rows that a package is written from are
  /// read once.
  public struct Collector {
    /// 取值位置 — where in a row stands what the digests are made of.
    public struct Places: Sendable {
      /// The name of the record's owner (`PackageBasis.owner`).
      public var owner: Int
      /// What tells the owner's records apart (`PackageBasis.part`).
      public var part: Int
      /// The fields of the basis, in their order.
      public var fields: [Int]

      /// Where things stand.
      public init(owner: Int, part: Int, fields: [Int]) {
        self.owner = owner
        self.part = part
        self.fields = fields
      }
    }

    private let places: Places
    /// The digests of single records, until `finish` makes one of all that an owner has.
    private var records: PackageDigests
    private var parts: [UInt64] = []
    /// The owners that were met, until one is met again: mostly nobody has several records.
    private var owners: Set<UInt64> = []
    private var someHaveSeveral = false
    /// Those of one record's fields.
    private var shorts: [UInt16]

    /// A collector that has seen nothing.
    /// - Parameter count: how many rows will come, if that is known; memory that grows would be copied over and over.
    public init(_ basis: PackageBasis, _ places: Places, expecting count: Int = 0) {
      precondition(basis.fields.count == places.fields.count, "Every field of a basis stands somewhere.")
      records = PackageDigests(of: basis)
      records.reserve(count)
      parts.reserveCapacity(count)
      owners.reserveCapacity(count)
      shorts = [UInt16](repeating: 0, count: basis.fields.count)
      self.places = places
    }

    /// Takes a row.
    public mutating func add(_ row: TextRow) {
      row.bytes.withUnsafeBufferPointer { bytes in
        func digest(_ place: Int) -> ValueDigest {
          .of(UnsafeBufferPointer(rebasing: bytes[row.fields[place]]))
        }
        var whole = ValueDigest()
        for field in shorts.indices {
          let value = digest(places.fields[field])
          whole.add(value.value)
          shorts[field] = value.short
        }
        let owner = digest(places.owner).value
        records.append(key: owner, digest: whole.value, shorts: shorts)
        parts.append(digest(places.part).value)
        note(owner)
      }
    }

    private mutating func note(_ owner: UInt64) {
      guard !someHaveSeveral, !owners.insert(owner).inserted else { return }
      someHaveSeveral = true
      owners = []
    }

    /// The digests of all that came.
    public consuming func finish() -> PackageDigests {
      guard someHaveSeveral else { return records }
      // From a record to the one before it that has the same owner; most have no other.
      var before: [Int: Int] = [:]
      var last = [UInt64: Int](minimumCapacity: records.count)
      for record in 0..<records.count {
        if let other = last.updateValue(record, forKey: records.key(record)) { before[record] = other }
      }
      var digests = PackageDigests(of: records.basis)
      for record in 0..<records.count where last[records.key(record)] == record {
        var all = [record]
        while let other = before[all[all.count - 1]] { all.append(other) }
        add(all, to: &digests)
      }
      return digests
    }

    /// Adds the digests of one owner's records. A value that all of them share counts once: who adds a subject has no
    /// other name for it.
    private func add(_ all: [Int], to digests: inout PackageDigests) {
      let all = all.sorted { (parts[$0], records.digest($0)) < (parts[$1], records.digest($1)) }
      let merged = shorts.indices.map { field in
        let single = all.map { records.short(field, of: $0) }
        return single.allSatisfy { $0 == single[0] }
          ? single[0] : ValueDigest.of(single.map(UInt64.init)).short
      }
      let digest =
        all.count == 1 ? records.digest(all[0]) : ValueDigest.of(all.map { records.digest($0) }).value
      digests.append(key: records.key(all[0]), digest: digest, shorts: merged)
    }
  }
}
