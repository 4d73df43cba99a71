public import Storage
internal import Synchronization

/// 指标 — figures of a process's workers, as text in Prometheus' exposition format: counters since the process began, and
/// the queue as it is when somebody asks.
public final class Metrics: WorkerObserver {
  /// The upper bounds of the histogram of seconds.
  static let bounds = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600]

  private struct Values {
    var counters: [Series: Double] = [:]
    var seconds: [ImportStage: Histogram] = [:]
  }

  /// One counter with its labels.
  private struct Series: Hashable {
    var name: String
    var labels: [String]
  }

  private struct Histogram {
    var buckets = [Int](repeating: 0, count: Metrics.bounds.count)
    var count = 0
    var sum = 0.0

    mutating func add(_ value: Double) {
      for (index, bound) in Metrics.bounds.enumerated() where value <= bound { buckets[index] += 1 }
      count += 1
      sum += value
    }
  }

  private let values = Mutex(Values())

  /// Figures of nothing yet.
  public init() {}

  public func note(_ event: WorkerEvent) {
    values.withLock { values in
      func add(_ name: String, _ labels: [String] = [], _ value: Int = 1) {
        if value != 0 { values.counters[Series(name: name, labels: labels), default: 0] += Double(value) }
      }
      switch event {
      case .took, .gaveBack: break
      case .tookOver: add("takeovers")
      case .broke(let job, let code, _): add("retries", ["kind", job.kind, "code", code])
      case .lostLease: add("lost")
      case .storeFailed(let code): add("store", ["code", code])
      case .ended(let job, let end):
        add("ended", ["kind", job.kind, "state", end.state])
        for (outcome, count) in end.rows { add("rows", ["kind", job.kind, "outcome", outcome], count) }
        for (rule, count) in end.findings { add("findings", ["rule", rule], count) }
        for (stage, seconds) in end.seconds { values.seconds[stage, default: Histogram()].add(seconds) }
      }
    }
  }

  /// The figures as text.
  /// - Parameter queue: what is in the queue; nil where the store cannot be reached.
  public func text(_ queue: QueueCounts?) -> String {
    let values = values.withLock { $0 }
    var text = MetricsText()
    if let queue {
      text.head(
        "kaowu_queue_jobs", "gauge", "Jobs in the queue, by import kind and whether a worker is at them.")
      for (state, counts) in [("waiting", queue.waiting), ("running", queue.running)] {
        for (kind, count) in counts.sorted(by: { $0.key < $1.key }) {
          text.line("kaowu_queue_jobs", ["state", state, "kind", kind], Double(count))
        }
      }
      text.head("kaowu_queue_oldest_seconds", "gauge", "How long the job waits that was queued first.")
      text.line("kaowu_queue_oldest_seconds", [], queue.oldestSeconds)
    }
    text.head("kaowu_store_up", "gauge", "Whether the store answered just now.")
    text.line("kaowu_store_up", [], queue == nil ? 0 : 1)
    for (name, full, help) in Self.counters {
      text.head(full, "counter", help)
      let series = values.counters.filter { $0.key.name == name }.sorted {
        $0.key.labels.lexicographicallyPrecedes($1.key.labels)
      }
      // A counter without labels is there from the beginning, so that its first increase is seen.
      if series.isEmpty, ["lost", "takeovers"].contains(name) { text.line(full, [], 0) }
      for (key, value) in series { text.line(full, key.labels, value) }
    }
    let name = "kaowu_stage_seconds"
    text.head(name, "histogram", "Seconds of each stage of an import that ended.")
    for stage in ImportStage.allCases {
      let histogram = values.seconds[stage] ?? Histogram()
      let label = ["stage", stage.rawValue]
      for (bound, count) in zip(Self.bounds, histogram.buckets) {
        text.line(name + "_bucket", label + ["le", MetricsText.number(bound)], Double(count))
      }
      text.line(name + "_bucket", label + ["le", "+Inf"], Double(histogram.count))
      text.line(name + "_sum", label, histogram.sum)
      text.line(name + "_count", label, Double(histogram.count))
    }
    return text.text
  }

  private static let counters = [
    ("ended", "kaowu_jobs_ended_total", "Jobs that ended, by import kind and state."),
    ("rows", "kaowu_rows_total", "Rows of jobs that ended, by what became of them; read counts them all."),
    ("findings", "kaowu_findings_total", "Findings by rule."),
    ("retries", "kaowu_job_retries_total", "Jobs that broke off and are taken again, by error."),
    ("lost", "kaowu_leases_lost_total", "Leases that this process lost while it was at work."),
    ("takeovers", "kaowu_job_takeovers_total", "Jobs taken over from workers that were killed or too late."),
    ("store", "kaowu_store_failures_total", "Times that the store could not be reached, by error."),
  ]
}

/// Lines of the exposition format.
struct MetricsText {
  private(set) var text = ""

  mutating func head(_ name: String, _ type: String, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  /// - Parameter labels: names and values by turns.
  mutating func line(_ name: String, _ labels: [String], _ value: Double) {
    let pairs = stride(from: 0, to: labels.count - 1, by: 2).map {
      "\(labels[$0])=\"\(Self.escaped(labels[$0 + 1]))\""
    }
    text += name + (pairs.isEmpty ? "" : "{\(pairs.joined(separator: ","))}") + " \(Self.number(value))\n"
  }

  /// A whole number without a decimal point.
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }

  private static func escaped(_ value: String) -> String {
    value.reduce(into: "") { text, character in
      switch character {
      case "\\": text += "\\\\"
      case "\"": text += "\\\""
      case "\n": text += "\\n"
      default: text.append(character)
      }
    }
  }
}
