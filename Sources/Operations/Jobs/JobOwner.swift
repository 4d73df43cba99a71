@preconcurrency import Glibc

/// 任务主 — tells which process runs a job, and whether it still does: host, process number and the moment the process
/// began, because process numbers come round again.
struct JobOwner: Equatable {
  let host: String
  let process: Int
  let began: String

  /// This process.
  static var current: JobOwner {
    let process = Int(getpid())
    return JobOwner(host: hostName, process: process, began: beginning(of: process) ?? "")
  }

  /// As the ledger keeps it.
  var text: String { "\(host):\(process):\(began)" }

  init(host: String, process: Int, began: String) {
    self.host = host
    self.process = process
    self.began = began
  }

  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let process = Int(parts[1]) else { return nil }
    self.init(host: parts[0], process: process, began: parts[2])
  }

  /// Whether the process is known to be gone. A process of another machine cannot be seen from here.
  var isGone: Bool { host == Self.hostName && Self.beginning(of: process) != began }

  private static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The 22nd field of /proc/PID/stat: ticks since the machine started. The name before it may hold blanks, so the
  /// fields are counted from the last parenthesis.
  private static func beginning(of process: Int) -> String? {
    guard let file = fopen("/proc/\(process)/stat", "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = fread(&bytes, 1, bytes.count, file)
    let text = String(decoding: bytes[..<count], as: UTF8.self)
    guard let name = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: name)...].split(separator: " ")
    // A zombie is gone for our purpose: it will never finish its job.
    return fields.count > 19 && fields[0] != "Z" ? String(fields[19]) : nil
  }
}
