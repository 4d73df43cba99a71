extension ArchiveBuilder {
  /// 构造的条目 — one entry; what `local` leaves nil is as the directory says.
  public struct Entry: Sendable {
    /// The name's bytes, in whatever encoding.
    public var name: [UInt8]
    /// The bytes as they lie in the archive.
    public var packed: [UInt8]
    public var method = 0
    public var flags = 0
    public var checkSum: Int
    /// The unpacked size that the directory claims.
    public var size: Int
    /// The packed size that the directory claims.
    public var packedSize: Int
    /// The upper half holds the Unix mode, such as 0o120777 for a link.
    public var attributes = 0
    public var disk = 0
    public var extra: [UInt8] = []
    public var comment: [UInt8] = []
    /// Where the directory says the entry begins; nil says the truth.
    public var offset: Int?
    /// Whether sizes and offset stand in zip64 fields, however small.
    public var is64 = false
    /// What follows the packed bytes.
    public var descriptor = Descriptor.none
    /// Where the local header differs from the directory.
    public var local = Local()
    /// Whether the directory lists the entry.
    public var isListed = true
    /// Whether the entry has a local header and bytes.
    public var isWritten = true
    /// Bytes before the local header.
    public var before: [UInt8] = []

    /// The local header's own say.
    public struct Local: Sendable {
      public var name: [UInt8]?
      public var method: Int?
      public var flags: Int?
      public var checkSum: Int?
      public var size: Int?
      public var packedSize: Int?
      public var extra: [UInt8] = []
    }

    /// The forms in which archivers write the sizes behind the bytes; the flag must be set as well.
    public enum Descriptor: Sendable, CaseIterable {
      case none, signed, unsigned, signed64, unsigned64
    }

    /// A stored entry.
    public init(_ path: String, _ content: [UInt8]) {
      self.init(name: Array(path.utf8), content)
      if name.contains(where: { $0 >= 0x80 }) { flags = 1 << 11 }
    }

    /// A stored entry with text in it.
    public init(_ path: String, _ text: String) { self.init(path, Array(text.utf8)) }

    /// A stored entry with a name in any encoding, without the UTF-8 flag.
    public init(name: [UInt8], _ content: [UInt8]) {
      self.name = name
      packed = content
      size = content.count
      packedSize = content.count
      checkSum = crc32(of: content)
    }

    /// A deflated entry: `packed` unpacks to `content`.
    public init(_ path: String, packed: [UInt8], of content: [UInt8]) {
      self.init(path, content)
      method = 8
      self.packed = packed
      packedSize = packed.count
    }

    /// The same entry with its sizes behind the bytes, and zeros before them.
    public func described(_ form: Descriptor) -> Entry {
      var entry = self
      entry.flags |= 1 << 3
      entry.descriptor = form
      entry.local.checkSum = 0
      entry.local.size = 0
      entry.local.packedSize = 0
      return entry
    }

    func localBytes() -> [UInt8] {
      let name = local.name ?? name
      let bytes = RecordBytes()
      bytes.put4(0x0403_4b50).put2(20).put2(local.flags ?? flags).put2(local.method ?? method)
      bytes.put2(0).put2(0x21).put4(local.checkSum ?? checkSum)
      let sizes = (packed: local.packedSize ?? packedSize, unpacked: local.size ?? size)
      let extra64 = RecordBytes()
      if is64 { extra64.put2(1).put2(16).put8(sizes.unpacked).put8(sizes.packed) }
      let extra = extra64.bytes + local.extra
      bytes.put4(is64 ? 0xffff_ffff : sizes.packed).put4(is64 ? 0xffff_ffff : sizes.unpacked)
      bytes.put2(name.count).put2(extra.count)
      return bytes.bytes + name + extra + packed + descriptorBytes()
    }

    func centralBytes(offset truth: Int) -> [UInt8] {
      let offset = offset ?? truth
      let extra64 = RecordBytes()
      if is64 { extra64.put2(1).put2(24).put8(size).put8(packedSize).put8(offset) }
      let extra = extra64.bytes + self.extra
      let bytes = RecordBytes()
      bytes.put4(0x0201_4b50).put2(3 << 8 | 20).put2(20).put2(flags).put2(method)
      bytes.put2(0).put2(0x21).put4(checkSum)
      bytes.put4(is64 ? 0xffff_ffff : packedSize).put4(is64 ? 0xffff_ffff : size)
      bytes.put2(name.count).put2(extra.count).put2(comment.count).put2(disk).put2(0)
      bytes.put4(attributes).put4(is64 ? 0xffff_ffff : offset)
      return bytes.bytes + name + extra + comment
    }

    private func descriptorBytes() -> [UInt8] {
      let bytes = RecordBytes()
      if descriptor == .signed || descriptor == .signed64 { bytes.put4(0x0807_4b50) }
      switch descriptor {
      case .none: break
      case .signed, .unsigned: bytes.put4(checkSum).put4(packedSize).put4(size)
      case .signed64, .unsigned64: bytes.put4(checkSum).put8(packedSize).put8(size)
      }
      return bytes.bytes
    }
  }
}
