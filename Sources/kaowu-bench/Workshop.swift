internal import Foundation

/// The folders and programs that the jobs work with.
struct Workshop: Sendable {
  /// The command that is measured.
  let command: String
  /// Scripts and sources of the others.
  let peers: String
  /// Where data is made, and kept for the next time.
  let data: String
  /// What starts the measured commands; nil where no C compiler could make it.
  let launcher: String?

  /// - Throws: where the folder of the data cannot be made.
  init(command: String, peers: String) throws {
    self.command = URL(fileURLWithPath: command).path
    self.peers = URL(fileURLWithPath: peers).path
    let named = ProcessInfo.processInfo.environment["KAOWU_BENCH_DATA"]
    data = named ?? FileManager.default.temporaryDirectory.appending(path: "kaowu-bench").path
    for folder in [data, data + "/floors", data + "/out"] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    let program = data + "/floors/launch"
    launcher = Self.compile("\(self.peers)/launch.c", to: program) ? program : nil
  }

  func path(_ name: String) -> String { "\(data)/\(name)" }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// The bytes of a file; nil where it is not there.
  func size(_ path: String) -> Int? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
  }

  /// The bytes of a folder's largest file.
  func size(inFolder folder: String) -> Int? {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { size("\(folder)/\($0)") }.max()
  }

  /// A file of the data; made where it is not there yet, and under its name only when it is whole.
  func file(_ name: String, make: (_ path: String) async throws -> Void) async throws -> String {
    let path = path(name)
    if FileManager.default.fileExists(atPath: path) { return path }
    let aside = self.path("unfinished-" + name)
    try? FileManager.default.removeItem(atPath: aside)
    try await make(aside)
    try FileManager.default.moveItem(atPath: aside, toPath: path)
    return path
  }

  /// Takes away a file that a run leaves, with what a database keeps beside it.
  func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm", ".wal"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }

  /// Puts a fresh copy of a store where a run will change it.
  func copy(_ store: String, to path: String) throws {
    remove(path)
    try FileManager.default.copyItem(atPath: store, toPath: path)
    // What the copy left to be written must not fall into the measured time.
    sync()
  }

  /// Our own command.
  func ours(_ name: String, _ arguments: [String], prepare: @escaping @Sendable () throws -> Void = {})
    -> Contender
  {
    Contender(name: name, role: .ours, command: [command] + arguments, prepare: prepare)
  }

  /// A script of the folder of peers, run by the Python that `scripts/bench --peers` sets up.
  /// - Parameter modules: what it imports; without one of them it is passed over.
  func python(
    _ name: String, _ script: String, _ arguments: [String], modules: [String],
    prepare: @escaping @Sendable () throws -> Void = {}
  ) -> Contender {
    let own = path("peers/bin/python3")
    let python = FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
    let check = modules.map { "import \($0)" }.joined(separator: "; ")
    let hasAll = (try? MeasuredProcess.run("sh", ["-c", "\(python) -c '\(check)' 2>/dev/null"])) != nil
    return Contender(
      name: name, role: .peer, command: [python, "\(peers)/peers/\(script)"] + arguments,
      missing: hasAll ? nil : "没有 \(modules.joined(separator: "、")) not installed (scripts/bench --peers)",
      prepare: prepare)
  }

  /// A line for the shell that uses other programs.
  func shell(
    _ name: String, role: Contender.Role = .peer, _ line: String, programs: [String],
    prepare: @escaping @Sendable () throws -> Void = {}
  ) -> Contender {
    let absent = programs.filter {
      (try? MeasuredProcess.run("sh", ["-c", "command -v \($0)"])) == nil
    }
    return Contender(
      name: name, role: role, command: ["sh", "-c", "set -e; " + line],
      missing: absent.isEmpty ? nil : "没有 \(absent.joined(separator: "、")) not installed", prepare: prepare)
  }

  /// A file of statements of the folder of peers, run by `psql`; `:'name'` in it stands for a value.
  func sql(
    _ name: String, _ script: String, on address: String, _ values: [String: String],
    prepare: @escaping @Sendable () throws -> Void
  ) -> Contender {
    shell(name, psql(script, on: address, values), programs: ["psql"], prepare: prepare)
  }

  /// Runs such a file.
  func sql(_ script: String, on address: String, _ values: [String: String]) throws {
    _ = try MeasuredProcess.run("sh", ["-c", psql(script, on: address, values)])
  }

  private func psql(_ script: String, on address: String, _ values: [String: String]) -> String {
    let settings = values.sorted { $0.key < $1.key }.map { "--set \($0.key)='\($0.value)'" }
    return "psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 \(settings.joined(separator: " ")) "
      + "--file '\(peers)/peers/\(script)' '\(address)'"
  }

  /// A floor: a program in C that does only what nobody can leave out.
  func floor(
    _ name: String, _ source: String, _ arguments: [String], libraries: [String] = [],
    role: Contender.Role = .floor, prepare: @escaping @Sendable () throws -> Void = {}
  ) -> Contender {
    let program = path("floors/\(source)")
    let isBuilt = Self.compile("\(peers)/floors/\(source).c", to: program, libraries: libraries)
    return Contender(
      name: name, role: role, command: [program] + arguments,
      missing: isBuilt ? nil : "不能编译 does not compile: \(source).c", prepare: prepare)
  }

  /// Compiles a program in C.
  /// - Returns: whether it compiles here.
  private static func compile(_ source: String, to program: String, libraries: [String] = []) -> Bool {
    let links = libraries.map { "-l\($0)" }.joined(separator: " ")
    let build = "cc -O2 -o '\(program)' '\(source)' \(links) 2>/dev/null"
    return (try? MeasuredProcess.run("sh", ["-c", build])) != nil
  }
}
