internal import ArgumentParser
internal import Logging
internal import Operations
internal import ServiceLifecycle
internal import Tabular
internal import UnixSignals

/// `kaowu worker`
struct WorkerCommand: AsyncParsableCommand, SelfStopping {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "工人：取排队的任务来运行，可在任何机器上开任意多个 — takes queued jobs",
    discussion: """
      任务由 kaowu import … --queue 排队。SIGTERM 或 Ctrl-C：做完手上的再停；再来一次：手上的立即交还。
      SIGTERM or Ctrl-C: what is at work is finished first; once more: it is handed back at once.

      例 / example:
        kaowu worker --count 2
        kaowu worker --once
        kaowu worker --metrics 127.0.0.1:9464
      """)

  @Option(help: "同时运行几个任务 / how many jobs at a time") var count = 1
  @Flag(help: "队列空了就结束 / end when the queue is empty") var once = false
  @Option(help: "租约秒数：工人没有心跳多久算失去 / seconds without a heartbeat before a job is another's")
  var lease = 30.0
  @Option(help: "一个任务最多开始几次，之后算失败 / how often a job is begun at most") var attempts = 5
  @Option(help: "在此地址提供 Prometheus 指标 / serve metrics at this address") var metrics: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (1...64).contains(count), (0.5...3_600).contains(lease), (1...100).contains(attempts) else {
      throw UsageError(
        zh: "--count 应在 1 到 64 之间，--lease 应在 0.5 到 3600 秒之间，--attempts 应在 1 到 100 之间。",
        en: "--count is 1 to 64, --lease 0.5 to 3600 seconds, --attempts 1 to 100.")
    }
    if let metrics, MetricsAddress(metrics) == nil {
      throw UsageError(
        zh: "--metrics 的“\(metrics)”不是地址。请写成 127.0.0.1:9464 的样子。",
        en: "--metrics “\(metrics)” is no address. Write it like 127.0.0.1:9464.")
    }
  }

  func run() async throws {
    // Signals that come while the store is being opened are not lost.
    let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
    let office = try await global.office()
    var logger = Logger(label: "kaowu.worker") { _ in LineLogHandler() }
    if global.quiet { logger.logLevel = .warning }
    let figures = Metrics()
    var settings = Worker.Settings()
    settings.lease = .seconds(lease)
    settings.attempts = attempts
    settings.endsWhenEmpty = once
    let observer = SeveralObservers(observers: [WorkerLog(logger: logger), figures])
    let workers = (1...count).map { Worker(office, number: $0, settings: settings, observer: observer) }
    // Where the workers are done, everything is.
    var services = [
      ServiceGroupConfiguration.ServiceConfiguration(
        service: WorkerService(workers: workers), successTerminationBehavior: .gracefullyShutdownGroup,
        serviceName: "workers")
    ]
    if let address = metrics.flatMap(MetricsAddress.init) {
      let service = MetricsService(address: address, metrics: figures, database: office.database)
      services.append(
        .init(service: service, successTerminationBehavior: .ignore, serviceName: "metrics"))
    }
    logger.info(
      "workers started", metadata: ["count": "\(count)", "leaseSeconds": "\(lease)"])
    try await Self.run(services, logger, until: signals)
    logger.info("workers stopped")
  }

  /// Runs the services: the first signal asks them to finish, the second cancels them.
  private static func run(
    _ services: [ServiceGroupConfiguration.ServiceConfiguration], _ logger: Logger,
    until signals: UnixSignalsSequence
  ) async throws {
    var quiet = logger
    quiet.logLevel = .error
    let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: services, logger: quiet))
    let running = Task { try await group.run() }
    let listening = Task {
      var isStopping = false
      for await _ in signals {
        if isStopping { running.cancel() } else { await group.triggerGracefulShutdown() }
        logger.notice(isStopping ? "handing back what is at work" : "finishing what is at work")
        isStopping = true
      }
    }
    defer { listening.cancel() }
    do {
      try await running.value
    } catch is CancellationError {
      throw ExitStatus.cancelled
    }
    if running.isCancelled { throw ExitStatus.cancelled }
  }
}
