import type { Json } from './lossless-json.ts'

/** A refusal in the platform's numbers (bk-job A.15); the envelopes turn it into each generation's words. */
export class JobFailure extends Error {
  readonly code: number
  /** What fills the `{}` of the message. */
  readonly subject: string
  readonly permission: Json

  constructor(code: number, subject = '', permission: Json = undefined) {
    super(`job platform ${code} ${subject}`)
    this.code = code
    this.subject = subject
    this.permission = permission
  }
}

/** What a field must be, in both languages. */
export interface FieldRule {
  readonly zh: string
  readonly en: string
}

/** One field broke its rule: v3 shows the rule as the message of 1240003, v4 as a detail of 1241025. */
export class FieldFailure extends JobFailure {
  readonly rule: FieldRule | null

  constructor(field: string, rule: FieldRule | null = null) {
    super(1240003, field)
    this.rule = rule
  }
}

interface FailureRow {
  readonly zh: string
  readonly en: string
  readonly status: number
  readonly word: string
}

const invalid = { status: 400, word: 'INVALID_ARGUMENT' } as const
const absent = { status: 404, word: 'NOT_FOUND' } as const

const rows: Readonly<Record<number, FailureRow>> = {
  1240002: { zh: '内部服务器异常', en: 'Internal server error', status: 500, word: 'INTERNAL' },
  1240003: { zh: '请求参数[{}]不合法', en: 'Illegal parameter [{}]', ...invalid },
  1241002: { zh: '请求参数不合法', en: 'Illegal parameter', ...invalid },
  1241003: { zh: '不支持的操作', en: 'Unsupported operation', ...invalid },
  1241004: { zh: '请求参数[{}]缺失', en: 'Missing parameter [{}]', ...invalid },
  1241005: { zh: '请求参数[{}]不合法', en: 'Illegal parameter [{}]', ...invalid },
  1241007: { zh: '请求参数[{}]缺失或不合法', en: 'Missing or illegal parameter [{}]', ...invalid },
  1243049: { zh: '业务/业务集不存在或已归档', en: 'Business does not exist or is archived', ...absent },
  1244006: { zh: '作业实例不存在', en: 'Job instance does not exist', ...absent },
  1244007: { zh: '作业步骤实例不存在', en: 'Step instance does not exist', ...absent },
  9900403: {
    zh: '用户({})权限不足，请前往权限中心确认并申请补充后重试',
    en: 'User ({}) has insufficient permissions, please apply for them in BlueKing IAM and try again',
    status: 403,
    word: 'NO_PERMISSION',
  },
}

const unknownRow: FailureRow = { zh: '未知错误', en: 'Unknown error', status: 500, word: 'UNKNOWN' }

/** The words and the v4 status of a refusal. */
export function failureRow(code: number): FailureRow {
  return rows[code] ?? unknownRow
}

/** The message a caller reads, in the caller's language. */
export function failureMessage(failure: JobFailure, language: 'zh-cn' | 'en'): string {
  const row = failure instanceof FieldFailure && failure.rule ? failure.rule : failureRow(failure.code)
  return (language === 'en' ? row.en : row.zh).replace('{}', failure.subject)
}
