/// zip64 附加字段 — the sizes and the offset that do not fit the plain fields of an entry's header.
struct ZIP64Extra {
  private var numbers: [Int?] = []
  private var disk: Int?
  private var isDoubled = false

  /// What an entry's header says once both places are read together.
  struct Sizes {
    var packed: Int
    var unpacked: Int
    var offset: Int
    var disk: Int
  }

  /// Reads the field from a record's extra fields; bytes that form no field are passed over, as archivers pad
  /// there.
  static func find(in extras: RawSpan) -> ZIP64Extra {
    var found = ZIP64Extra()
    var offset = 0
    while extras.byteCount - offset >= 4 {
      let length = extras.little16(at: offset + 2)
      guard length <= extras.byteCount - offset - 4 else { break }
      if extras.little16(at: offset) == Field.extra64 {
        found.isDoubled = found.isDoubled || !found.numbers.isEmpty || found.disk != nil
        let end = offset + 4 + length
        var next = offset + 4
        while end - next >= 8 {
          found.numbers.append(extras.little64(at: next))
          next += 8
        }
        if end - next >= 4 { found.disk = extras.little32(at: next) }
      }
      offset += 4 + length
    }
    return found
  }

  /// Puts the plain fields and this one together: the field holds, in this order, only what the plain ones
  /// leave to it.
  /// - Returns: nil where it does not hold what they leave to it, or is there twice.
  func sizes(packed: Int, unpacked: Int, offset: Int, disk: Int) -> Sizes? {
    guard !isDoubled else { return nil }
    var sizes = Sizes(packed: packed, unpacked: unpacked, offset: offset, disk: disk)
    var rest = numbers[...]
    for field in [\Sizes.unpacked, \Sizes.packed, \Sizes.offset]
    where sizes[keyPath: field] == Field.in64For32 {
      guard let number = rest.popFirst() ?? nil else { return nil }
      sizes[keyPath: field] = number
    }
    if disk == Field.in64For16 {
      // It stands right behind the last number that was left to the field.
      guard let disk = self.disk, rest.isEmpty else { return nil }
      sizes.disk = disk
    }
    return sizes
  }
}
