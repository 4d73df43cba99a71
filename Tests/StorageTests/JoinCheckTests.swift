import TestStores
import Testing

@testable import Storage

/// The check by which statements are held to one sitting and one site: it finds what it is there to find.
@Suite struct JoinCheckTests {
  @Test(
    "a statement that leaves sitting or site open is told",
    arguments: [
      ("SELECT 1 FROM entry WHERE id = $1", ["entry names no sitting"]),
      (
        "SELECT 1 FROM entry e JOIN registration r ON r.id = e.registration WHERE e.sitting = $1",
        [
          "registration names no sitting", "entry and registration do not have sitting in common",
          "entry and registration do not have site in common",
        ]
      ),
      (
        "SELECT 1 FROM entry e JOIN score c ON c.sitting = e.sitting AND c.entry = e.id WHERE e.sitting = $1",
        ["entry and score do not have site in common"]
      ),
      (
        "SELECT 1 FROM registration r WHERE r.sitting = 1 AND EXISTS (SELECT 1 FROM entry e WHERE e.sitting = 1 "
          + "AND substr(e.site, 1, 4) = '9907' AND e.registration = r.id)",
        ["registration and entry do not have site in common"]
      ),
      (
        "UPDATE score SET kept = f.kept FROM (SELECT c.entry, 1 AS kept FROM score c WHERE c.sitting = 1) AS f "
          + "WHERE score.sitting = 1 AND score.entry = f.entry",
        ["score and f do not have sitting in common", "score and f do not have site in common"]
      ),
      (
        "SELECT 1 FROM entry WHERE sitting = 1 UNION ALL SELECT 1 FROM entry WHERE id = 1",
        ["entry names no sitting"]
      ),
    ])
  func faults(_ sql: String, _ faults: [String]) {
    #expect(JoinCheck.faults(in: sql) == faults)
  }

  @Test(
    "a statement that names both is let pass",
    arguments: [
      "SELECT 1 FROM entry WHERE sitting = $1 AND ticket = $2",
      "SELECT 1 FROM trail WHERE sitting IN (0, $1)",
      "SELECT 1 FROM entry e JOIN registration r ON \(Joining.entry()) WHERE e.sitting = $1",
      """
      SELECT 1 FROM stage_row s JOIN entry e ON \(Joining.inSitting(3, "e")) AND e.id = s.about
      LEFT JOIN score c ON \(Joining.record("c")) WHERE NOT EXISTS (
        SELECT 1 FROM registration r JOIN photo p ON \(Joining.photo()) WHERE \(Joining.entry()))
      """,
      """
      UPDATE entry SET room = 'a' WHERE \(Joining.inSitting("(SELECT x.sitting FROM chosen x LIMIT 1)", "entry"))
        AND entry.room IS NOT DISTINCT FROM 'b' AND id IN (SELECT entry FROM chosen)
      """,
      """
      WITH held AS (SELECT e.site FROM entry e WHERE e.sitting = $1 AND e.site = $2)
      SELECT site FROM held UNION ALL SELECT NULL FROM held
      """,
      "INSERT INTO violation (entry, sitting, site) VALUES (1, 1, 'a') ON CONFLICT (entry) DO UPDATE SET kind = 'b'",
    ])
  func sound(_ sql: String) {
    #expect(JoinCheck.faults(in: sql) == [])
  }
}
