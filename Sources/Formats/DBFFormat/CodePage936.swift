internal import Files
internal import Tabular

/// 代码页 936 — the characters that a DBF file can hold (GBK), in tables that are filled once from the C
/// library.
///
/// It is strict: what only GB 18030 has (䶮, 㛃, 𬭎, •) is not in it. The euro sign is the lone byte 0x80, as
/// Windows has it. · is A1A4 and — is A1AA, as Windows has them; their look-alikes ・ and ― are not mixed up
/// with them.
struct CodePage936: Sendable {
  private static let filled = CodePage936()

  /// The tables.
  /// - Throws: `.unsupported` where the C library of this machine does not know GBK.
  static func shared() throws(FileError) -> CodePage936 {
    if let filled { return filled }
    throw FileError(
      .unsupported, zh: "本机的 C 库没有 GBK 编码表。请安装 libc 的字符集模块（gconv）。",
      en: "The C library of this machine does not know GBK. Install its charset modules (gconv).")
  }

  /// The code of each scalar of the basic plane, lead byte first; 0 where it has none.
  private let codes: [UInt16]
  /// The scalar of each two-byte code by (lead − 0x81) × 192 + (trail − 0x40); 0 where there is none.
  private let scalars: [UInt16]
  private static let trails = 192

  private init?() {
    guard let converter = CharacterConverter(from: "GBK", to: "UTF-32LE") else { return nil }
    var codes = [UInt16](repeating: 0, count: 0x10000)
    var scalars = [UInt16](repeating: 0, count: 126 * Self.trails)
    for index in scalars.indices {
      let code = UInt16(0x81 + index / Self.trails) << 8 | UInt16(0x40 + index % Self.trails)
      guard let scalar = converter.scalar(of: UInt32(code), length: 2), scalar < 0x10000 else { continue }
      scalars[index] = UInt16(scalar)
      codes[Int(scalar)] = code
    }
    for ascii in 1..<0x80 { codes[ascii] = UInt16(ascii) }
    codes[0x20AC] = 0x80
    self.codes = codes
    self.scalars = scalars
  }

  /// The code of a scalar: under 0x100 one byte, else two, lead byte first; nil where the code page does not
  /// have it. U+0000 counts as missing, for it ends a text in a DBF file.
  @inline(__always)
  func code(of scalar: UInt32) -> UInt16? {
    guard scalar < 0x10000 else { return nil }
    let code = codes[Int(scalar)]
    return code == 0 ? nil : code
  }

  /// Adds text to `output` as UTF-8.
  /// - Returns: false where a byte begins no character of the code page; `output` is as it was then.
  func decode(_ text: some Collection<UInt8>, into output: inout [UInt8]) -> Bool {
    let start = output.count
    var bytes = text.makeIterator()
    while let lead = bytes.next() {
      if lead < 0x80 {
        output.append(lead)
        continue
      }
      var scalar: UInt32 = lead == 0x80 ? 0x20AC : 0
      if lead > 0x80, lead < 0xFF, let trail = bytes.next(), trail >= 0x40, trail < 0xFF {
        scalar = UInt32(scalars[Int(lead - 0x81) * Self.trails + Int(trail - 0x40)])
      }
      guard scalar != 0, let character = Unicode.Scalar(scalar) else {
        output.removeLast(output.count - start)
        return false
      }
      for byte in UTF8.encode(character)! { output.append(byte) }
    }
    return true
  }
}
