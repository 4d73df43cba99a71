import CZlib
public import Tabular

/// PNG 编码器 — writes a picture as a PNG, eight bits a channel.
public enum PNGEncoder {
  /// The bytes of a PNG file.
  /// - Throws: `.unsupported` where there is no memory for it.
  public static func encode(_ picture: RGBPicture) throws(FileError) -> [UInt8] {
    let rowBytes = picture.width * 3
    var rows: [UInt8] = []
    rows.reserveCapacity((rowBytes + 1) * picture.height)
    for row in 0..<picture.height {
      rows.append(0)  // no filter
      rows.append(contentsOf: picture.pixels[row * rowBytes..<(row + 1) * rowBytes])
    }
    var header = bigEndian(picture.width) + bigEndian(picture.height)
    header += [8, PNGHeader.Colour.rgb.rawValue, 0, 0, 0]
    return PNGStructure.signature + chunk("IHDR", header) + chunk("IDAT", try packed(rows))
      + chunk("IEND", [])
  }

  /// A chunk with its length and check sum.
  static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    return bigEndian(data.count) + body + bigEndian(Int(crc32(0, body, UInt32(body.count))))
  }

  /// Bytes packed as the pixel data of a PNG is.
  static func packed(_ bytes: [UInt8]) throws(FileError) -> [UInt8] {
    var size = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    guard compress2(&packed, &size, bytes, UInt(bytes.count), 6) == Z_OK else {
      throw FileError(
        .unsupported, zh: "图片不能编码为 PNG：内存不足。", en: "The picture cannot be written as a PNG: memory is short.")
    }
    return Array(packed.prefix(Int(size)))
  }

  private static func bigEndian(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
