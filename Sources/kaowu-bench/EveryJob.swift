/// The jobs, in the order in which they are run and shown.
let everyJob: [any Job.Type] = [
  StartUp.self, WorkbookReading.self, RegistrationImport.self, RegistrationRepeat.self,
  ServerRegistrationImport.self,
  ScoreImport.self, ServerScoreImport.self,
  PhotoImport.self, MachineTestPackage.self, ReportWorkbook.self, ScoreStatistics.self,
  AnnotatedWorkbook.self,
]
