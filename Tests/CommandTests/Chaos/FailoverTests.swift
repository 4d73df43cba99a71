import Foundation
import TestStores
import Testing

/// The primary dies in the very moment of a commit, and its standby takes over: the numbers of the old server's transactions
/// mean nothing to the new one, and still nobody is told anything that is not so.
@Suite(.serialized, .enabled(if: TestCluster.isPossible, Comment(rawValue: TestCluster.why)))
struct FailoverTests {
  /// A primary with a standby and a town on it, reached through a proxy that leads to whichever lives.
  private struct Pair {
    let primary: TestCluster
    let standby: TestCluster
    let proxy: CuttingProxy
    let town: ChaosTown

    init() async throws {
      primary = try await TestCluster.make()
      proxy = try CuttingProxy(to: primary.port)
      let url = try await primary.makeStore().replacing(":\(primary.port)/", with: ":\(proxy.port)/")
      var size = ChaosFiles.Size()
      (size.sites, size.rows) = (1, 6)
      town = try await ChaosTown(try ChaosFiles(size), store: url)
      standby = try await primary.standby()
    }

    /// The primary dies at the commit of a transaction in which a text was sent.
    func fail(_ loss: CuttingProxy.Loss, at text: String) {
      proxy.cut(loss, ofTransactionWith: text) { [primary, standby, proxy] in
        try await primary.stop()
        try await standby.promote()
        proxy.lead(to: standby.port)
      }
    }
  }

  @Test(
    "OPS-03 a file handed in while the primary dies at the commit is accepted, once, whether it was taken or not",
    arguments: [CuttingProxy.Loss.answer, .request])
  func handingIn(_ loss: CuttingProxy.Loss) async throws {
    let pair = try await Pair()
    defer { pair.proxy.end() }
    let job = pair.town.files.first[0]
    pair.fail(loss, at: "INSERT INTO queued_job")
    let run = try await pair.town.call(
      [
        "import", job.kind, pair.town.files.path(job), "--sitting", "ncre-58", "--site", job.site, "--queue",
        "--json",
        "--now", job.now,
      ])
    #expect(run.status == 0, "\(run.screen)")
    #expect(pair.proxy.cuts == 1)
    #expect(try run.object()["state"] as? String == "received")
    #expect(try await pair.town.ledger() == ["\(job.file) received 0 0"])
  }

  @Test(
    "OPS-03 a worker whose primary dies at the commit of a merge goes on with the standby; the job is done once",
    arguments: [CuttingProxy.Loss.answer, .request])
  func merging(_ loss: CuttingProxy.Loss) async throws {
    let pair = try await Pair()
    defer { pair.proxy.end() }
    let job = pair.town.files.first[0]
    try await pair.town.handIn([job])
    pair.fail(loss, at: "DELETE FROM queued_job")
    let run = try await pair.town.call(["worker", "--once", "--now", CommandFixture.registering])
    #expect(run.status == 0, "\(run.errors)")
    #expect(pair.proxy.cuts == 1)
    #expect(try await pair.town.ledger() == ["\(job.file) done 6 0"])
    // What was merged is not merged again, and what was not is said to be taken again.
    #expect(run.errorLines.count { $0.contains("\"job ended\"") } == 1, "\(run.errors)")
    #expect(run.errorLines.count { $0.contains("job taken") } == (loss == .answer ? 1 : 2), "\(run.errors)")
    #expect(!run.errors.contains("lease lost"))
    #expect(try await pair.town.call(["trail", "verify"]).status == 0)
  }
}
