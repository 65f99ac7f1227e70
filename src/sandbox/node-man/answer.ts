/**
 * node-man's answers: HTTP 200 whatever happened, `ensure_ascii` JSON, and failures whose message ends with their code in
 * full-width parentheses (bk-nodeman A4, A9).
 */
import { BUSINESSES } from './host.ts'

/** An answer before it is text: a plain object, so that ESB's `request_id` can still be added. */
export type Answer = Readonly<Record<string, unknown>>

export function success(data: unknown): Answer {
  return { result: true, code: 0, message: '', data }
}

export function failure(code: number, message: string): Answer {
  return { result: false, code, data: null, message: `${message}（${code}）`, errors: null }
}

export function unknownJob(jobId: string): Answer {
  return failure(3801012, `不存在ID为${jobId}的任务`)
}

/** No record of this instance: never part of the job, or the job is so young that records are not written yet. */
export function unknownInstance(): Answer {
  const path = '{nodeman_backend}/backend/api/subscription/task_result_detail/'
  return failure(3800007, `[节点管理]API请求异常：(订阅任务实例不存在（3800007）) path => ${path}`)
}

export function systemError(): Answer {
  return failure(3800500, '系统错误，请联系管理员')
}

/** The serializer's complaint about one missing field. */
export function missingField(label: string, name: string): Answer {
  return failure(3800001, `${label}(${name}): 1.该字段是必填项。 `)
}

/** Denied: the one failure whose code is a string, with the permission to apply for (A9). */
export function denied(bizIds: readonly number[]): Answer {
  const instances = bizIds.map((id) => [
    { type: 'biz', type_name: '业务', id: String(id), name: BUSINESSES[id] ?? '' },
  ])
  const resourceType = {
    system_id: 'bk_cmdb',
    system_name: '配置平台',
    type: 'biz',
    type_name: '业务',
    instances,
  }
  const action = { id: 'task_history_view', name: '任务历史查看', related_resource_types: [resourceType] }
  const permission = { system_id: 'bk_nodeman', system_name: '节点管理', actions: [action] }
  const data = { permission, apply_url: 'https://iam.example.com/apply-custom-perm?system_id=bk_nodeman' }
  const message = '当前用户无 [任务历史查看] 权限（9900403）'
  return { result: false, code: '9900403', data, message, errors: null }
}

/** `json.dumps` with `ensure_ascii`: everything beyond ASCII is `\\uXXXX`, astral characters as two of them. */
export function asciiJson(value: Answer): Response {
  const text = JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return new Response(text, { headers: { 'Content-Type': 'application/json' } })
}
