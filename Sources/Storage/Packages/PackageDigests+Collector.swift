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

    /// A collector that has seen nothing.
    public init(_ basis: PackageBasis, _ places: Places) {
      precondition(basis.fields.count == places.fields.count, "Every field of a basis stands somewhere.")
      records = PackageDigests(of: basis)
      self.places = places
    }

    /// Takes a row.
    public mutating func add(_ row: TextRow) {
      row.bytes.withUnsafeBufferPointer { bytes in
        func digest(_ place: Int) -> ValueDigest {
          .of(UnsafeBufferPointer(rebasing: bytes[row.fields[place]]))
        }
        var whole = ValueDigest()
        for place in places.fields {
          let value = digest(place)
          whole.add(value.value)
          records.fieldDigests.append(value.short)
        }
        records.keys.append(digest(places.owner).value)
        records.digests.append(whole.value)
        parts.append(digest(places.part).value)
      }
    }

    /// The digests of all that came.
    public consuming func finish() -> PackageDigests {
      var last = [UInt64: Int](minimumCapacity: records.keys.count)
      // From a record to the one before it that has the same owner; most have no other.
      var before: [Int: Int] = [:]
      for (record, key) in records.keys.enumerated() {
        if let other = last.updateValue(record, forKey: key) { before[record] = other }
      }
      guard !before.isEmpty else { return records }
      var digests = PackageDigests(of: records.basis)
      for (record, key) in records.keys.enumerated() where last[key] == record {
        var all = [record]
        while let other = before[all[all.count - 1]] { all.append(other) }
        add(all, to: &digests)
      }
      return digests
    }

    /// Adds the digests of one owner's records. A value that all of them share counts once: who adds a subject has no
    /// other name for it.
    private func add(_ all: [Int], to digests: inout PackageDigests) {
      let all = all.sorted { (parts[$0], records.digests[$0]) < (parts[$1], records.digests[$1]) }
      let count = records.basis.fields.count
      for field in 0..<count {
        let shorts = all.map { records.fieldDigests[$0 * count + field] }
        let isShared = shorts.allSatisfy { $0 == shorts[0] }
        digests.fieldDigests.append(isShared ? shorts[0] : ValueDigest.of(shorts.map(UInt64.init)).short)
      }
      digests.keys.append(records.keys[all[0]])
      digests.digests.append(
        all.count == 1 ? records.digests[all[0]] : ValueDigest.of(all.map { records.digests[$0] }).value)
    }
  }
}
