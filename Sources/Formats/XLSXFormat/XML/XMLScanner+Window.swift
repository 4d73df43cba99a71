import Tabular

extension XMLScanner {
  /// Moves what is not yet used to the front of the window and reads on. Where the window is full of one token, it
  /// doubles; the caller bounds tokens.
  /// - Returns: false where the stream is at its end.
  mutating func fill() throws(FileError) -> Bool {
    if isDrained { return false }
    if position > 0 {
      try copyPassed()
      copied = 0
      let rest = end - position
      window.withUnsafeMutableBytes { bytes in
        bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[position..<end]))
      }
      position = 0
      end = rest
    }
    if end == window.count { window.append(contentsOf: [UInt8](repeating: 0, count: window.count)) }
    let before = end
    while end < window.count, !isDrained {
      let from = end
      let got = try window.withUnsafeMutableBufferPointer { bytes throws(FileError) in
        try stream.read(
          into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: bytes[from...])))
      }
      end += got
      isDrained = got == 0
    }
    return end > before
  }

  /// Whether `count` bytes lie in the window from `position` on; reads on until they do or the part is over.
  mutating func has(_ count: Int) throws(FileError) -> Bool {
    while end - position < count {
      if try !fill() { return false }
    }
    return true
  }

  /// Whether the bytes from `position` on are these.
  mutating func starts(with wanted: StaticString) throws(FileError) -> Bool {
    let count = wanted.utf8CodeUnitCount
    guard try has(count) else { return false }
    return matches(wanted, position..<position + count)
  }

  /// Passes everything up to and with `mark`, however long it is.
  mutating func skip(past mark: StaticString) throws(FileError) {
    let count = mark.utf8CodeUnitCount
    while try has(count) {
      while end - position >= count {
        if matches(mark, position..<position + count) {
          position += count
          return
        }
        position += 1
      }
    }
    throw .partCutOff(part)
  }
}
