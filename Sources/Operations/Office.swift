public import ExamModel
public import ImageFormat
public import Pipeline
public import Programmes
public import Storage

/// 考务办公室 — the door to every use case: a store, the programmes' definitions, who acts, and what time it is. The use
/// cases themselves are extensions, one file each.
public struct Office: Sendable {
  /// Where everything is kept.
  public let database: any Database
  /// The programmes' definitions.
  public let library: ProgrammeLibrary
  /// The name of the user who acts.
  public let userName: String
  /// The clock, passed in so that windows can be tested at any second (WIN-06).
  public let clock: @Sendable () -> Instant
  /// Shows how far long work is.
  public let progress: any ProgressDisplay
  /// Gives the face detector when it is first needed; nil where the machine has none (PHO-06).
  public let faceDetector: @Sendable () -> (any FaceDetector)?
  /// The program with its version, as packages name who made them.
  public let program: String

  /// An office.
  public init(
    database: any Database, library: ProgrammeLibrary, userName: String,
    clock: @escaping @Sendable () -> Instant, progress: any ProgressDisplay = NoProgress(),
    faceDetector: @escaping @Sendable () -> (any FaceDetector)? = { nil }, program: String = "kaowu"
  ) {
    self.database = database
    self.library = library
    self.userName = userName
    self.clock = clock
    self.progress = progress
    self.faceDetector = faceDetector
    self.program = program
  }

  /// The same office as another user sees it, at another time where that is given; it shows no progress.
  func acting(as user: String, at moment: Instant? = nil) -> Office {
    let present = clock
    return Office(
      database: database, library: library, userName: user, clock: { moment ?? present() },
      faceDetector: faceDetector, program: program)
  }

  /// What time it is.
  public var now: Instant { clock() }
}
