internal import Foundation
internal import Storage
internal import StoragePostgres
internal import StorageSQLite
internal import Tabular

/// 数据库位置 — where the store lies: `--store`, else `$KAOWU_STORE`, else `kaowu.sqlite` in the current folder.
enum StoreLocation {
  /// A file of SQLite.
  case file(path: String)
  /// A database of a PostgreSQL server.
  case server(PostgresAddress)

  /// - Throws: `UsageError` where no file is named, `StoreError` for a server's address that cannot be read.
  init(option: String?) throws {
    let named = option ?? ProcessInfo.processInfo.environment["KAOWU_STORE"].flatMap { $0.isEmpty ? nil : $0 }
    let url = named ?? "kaowu.sqlite"
    guard !["postgres://", "postgresql://"].contains(where: url.hasPrefix) else {
      self = .server(try PostgresAddress(url))
      return
    }
    let path = url.hasPrefix("sqlite:") ? String(url.dropFirst("sqlite:".count)) : url
    self = .file(path: path)
    guard !path.isEmpty else {
      throw UsageError(
        zh: "--store 没有写出文件。请写成 --store 考务.sqlite。",
        en: "--store names no file. Write --store kaowu.sqlite, for example.")
    }
  }

  /// What the store is called where people read it: never with a password.
  var shown: String {
    switch self {
    case .file(let path): path
    case .server(let address): address.shown
    }
  }

  /// The folder that a store's file lies in; nil where it is no file.
  var folder: URL? {
    guard case .file(let path) = self else { return nil }
    return URL(fileURLWithPath: path).deletingLastPathComponent()
  }

  /// Opens the store, making it first where `create` says so.
  /// - Throws: a `StoreError` that names the place.
  func open(create: Bool) async throws -> any Database {
    switch self {
    case .server(let address): return try await PostgresDatabase(address, create: create)
    case .file(let path):
      try Self.check(path, create: create)
      do {
        return try await SQLiteDatabase(path: path, create: create)
      } catch let error as StoreError {
        throw create && error.code == .missing ? Self.cannotBeMade(path) : Self.named(error, path)
      }
    }
  }

  /// What SQLite would only call "cannot be opened" is told apart before.
  private static func check(_ path: String, create: Bool) throws(StoreError) {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if exists, isFolder.boolValue {
      throw StoreError(
        .notAStore, zh: "\(path) 是文件夹，不是数据库。请写出文件名，如 --store \(path)/kaowu.sqlite。",
        en: "\(path) is a folder, not a store. Name a file, such as --store \(path)/kaowu.sqlite.")
    }
    guard !exists else { return }
    guard create else {
      throw StoreError(
        .missing, zh: "没有数据库 \(path)。请先用 kaowu init 建立，或用 --store 指出它在哪里。",
        en: "There is no store \(path). Make it with kaowu init, or say with --store where it is.")
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder) else {
      throw StoreError(
        .missing, zh: "没有文件夹 \(folder)，不能在其中建立数据库。请先建立文件夹，或换一个位置。",
        en: "There is no folder \(folder) to make the store in. Make the folder first, or choose another.")
    }
  }

  private static func cannotBeMade(_ path: String) -> StoreError {
    StoreError(
      .disk, zh: "不能建立数据库 \(path)。请检查文件夹的写权限，或用 --store 换一个位置。",
      en: "The store \(path) cannot be made. Check that the folder may be written to, or choose another.")
  }

  private static func named(_ error: StoreError, _ path: String) -> StoreError {
    StoreError(
      error.code, detail: error.detail, zh: "\(path)：\(error.wording.zh)", en: "\(path): \(error.wording.en)")
  }
}
