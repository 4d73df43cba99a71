/// One job of the benchmark: how its data is made, and who does it.
protocol Job: Sendable {
  static var name: String { get }
  static var title: String { get }
  /// What a row of it is called.
  static var unit: String { get }
  /// The sizes that are run, ascending; the exponent of the cost is taken over them.
  static var sizes: [Int] { get }
  /// The sizes of a quick run.
  static var quickSizes: [Int] { get }
  /// The size at which the others are run too.
  static var comparedSize: Int { get }
  /// What is to be reached, in words.
  static var aims: String { get }

  /// Makes the data of a size, where it is not there yet, and says who does the job.
  static func contenders(_ size: Int, _ workshop: Workshop) async throws -> [Contender]
}

extension Job {
  static var unit: String { "行 rows" }
  static var quickSizes: [Int] { [10_000, 100_000] }
}

/// Someone who does a job: the program itself, another one, or a floor, which only does what cannot be left out.
struct Contender: Sendable {
  enum Role: Sendable {
    case ours
    case peer
    case floor
  }

  var name: String
  var role: Role
  /// Which of several forms of the data it reads; ratios are taken within a form.
  var group = ""
  /// The program and its arguments.
  var command: [String]
  /// Why it cannot run here; nil where it can.
  var missing: String?
  /// Exit statuses that are no failure.
  var statuses: Set<Int> = [0]
  /// What must be done before each run, outside the measured time.
  var prepare: @Sendable () throws -> Void = {}
  /// The size of what it made, in bytes, where that matters.
  var madeBytes: (@Sendable () -> Int?)?

  /// One who needs a server where there is none.
  static func withoutServer(_ name: String) -> Contender {
    Contender(name: name, role: .peer, command: [], missing: "没有 PostgreSQL 服务器 there is no server")
  }
}
