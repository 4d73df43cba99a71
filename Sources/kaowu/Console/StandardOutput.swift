@preconcurrency internal import Glibc
internal import Tabular

/// 标准输出 — standard output as a place for bytes, buffered. A reader that went away (`| head`) ends the process quietly.
final class StandardOutput: ByteSink {
  private var buffer: [UInt8] = []
  private static let size = 1 << 16

  deinit { flush() }

  func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.size { flush() }
  }

  private func flush() {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        exit(ExitStatus.done.rawValue)
      }
      rest = rest.dropFirst(count)
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
