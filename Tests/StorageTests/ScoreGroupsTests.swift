import Testing

@testable import Storage

@Suite("Counts by site and subject")
struct ScoreGroupsTests {
  @Test("SCO-08 rows of several sites in any order each find the counts of their site and subject")
  func places() {
    var groups = ScoreGroups(organisation: "9907", classes: 2)
    let rows = [
      ("990701", "14"), ("990701", "26"), ("990702", "14"), ("990701", "14"), ("990702", "14"),
      ("990701", "26"), ("990701", "14"),
    ]
    for (site, subject) in rows {
      if let place = groups.place(site: site, subject: subject) {
        groups[place].add(class: 1, kept: 0, hasCertificate: true)
      }
    }
    let met = groups.counts.map { "\($0.site ?? "") \($0.subject ?? "") \($0.entries)" }
    #expect(met == ["990701 14 3", "990701 26 2", "990702 14 2"])
    #expect(groups.counts.map(\.counts) == [[0, 3], [0, 2], [0, 2]])
    #expect(groups.counts.map(\.certificates) == [3, 2, 2])
  }

  @Test("ORG-02 a site outside the organisation is not counted, wherever it comes")
  func outside() {
    var groups = ScoreGroups(organisation: "9907", classes: 1)
    #expect(groups.place(site: "990801", subject: "14") == nil)
    #expect(groups.place(site: "990701", subject: "14") == 0)
    #expect(groups.place(site: "99070", subject: "14") == 1)
    #expect(groups.place(site: "9906", subject: "14") == nil)
    #expect(groups.place(site: "990801", subject: "26") == nil)
    #expect(groups.counts.map(\.site) == ["990701", "99070"])
  }

  @Test("an entry whose result is of no class, kept or without a certificate, counts as what it is")
  func entry() {
    var counts = ScoreCounts.none(classes: 1)
    counts.add(class: nil, kept: 1, hasCertificate: false)
    counts.add(class: 0, kept: 0, hasCertificate: true)
    #expect(counts.counts == [1])
    #expect(counts.kept == 1)
    #expect(counts.certificates == 1)
    #expect(counts.entries == 2)
  }
}
