public import Tabular

/// 拒绝规则 — what a rule behind refusals asks, and what to do: the general words to what a `Refusal` says of one case.
public struct RefusalRule: Sendable {
  /// The rule's ID.
  public let rule: String
  /// What the rule asks.
  public let meaning: Wording
  /// What to do.
  public let remedy: Wording

  private init(_ rule: String, _ meaning: Wording, _ remedy: Wording) {
    self.rule = rule
    self.meaning = meaning
    self.remedy = remedy
  }

  /// One entry for each rule that a `Refusal` can carry, in the order of the rules.
  public static let all: [RefusalRule] = [
    RefusalRule(
      "ARR-02",
      Wording(
        zh: "编排前，考点的全部报考都要已支付。", en: "Before a site is arranged, all of its entries must be paid."),
      Wording(
        zh: "请先导入支付确认，或删除未支付的报考。", en: "Import the payments first, or delete the unpaid entries.")),
    RefusalRule(
      "ARR-05",
      Wording(
        zh: "只有考点可以编排；有了准考证号、违纪缺考或成绩以后，编排不能再变。",
        en: "Only sites are arranged, and not again once there are ticket numbers, violations or scores."),
      Wording(
        zh: "请检查 --site；确需重排时先用 kaowu arrange clear 清除。",
        en: "Check --site; to arrange anew, clear it first with kaowu arrange clear.")),
    RefusalRule(
      "CAN-03",
      Wording(
        zh: "非关键信息一次最多更新 3000 名考生。", en: "Non-key fields are updated for at most 3 000 candidates at once."),
      Wording(zh: "请用 --where 或 --id 分批更新。", en: "Split them with --where or --id.")),
    RefusalRule(
      "CAN-04",
      Wording(zh: "只有已支付的报考可以取消。", en: "Only entries that are paid can be cancelled."),
      Wording(
        zh: "未支付的集体报名报考请用 kaowu candidates delete 删除。",
        en: "Delete unpaid collective entries with kaowu candidates delete.")),
    RefusalRule(
      "DOC-01",
      Wording(zh: "数据包按考点生成。", en: "Packages are made for one site."),
      Wording(zh: "请用 --site 指定一个考点。", en: "Name a site with --site.")),
    RefusalRule(
      "DOC-04",
      Wording(
        zh: "考生准考证在编排时间结束以后预生成；数据有变动的要重新生成，不再给考生下载。",
        en: "Candidates' tickets are made once the arrangement window is over, and again once data changed."),
      Wording(
        zh: "请用 kaowu tickets check 检测，用 kaowu export candidate-tickets 重新预生成。",
        en: "Check them with kaowu tickets check, make them with kaowu export candidate-tickets.")),
    RefusalRule(
      "DOC-08",
      Wording(
        zh: "数据包只出自同一时刻的数据；生成期间数据有变动的，不留下。",
        en: "A package is made of the data of one moment; where it changes meanwhile, no package stays."),
      Wording(zh: "请重新导出。", en: "Export it again.")),
    RefusalRule(
      "EXC-01",
      Wording(
        zh: "机考系统异常文件由考点上传、删除，由上级机构处理。",
        en: "Exception files are sent and deleted by sites, and processed by the organisation above."),
      Wording(
        zh: "请上级用 kaowu files process 设置状态。",
        en: "Have the organisation above set the state with kaowu files process.")),
    RefusalRule(
      "MOC-01",
      Wording(
        zh: "一个模拟考试报告处理完成之前，不能再上传一个。",
        en: "While one mock-exam report is being processed, no second one is taken."),
      Wording(
        zh: "请用 kaowu files list 查看状态，完成后再上传。", en: "See kaowu files list, and send it when that one is done."
      )),
    RefusalRule(
      "OPS-01",
      Wording(
        zh: "检查之后、写入之前，数据被其他操作改动了，因此什么都没有写入。",
        en: "The data changed between checking and writing, so nothing was written."),
      Wording(zh: "请重新导入同一文件。", en: "Import the same file again.")),
    RefusalRule(
      "OPS-03",
      Wording(
        zh: "排队的任务由工人（kaowu worker）运行；只有在队列里的可以取消，只有失败或已取消而文件还在的可以重试。",
        en: """
          Queued jobs are run by workers (kaowu worker); what is in the queue can be cancelled, what failed or was \
          cancelled can be retried while its file is kept.
          """),
      Wording(
        zh: "请用 kaowu jobs show 查看任务的状态。", en: "See the job's state with kaowu jobs show.")),
    RefusalRule(
      "ORG-02",
      Wording(
        zh: "每个用户属于一个机构，只能看到和修改本机构及下级；范围以外的考次、机构和任务，回答与不存在时一样。",
        en: """
          A user belongs to one organisation and sees and changes only it and those below; what is outside \
          answers as if it were not there.
          """),
      Wording(
        zh: "请检查 --sitting、--site 和 --as；查看者不能修改，请换有权限的用户。",
        en: "Check --sitting, --site and --as; a viewer changes nothing, so act as a user who may.")),
    RefusalRule(
      "ORG-03",
      Wording(
        zh: "机构在本考次未启用，不能导入或导出。",
        en: "The organisation is not enabled for the sitting and can neither import nor export."),
      Wording(
        zh: "请上级在考次文件中启用（enabled: true）后重新载入。",
        en: "Have it enabled in the sitting file (enabled: true) and loaded again.")),
    RefusalRule(
      "ORG-04",
      Wording(
        zh: "新考次可以复制同一考试项目以前考次的机构、用户和分账账户；每个机构的分账账户以账号区分。",
        en: """
          A new sitting can be copied from an earlier one of the programme: organisations, users, settlement accounts. \
          An account is named by its number in its organisation.
          """),
      Wording(
        zh: "请用 kaowu sitting list 和 kaowu accounts list 查看已有的考次和账户。",
        en: "See kaowu sitting list and kaowu accounts list for what is there.")),
    RefusalRule(
      "ORG-05",
      Wording(
        zh: "信息已审核的机构不能修改；审核和取消审核由上级机构办理，不影响机构的使用。",
        en: "An audited organisation is not edited; one above it audits it and takes that back."),
      Wording(
        zh: "请上级用 kaowu organisations audit --undo 取消审核后再修改。",
        en: "Have an organisation above take the audit back: kaowu organisations audit --undo.")),
    RefusalRule(
      "ORG-06",
      Wording(
        zh: "考次已关闭，只能查询和导出。", en: "The sitting is closed: it is read and exported, never changed."),
      Wording(zh: "请检查 --sitting 是否写错。", en: "Check whether --sitting is right.")),
    RefusalRule(
      "ORG-07",
      Wording(
        zh: "考点没有地址就不能编排，因为准考证要印地址。",
        en: "A site without an address cannot be arranged: the address is printed on tickets."),
      Wording(
        zh: "请用 kaowu organisations edit --address 填写地址，或写进考次文件后重新载入。",
        en: "Give it one with kaowu organisations edit --address, or in the sitting file.")),
    RefusalRule(
      "ORG-08",
      Wording(
        zh: "有的考试项目（如 1+X）的考核站点要先申报，由指定层级的机构批准，才能设置考场和编排；审批只做一次，驳回须写原因。",
        en: """
          Some programmes (1+X) have their stations applied for and approved by one level of organisations before they \
          have rooms; a decision is made once, a rejection says why.
          """),
      Wording(
        zh: "请用 kaowu stations list 查看，用 kaowu stations apply 申报；驳回后可以重新申报。",
        en: "See kaowu stations list and apply with kaowu stations apply; after a rejection apply anew.")),
    RefusalRule(
      "REG-14",
      Wording(
        zh: "续传只能接着同一考点、同类导入的任务。",
        en: "Rejected rows continue a job of the same kind at the same site."),
      Wording(zh: "请用 kaowu jobs list 核对任务号。", en: "Check the job's number with kaowu jobs list.")),
    RefusalRule(
      "REG-18",
      Wording(
        zh: "计划只在它算出来时的数据上有效；之后数据变了，或计划里有错误、已经应用过，就不能再应用。",
        en:
          "A plan holds for the data it was computed on: not after it moved, not twice, and not with errors."),
      Wording(
        zh: "请重新试运行（--dry-run），看过结果再应用。", en: "Make a new dry run (--dry-run), look, and carry that out.")),
    RefusalRule(
      "REG-19",
      Wording(
        zh: "撤销导入时，后来又改过的、已有支付或编排等依赖的记录不能撤销；有这样的记录就整个拒绝。",
        en: "An import is not undone while records of it were changed since, or something depends on them."),
      Wording(
        zh: "请看列出的记录；只撤销其余的可用 kaowu jobs undo --partial。",
        en: "Look at the list; take back the others with kaowu jobs undo --partial.")),
    RefusalRule(
      "PAY-01",
      Wording(
        zh: "缴费批次按考点建立，一个考点同时只有一个未支付的批次。",
        en: "Payment batches are made for a site, which has one open batch at most."),
      Wording(
        zh: "请先支付或删除已有的批次（kaowu payment pay 或 delete）。",
        en: "Pay or delete the open one first (kaowu payment pay or delete).")),
    RefusalRule(
      "PAY-02",
      Wording(
        zh: "已支付、已删除的批次不能再改；支付和删除之前先核对有没有另行支付的报考。",
        en:
          "A paid or deleted batch stays so; before one is paid or deleted, what was paid meanwhile is looked at."
      ),
      Wording(
        zh: "请用 kaowu payment list 查看批次，核对后再操作。",
        en: "Look at the batches with kaowu payment list, then call again."
      )),
    RefusalRule(
      "PAY-03",
      Wording(
        zh: "报考要审核通过（如考点要求）、有照片（如考试项目要求）才能支付。",
        en:
          "An entry can be paid once it passed its audit, where the site asks for one, and has a photo, where the programme does."
      ),
      Wording(
        zh: "请先审核、导入照片，或检查 --where。", en: "Audit first, import the photos, or check --where.")),
    RefusalRule(
      "PAY-04",
      Wording(
        zh: "缴费申请单由指定层级的机构（如培训评价组织）批量确认，要么全部要么没有；确认或删除后不能再改。",
        en: """
          Payment applications are confirmed in bulk by one level of organisations, all or none; what is confirmed or \
          withdrawn stays so.
          """),
      Wording(
        zh: "请用 kaowu payment applications 查看编号和状态。",
        en: "See the numbers and states with kaowu payment applications.")),
    RefusalRule(
      "SCO-08",
      Wording(
        zh: "只有规定了成绩规则的考试项目才有成绩统计。", en: "Score statistics need a programme with score rules."),
      Wording(zh: "请检查 --sitting。", en: "Check --sitting.")),
    RefusalRule(
      "SCO-09",
      Wording(
        zh: "夜间任务按列名认种类，按准考证号认考次和考点，每个文件只属于一个考点；一个投递文件夹同时只有一个夜间任务。",
        en:
          "The night tells the kind by the columns, sitting and site by the ticket numbers, one site a file; one nightly "
          + "job at a time holds a drop folder."),
      Wording(
        zh: "请检查表头和准考证号，按考点分开，或用 kaowu import 导入；另一个任务在运行时，请等它结束。",
        en:
          "Check headings and ticket numbers, split the file by site, or take it with kaowu import; where another job is "
          + "at work, wait for its end.")),
    RefusalRule(
      "SET-01",
      Wording(
        zh: "考点的设置不允许这项操作（例如未开通集体报名）。",
        en: "The site's settings do not allow it (collective registration is off, for example)."),
      Wording(
        zh: "请在考次文件的 sites 中开通后重新载入。", en: "Allow it under sites in the sitting file and load it again.")),
    RefusalRule(
      "SET-06",
      Wording(
        zh: "没有设置费用的考点不能建立缴费批次。", en: "A site without fees cannot make a payment batch."),
      Wording(
        zh: "请在考次文件的 fees 中设置人次费和科目费后重新载入。",
        en: "Set the fees under fees in the sitting file and load it again.")),
    RefusalRule(
      "PIV-03",
      Wording(
        zh: "行转列后的列太多，表格放不下。", en: "The columns that the rows are turned into are more than a table holds."),
      Wording(
        zh: "请换一个取值较少的列字段，或用 --where 缩小范围。",
        en: "Pivot by a field of fewer values, or narrow it with --where.")),
    RefusalRule(
      "SET-08",
      Wording(
        zh: "考次模板属于一个考试项目，项目不止一个时必须写明。",
        en: "The form of a sitting belongs to a programme, which is to be named where there are several."),
      Wording(
        zh: "请用 --programme 写出考试项目，可用 kaowu programme list 查看。",
        en: "Name it with --programme; see kaowu programme list.")),
    RefusalRule(
      "TIC-01",
      Wording(
        zh: "考点的全部报考都编排好以后，才能生成准考证号。",
        en: "Ticket numbers are made once every entry of the site is arranged."),
      Wording(zh: "请先运行 kaowu arrange run。", en: "Run kaowu arrange run first.")),
    RefusalRule(
      "VIO-04",
      Wording(
        zh: "没有违纪缺考的考点也要报送；全部考点报送之后，上级才能提交，提交之后不能再改。",
        en: """
          A site without violations reports that, too; the organisation above submits once every site has reported, \
          and then nothing changes any more.
          """),
      Wording(
        zh: "请用 kaowu violations returns 查看各考点的报送；没有违纪缺考的考点用 kaowu violations none 报送。",
        en: """
          See who has reported with kaowu violations returns; a site without violations reports with \
          kaowu violations none.
          """)),
    RefusalRule(
      "WIN-02",
      Wording(
        zh: "下级的操作时间要在上级的操作时间之内。", en: "The windows of an organisation lie inside those of the one above."),
      Wording(
        zh: "请先延长上级的时间（kaowu windows extend），再延长下级的。",
        en: "Extend the one above first (kaowu windows extend), then the one below.")),
    RefusalRule(
      "WIN-03",
      Wording(
        zh: "每项工作都有操作时间；没有设置、还没开始或已经结束时，只能查询和导出。",
        en:
          "Every task has its operating window; where it is not set or not open, one can read and export only."
      ),
      Wording(
        zh: "请等到开始，或请上级设置（考次文件的 windows）、延长（kaowu windows extend）操作时间。",
        en:
          "Wait for it to open, or have it set (windows in the sitting file) or extended (kaowu windows extend)."
      )),
    RefusalRule(
      "WIN-04",
      Wording(
        zh: "有些下载有自己的操作时间（如考前下载、考后下载），时间以外不能下载。",
        en: "Some downloads have a window of their own (before or after the exam) and are refused outside it."
      ),
      Wording(
        zh: "请在操作时间内下载，或请上级延长。", en: "Download it within the window, or have the window extended.")),
    RefusalRule(
      "WIN-06",
      Wording(
        zh: "只有以 --allow-clock 建立的数据库才能用 --now 设定时钟，免得有人绕过操作时间。",
        en:
          "Only a store made with --allow-clock lets --now set its clock, so that nobody gets around a window."
      ),
      Wording(
        zh: "请去掉 --now；演示和测试用的数据库请以 kaowu init --allow-clock 建立。",
        en: "Leave out --now; for a demonstration make a store with kaowu init --allow-clock.")),
    RefusalRule(
      "WIN-07",
      Wording(
        zh: "上级机构可以把下级已设置的操作时间延长到更晚；本机构只能查看。",
        en: "An organisation above lets a window that is set close later; the organisation itself only looks."
      ),
      Wording(
        zh: "请向上级申请，由上级用 kaowu windows extend 延长。",
        en: "Ask the organisation above to extend it with kaowu windows extend.")),
  ]
}
