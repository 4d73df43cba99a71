import Foundation
import Operations
import Storage
import Testing

/// The figures of the workers, as a monitoring system reads them.
@Suite struct MetricsTests {
  @Test(
    "OPS-03 the metrics are in the text format, and count jobs, rows, findings by rule, seconds and retries")
  func text() async throws {
    let scene = try await QueueScene()
    let metrics = Metrics()
    scene.recorder.onEvent { metrics.note($0) }
    var bad = Candidate.some(4)
    bad[1].email = "没有"
    try await scene.queue(bad)
    try await scene.queue((10..<13).map { Candidate($0) })
    let before = try samples(metrics.text(try await scene.database.read { try QueueCounts($0) }))
    #expect(before["kaowu_queue_jobs{state=\"waiting\",kind=\"registrations\"}"] == 2)
    #expect(before["kaowu_leases_lost_total"] == 0)
    try await scene.drain()
    let after = try samples(metrics.text(try await scene.database.read { try QueueCounts($0) }))
    #expect(after["kaowu_jobs_ended_total{kind=\"registrations\",state=\"refused\"}"] == 1)
    #expect(after["kaowu_jobs_ended_total{kind=\"registrations\",state=\"done\"}"] == 1)
    #expect(after["kaowu_rows_total{kind=\"registrations\",outcome=\"read\"}"] == 7)
    #expect(after["kaowu_findings_total{rule=\"FMT.email\"}"] == 1)
    for stage in ["reading", "settling"] {
      #expect(after["kaowu_stage_seconds_count{stage=\"\(stage)\"}"] == 2)
      #expect(after["kaowu_stage_seconds_bucket{stage=\"\(stage)\",le=\"+Inf\"}"] == 2)
    }
    #expect(after["kaowu_store_up"] == 1)
    #expect(try samples(metrics.text(nil))["kaowu_store_up"] == 0)
  }

  /// Reads the format strictly: every sample stands below its HELP and TYPE, each once.
  private func samples(_ text: String) throws -> [String: Double] {
    #expect(text.hasSuffix("\n"))
    var samples: [String: Double] = [:]
    var name = ""
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 3)
      if line.hasPrefix("# HELP ") {
        name = String(words[2])
      } else if line.hasPrefix("# TYPE ") {
        #expect(words[2] == name && ["gauge", "counter", "histogram"].contains(words[3]))
      } else {
        let space = try #require(line.lastIndex(of: " "))
        let key = String(line[..<space])
        #expect(key.hasPrefix(name) && samples[key] == nil)
        #expect(key.wholeMatch(of: /[a-z_]+(\{([a-z]+="[^"]*",?)+\})?/) != nil, "\(key)")
        let value = String(line[line.index(after: space)...])
        let number: Double = try #require(Double(value), "\(line)")
        samples[key] = number
      }
    }
    return samples
  }
}
