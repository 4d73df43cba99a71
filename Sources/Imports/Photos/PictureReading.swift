public import Tabular

/// 照片读取结果 — what a look into a picture's bytes told.
public struct PictureReading: Sendable {
  /// What is wrong with a picture, in words.
  public struct Problem: Sendable {
    /// What is wrong and why.
    public var message: Wording
    /// What to do.
    public var advice: Wording

    /// A problem.
    public init(message: Wording, advice: Wording) {
      self.message = message
      self.advice = advice
    }
  }

  /// `jpeg` or `png`, as the content says; nil where it is no picture.
  public var format: String?
  /// In pixels.
  public var width = 0
  /// In pixels.
  public var height = 0
  /// The picture without metadata, as it is stored.
  public var cleaned: [UInt8] = []
  /// What is wrong with it; nil for a whole picture.
  public var problem: Problem?
  /// What its pixels tell of the portrait; nil where nobody asked, or the picture is not whole.
  public var portrait: PortraitReading?

  /// A reading of nothing.
  public init() {}
}

/// 照片检查器 — looks into pictures; the import itself knows no picture format. Called on any thread.
public protocol PictureChecker: Sendable {
  /// A reader for a task of its own.
  func makeReader() -> any PictureReader
  /// A picture without metadata, of one that was found whole before: its pixels are not looked at again. Nil for what
  /// is no such picture.
  func cleaned(_ picture: [UInt8]) -> [UInt8]?
}

/// 照片读取器 — looks into pictures one after the other, and keeps what serves the next one too. Used by one task.
public protocol PictureReader {
  /// What the bytes of a picture tell.
  mutating func read(_ picture: [UInt8]) -> PictureReading
}
