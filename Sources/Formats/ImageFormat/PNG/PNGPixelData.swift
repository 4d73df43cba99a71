import CZlib

/// PNG 像素数据 — unpacks the pixel data a piece at a time and holds it against what the header promises.
enum PNGPixelData {
  /// Unpacks everything; `body` sees the pieces.
  /// - Throws: `.damaged` where the data does not unpack to exactly the promised rows, check sum included; a bomb
  ///   ends at the first byte too many.
  static func unpack(
    _ bytes: [UInt8], _ structure: PNGStructure, body: (ArraySlice<UInt8>) -> Void = { _ in }
  ) throws(ImageProblem) {
    var rows = PNGRowCount(structure.header.passes)
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    // zlib keeps the stream's address, so the stream must not move.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    guard inflateInit_(stream, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw .unsupported("memory")
    }
    defer { inflateEnd(stream) }
    var isAtEnd = false
    for chunk in structure.chunks where chunk.type == "IDAT" && !chunk.data.isEmpty {
      var left = chunk.data.count
      repeat {
        guard !isAtEnd else { throw .damaged("IDAT") }
        let (status, unread, count) = bytes.withUnsafeBufferPointer { input in
          piece.withUnsafeMutableBufferPointer { output in
            // zlib only reads from next_in; its C type lacks the const.
            stream.pointee.next_in = UnsafeMutablePointer(
              mutating: input.baseAddress! + chunk.data.upperBound - left)
            stream.pointee.avail_in = UInt32(left)
            stream.pointee.next_out = output.baseAddress
            stream.pointee.avail_out = UInt32(output.count)
            let status = inflate(stream, Z_NO_FLUSH)
            return (status, Int(stream.pointee.avail_in), output.count - Int(stream.pointee.avail_out))
          }
        }
        // A buffer error is no error where it only says that all of the input was swallowed already.
        guard status == Z_OK || status == Z_STREAM_END || (status == Z_BUF_ERROR && left == 0) else {
          throw .damaged("IDAT")
        }
        try rows.take(piece[..<count])
        body(piece[..<count])
        isAtEnd = status == Z_STREAM_END
        left = unread
        // A full piece may mean that there is more to come out of input that is already swallowed.
        if left == 0, count < piece.count || isAtEnd { break }
      } while true
    }
    guard isAtEnd, rows.isComplete else { throw .damaged("IDAT") }
  }
}

/// Follows unpacked data from row to row: each begins with a filter byte, and none may be missing or too many.
private struct PNGRowCount {
  private var passes: ArraySlice<PNGHeader.Pass>
  private var leftInRow = 0

  init(_ passes: [PNGHeader.Pass]) { self.passes = passes[...] }

  var isComplete: Bool { passes.isEmpty && leftInRow == 0 }

  mutating func take(_ piece: ArraySlice<UInt8>) throws(ImageProblem) {
    var place = piece.startIndex
    while place < piece.endIndex {
      if leftInRow == 0 {
        guard let pass = passes.first, piece[place] <= 4 else { throw .damaged("IDAT") }
        leftInRow = pass.rowBytes
        passes[passes.startIndex].rows -= 1
        if pass.rows == 1 { passes.removeFirst() }
        place += 1
      }
      let step = min(leftInRow, piece.endIndex - place)
      leftInRow -= step
      place += step
    }
  }
}
