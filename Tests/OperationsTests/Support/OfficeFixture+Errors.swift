import Operations
import Tabular
import Testing

extension OfficeFixture {
  /// The `FileError` in which an import must end.
  func fileError(
    _ kind: String, _ path: String, site: String = "990701", as user: String? = nil,
    location: SourceLocation = #_sourceLocation
  ) async throws -> FileError {
    try #require(
      await #expect(throws: FileError.self, sourceLocation: location) {
        _ = try await self.importing(kind, path, site: site, as: user)
      }, sourceLocation: location)
  }
}

/// The `Refusal` in which something must end.
func refusal(
  location: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async throws -> Refusal {
  try #require(
    await #expect(throws: Refusal.self, sourceLocation: location) { try await body() },
    sourceLocation: location)
}
