import Tabular

/// The error that `body` throws; nil where it throws none.
func failure<Value>(of body: () throws(FileError) -> Value) -> FileError? {
  do {
    _ = try body()
    return nil
  } catch {
    return error
  }
}
