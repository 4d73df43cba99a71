/// 退出码 — what the command says to the program that called it.
enum ExitStatus: Int32, Error {
  /// Done.
  case done = 0
  /// The input had findings and was refused, or some of it was.
  case findings = 1
  /// The command was called the wrong way.
  case usage = 2
  /// The file is not what it should be.
  case badFile = 3
  /// Not allowed now, or not to this user.
  case notAllowed = 4
  /// The store or the disk failed.
  case storeFailed = 5
  /// Stopped by a person.
  case cancelled = 130
}
