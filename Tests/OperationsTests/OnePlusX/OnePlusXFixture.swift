import Files
import Foundation
import Imports
import Operations
import Storage
import Tabular

/// The sample sitting of the 1+X programme in a store of its own: its assessment body is the user `body`, its schools
/// are 990001 and 990002.
struct OnePlusXFixture: Sendable {
  static let sitting = "one-plus-x-20"
  static let school = "990001"
  static let station = "99000101"
  static let plan = "K202012199001"
  static let registrationTime = "2020-11-10 10:00"
  static let roomTime = "2020-12-05 10:00"

  let store: OfficeFixture

  init(now: String = registrationTime) async throws {
    store = try await OfficeFixture(nil, now: now)
    struct NotLoaded: Error { let codes: [String] }
    let load = try await store.loadSitting(try Self.text())
    guard load.isLoaded else { throw NotLoaded(codes: load.findings.map(\.code)) }
  }

  /// A store in which the sitting is loaded already.
  init(_ store: OfficeFixture) { self.store = store }

  static func text() throws -> String {
    let file = try FileSource(
      path: Shipped.samples.appending(path: "one-plus-x/sitting/one-plus-x-20.yaml").path)
    return String(decoding: try file.bytes(in: 0..<file.count), as: UTF8.self)
  }

  /// The office as the school sees it.
  func office(_ user: String = "school990001") -> Office { store.office(user) }

  /// Imports rows of texts under headings.
  func importing(
    _ kind: String, _ headings: [String], _ rows: [[String]], site: String = school,
    as user: String = "school990001", _ options: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    let path = store.newPath(".xlsx")
    let cells = ([headings] + rows).map { $0.map { SheetCell(stringLiteral: $0) } }
    try SheetFile("数据", rows: cells).write(to: path)
    return try await store.importing(
      kind, path, sitting: Self.sitting, site: site, as: user, options)
  }

  /// A good application for the station.
  func request(_ site: String = station) -> StationRequest {
    var request = StationRequest(sitting: Self.sitting, site: site)
    request.name = "测试职业学院一测试系统运维考核站点"
    (request.region, request.address) = ("110108", "测试路1号实训楼")
    (request.contactName, request.contactPhone) = ("李测试", "13800000000")
    request.contactEmail = "station@example.com"
    request.certificates = ["测试系统运维"]
    return request
  }

  /// Applies for a station and has it approved.
  func approve(_ site: String = station, as user: String = "school990001") async throws {
    _ = try await office(user).applyForStation(request(site))
    _ = try await office("body").decideStation(.approved, sitting: Self.sitting, site: site)
  }
}
