import Tabular
import Testing
import ZIPFormat

extension ZIPLimits {
  /// Limits that honest test archives never reach.
  static let tests = ZIPLimits(archiveBytes: 1 << 30, entries: 70_000, unpackedTotal: 1 << 30)
}

/// Opens an archive in memory.
func opened(_ bytes: [UInt8], limits: ZIPLimits = .tests) throws(FileError) -> ZIPArchive {
  try ZIPArchive(MemorySource(bytes), limits: limits, name: "a.zip")
}

/// Expects an archive to be refused, and gives the error for a closer look.
@discardableResult
func expectRefused(
  _ bytes: [UInt8], _ code: FileError.Code, limits: ZIPLimits = .tests,
  _ location: SourceLocation = #_sourceLocation
) -> FileError? {
  let error = #expect(throws: FileError.self, sourceLocation: location) {
    _ = try opened(bytes, limits: limits)
  }
  #expect(error?.code == code, sourceLocation: location)
  return error
}

/// Reads a stream to its end through a buffer of a given size.
func readAll(_ stream: ZIPEntryStream, by size: Int) throws(FileError) -> [UInt8] {
  var all: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: size)
  while true {
    let got = try piece.withUnsafeMutableBufferPointer { buffer throws(FileError) in
      try stream.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    if got == 0 { return all }
    all += piece[..<got]
  }
}

/// An archive that the writer under test writes.
func written(_ body: (ZIPWriter) throws -> Void) throws -> [UInt8] {
  let sink = CollectingSink()
  let writer = ZIPWriter(sink)
  try body(writer)
  try writer.finish()
  return sink.bytes
}
