public import Storage
public import Tabular

/// 字段名称 — what people call the columns of records, for plans and for the trail.
public enum FieldTitle {
  /// The name of a column of a kind of record; the column itself where it has none.
  public static func of(_ column: String, in record: RecordKind) -> Wording {
    if let own = named[record]?[column] { return own }
    return titles[column] ?? Wording(zh: column, en: column)
  }

  /// Columns that are called something else in one kind of record than elsewhere.
  private static let named: [RecordKind: [String: Wording]] = [
    .room: ["name": Wording(zh: "考场名称", en: "room name")],
    .organisation: [
      "name": Wording(zh: "机构名称", en: "name"), "address": Wording(zh: "地址", en: "address"),
      "audited": Wording(zh: "信息审核", en: "audited"), "enabled": Wording(zh: "是否启用", en: "enabled"),
    ],
    .user: [
      "organisation": Wording(zh: "所属机构", en: "organisation"), "role": Wording(zh: "角色", en: "role"),
    ],
    .window: [
      "opens": Wording(zh: "开始时间", en: "opens"), "closes": Wording(zh: "结束时间", en: "closes"),
      "inherit": Wording(zh: "与上级相同", en: "as above"),
    ],
    .entry: ["certificate": Wording(zh: "证书名称", en: "certificate")],
    .violation: ["kind": Wording(zh: "违纪类型", en: "kind of violation")],
    .mailing: [
      "recipient": Wording(zh: "收件人", en: "recipient"), "address": Wording(zh: "邮寄地址", en: "address"),
      "tracking_number": Wording(zh: "EMS单号", en: "EMS number"),
      "status": Wording(zh: "直邮状态", en: "state of the post"),
    ],
    .account: [
      "account_number": Wording(zh: "账号", en: "account number"), "bank": Wording(zh: "开户行", en: "bank"),
      "bank_number": Wording(zh: "银行行号", en: "bank number"),
      "name": Wording(zh: "账户名称", en: "account name"),
      "kind": Wording(zh: "账号类型", en: "kind of account"),
    ],
    .station: [
      "name": Wording(zh: "站点名称", en: "station"), "address": Wording(zh: "详细地址", en: "address"),
      "region": Wording(zh: "所在区域", en: "region"),
      "contact_name": Wording(zh: "联系人", en: "contact"),
      "contact_phone": Wording(zh: "联系人手机", en: "contact's mobile"),
      "contact_email": Wording(zh: "联系人邮箱", en: "contact's e-mail"),
      "certificates": Wording(zh: "证书", en: "certificates"),
      "evidence_sha256": Wording(zh: "佐证材料内容", en: "evidence"),
      "reason": Wording(zh: "审批意见", en: "reason"),
    ],
    .sitting: [
      "name": Wording(zh: "考次名称", en: "name"), "closed": Wording(zh: "已关闭", en: "closed"),
      "organisations": Wording(zh: "机构数", en: "organisations"),
      "users": Wording(zh: "用户数", en: "users"),
      "accounts": Wording(zh: "分账账户数", en: "settlement accounts"),
      "copy_from": Wording(zh: "复制自", en: "copied from"),
    ],
  ]

  private static let titles: [String: Wording] = [
    "document_type": Wording(zh: "证件类型", en: "document type"),
    "document_number": Wording(zh: "证件号码", en: "document number"), "name": Wording(zh: "姓名", en: "name"),
    "sex": Wording(zh: "性别", en: "sex"), "birth_date": Wording(zh: "出生日期", en: "birth date"),
    "ethnicity": Wording(zh: "民族", en: "ethnicity"), "education": Wording(zh: "文化程度", en: "education"),
    "occupation": Wording(zh: "职业", en: "occupation"),
    "training_type": Wording(zh: "培训类型", en: "training type"),
    "student_number": Wording(zh: "学号", en: "student number"),
    "department": Wording(zh: "院系", en: "department"), "major": Wording(zh: "专业", en: "major"),
    "pinyin": Wording(zh: "姓名拼音", en: "pinyin"), "major_level": Wording(zh: "专业层次", en: "level of the major"),
    "entry_year": Wording(zh: "入学年份", en: "entry year"), "student_kind": Wording(zh: "考生类型", en: "list"),
    "plan": Wording(zh: "计划编号", en: "plan"),
    "certificate_level": Wording(zh: "证书等级", en: "certificate level"),

    "class": Wording(zh: "班级", en: "class"), "phone": Wording(zh: "联系电话", en: "phone"),
    "email": Wording(zh: "电子邮件", en: "e-mail"), "postcode": Wording(zh: "邮编", en: "postcode"),
    "address": Wording(zh: "联系地址", en: "address"), "extra": Wording(zh: "额外信息", en: "extra"),
    "remarks": Wording(zh: "备注", en: "remarks"),
    "preferred_date": Wording(zh: "意向考试日期", en: "preferred date"),
    "subjects": Wording(zh: "报考科目", en: "subjects"), "audit": Wording(zh: "审核", en: "audit"),
    "lock_reason": Wording(zh: "锁定原因", en: "lock"), "locked_at": Wording(zh: "锁定时间", en: "locked at"),
    "locked_by": Wording(zh: "锁定人", en: "locked by"), "lock_note": Wording(zh: "锁定说明", en: "lock note"),
    "query": Wording(zh: "查询条件", en: "query"), "exported_at": Wording(zh: "导出时间", en: "exported at"),
    "audit_type": Wording(zh: "不通过类型", en: "kind of rejection"),
    "audit_reason": Wording(zh: "不通过原因", en: "reason of rejection"),
    "audited_at": Wording(zh: "审核时间", en: "audited at"), "audited_by": Wording(zh: "审核人", en: "audited by"),
    "registered_at": Wording(zh: "报名时间", en: "registered at"), "grade": Wording(zh: "年级", en: "grade"),
    "site": Wording(zh: "考点", en: "site"), "station": Wording(zh: "考核站点", en: "station"),
    "sites": Wording(zh: "可报考考点", en: "sites to register at"),
    "prefilled": Wording(zh: "取自学籍库", en: "taken from the roster"),
    "state": Wording(zh: "状态", en: "state"),
    "expires_at": Wording(zh: "失效时间", en: "expires at"), "method": Wording(zh: "报名方式", en: "method"),
    "has_photo": Wording(zh: "照片", en: "photo"), "sha256": Wording(zh: "照片内容", en: "picture"),
    "paid": Wording(zh: "支付", en: "paid"), "paid_at": Wording(zh: "支付时间", en: "paid at"),
    "order_number": Wording(zh: "订单号", en: "order number"), "fen": Wording(zh: "金额（分）", en: "amount (fen)"),
    "channel": Wording(zh: "渠道", en: "channel"), "status": Wording(zh: "状态", en: "status"),
    "payment_batch": Wording(zh: "缴费批次", en: "payment batch"),
    "seats": Wording(zh: "座位数", en: "seats"), "kind": Wording(zh: "类型", en: "kind"),
    "exam_date": Wording(zh: "日期", en: "date"), "starts": Wording(zh: "开始时间", en: "start"),
    "ends": Wording(zh: "结束时间", en: "end"), "room": Wording(zh: "考场", en: "room"),
    "batch": Wording(zh: "批次", en: "batch"), "seat": Wording(zh: "座位", en: "seat"),
    "ticket": Wording(zh: "准考证号", en: "ticket number"), "note": Wording(zh: "情节说明", en: "note"),
    "file_score": Wording(zh: "成绩", en: "score"), "file_result": Wording(zh: "等第", en: "result"),
    "file_certificate": Wording(zh: "证书编号", en: "certificate"), "score": Wording(zh: "成绩", en: "score"),
    "result": Wording(zh: "等第", en: "result"), "certificate": Wording(zh: "证书编号", en: "certificate"),
    "anywhere": Wording(zh: "不限考点", en: "any site"),
    "count": Wording(zh: "条数", en: "records"),
  ]
}
