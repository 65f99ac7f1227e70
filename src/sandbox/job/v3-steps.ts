import type { Answer } from './envelopes.ts'
import { JobFailure } from './failures.ts'
import { instanceOf, type JobRequest, refuseContainers, stepOf } from './job-request.ts'
import type { Json } from './lossless-json.ts'
import type { Host, Outcome, StepInstance } from './model.ts'
import { hostStatusWord } from './status.ts'
import { durationOf, writeStep } from './v3-instances.ts'

// One host with what became of it in the attempt that was asked for.
interface HostRow {
  readonly host: Host
  readonly outcome: Outcome
}

/** `get_step_instance_status`: hosts grouped by status and tag, searchable (bk-job A.8). */
export function stepStatus(request: JobRequest): Answer {
  const { step } = stepOf(request, 1244007)
  if (step.kind === 'confirm') throw new JobFailure(1241003)
  refuseContainers(step)
  const groups = [...groupsOf(rowsOf(step, request)).values()].map((rows) => writeGroup(rows, request))
  return {
    data: {
      ...writeStep(step, request.now),
      step_result_group_list: groups.length === 0 ? undefined : groups,
    },
  }
}

// Each filter is optional and they add up; the keyword is looked for in the current log whatever the attempt.
function rowsOf(step: StepInstance, request: JobRequest): readonly HostRow[] {
  const { now, parameters } = request
  if (step.progress(now).startedAt === null) return []
  const executeCount = parameters.int('execute_count') ?? step.executeCount
  const rows = step.targets.all.flatMap((object, index) =>
    object.type === 'host' ? [{ host: object, index, outcome: step.outcome(index, now, executeCount) }] : [],
  )
  const batch = parameters.int('batch') ?? latestBatch(rows)
  const keyword = (parameters.text('keyword') ?? '').toLowerCase()
  const address = parameters.text('search_ip') ?? ''
  return rows.filter(
    ({ host, outcome, index }) =>
      (batch === 0 || step.batchCount === 0 || outcome.batch === batch) &&
      (`${host.ip ?? ''}`.includes(address) || `${host.ipv6 ?? ''}`.includes(address)) &&
      (keyword === '' || `${step.scriptLog(index, now) ?? ''}`.toLowerCase().includes(keyword)),
  )
}

// Left out, the batch is the latest one that began; 0 means all (bk-job A.8).
function latestBatch(rows: readonly HostRow[]): number {
  return rows.reduce(
    (latest, { outcome }) => (outcome.startedAt ? Math.max(latest, outcome.batch) : latest),
    1,
  )
}

// A group is a status and a tag: the same failure with two tags is two groups.
function groupsOf(rows: readonly HostRow[]): ReadonlyMap<string, HostRow[]> {
  const groups = new Map<string, HostRow[]>()
  for (const row of rows) {
    const key = `${row.outcome.status} ${row.outcome.tag ?? ''}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

// With a status given, other groups keep their counts and lose their hosts.
function writeGroup(rows: readonly HostRow[], { parameters, call }: JobRequest): Json {
  const status = rows[0]?.outcome.status ?? 0
  const tag = rows[0]?.outcome.tag ?? ''
  const wanted = parameters.int('status')
  const isWanted = wanted === null || (wanted === status && (parameters.text('tag') ?? '') === tag)
  const most = parameters.int('max_host_num_per_group') ?? rows.length
  const word = hostStatusWord(status, call.language)
  return {
    result_type: status,
    result_type_desc: word,
    tag,
    host_size: rows.length,
    host_result_list: isWanted ? rows.slice(0, most).map((row) => writeRow(row, word)) : null,
  }
}

function writeRow({ host, outcome }: HostRow, word: string): Json {
  return {
    bk_host_id: host.hostId,
    ip: host.ip,
    ipv6: host.ipv6,
    bk_agent_id: host.agentId,
    bk_cloud_id: host.cloudId,
    bk_cloud_name: host.cloudName,
    status: outcome.status,
    status_desc: word,
    tag: outcome.tag,
    exit_code: outcome.exitCode,
    start_time: outcome.startedAt,
    end_time: outcome.endedAt,
    total_time: durationOf(outcome),
  }
}

// Details number the kinds as plans do, not as status answers do: SQL is a script here.
const detailTypes = { script: 1, sql: 1, file: 2, confirm: 3 } as const
const account = { id: 7, name: 'root' }

/** `get_step_instance_detail`: what was to be executed (bk-job A.9). */
export function stepDetail(request: JobRequest): Answer {
  const { step } = stepOf(request, 1244007)
  const isScript = step.kind === 'script' || step.kind === 'sql'
  return {
    data: {
      id: BigInt(step.id),
      name: step.name,
      type: detailTypes[step.kind],
      script_info: isScript ? scriptInfo(step) : null,
      file_info: step.kind === 'file' ? fileInfo(step) : null,
      approval_info: step.kind === 'confirm' ? { approval_message: step.plan.approvalMessage } : null,
    },
  }
}

// The script is plain text although older documents say Base64; a sensitive parameter is six stars.
function scriptInfo({ plan, targets }: StepInstance): Json {
  return {
    script_type: 1,
    script_id: null,
    script_version_id: null,
    script_content: plan.scriptContent,
    script_language: plan.scriptLanguage,
    script_param: plan.scriptParam,
    windows_interpreter: null,
    script_timeout: 7200,
    account,
    server: writeServer(targets),
    is_param_sensitive: plan.scriptParam === '******',
    is_ignore_error: false,
  }
}

// A third-party source has no server, so its uploads cannot be asked for by host.
function fileInfo({ plan, targets, distribution }: StepInstance): Json {
  return {
    file_source_list: plan.files.map(({ paths, fileType }) => ({
      file_list: paths,
      server: fileType === 1 && distribution !== null ? writeServer(distribution.sources) : null,
      account: fileType === 1 ? account : null,
      file_type: fileType,
      file_source_id: fileType === 3 ? 12 : null,
      file_source_code: fileType === 3 ? 'artifactory' : null,
    })),
    file_destination: { path: plan.destinationPath, account, server: writeServer(targets) },
    timeout: 7200,
    source_speed_limit: null,
    destination_speed_limit: 50,
    transfer_mode: 2,
    is_ignore_error: false,
  }
}

function writeServer(objects: StepInstance['targets']): Json {
  return {
    variable: null,
    ip_list: objects.all.flatMap((object) =>
      object.type === 'host'
        ? [{ bk_host_id: object.hostId, bk_cloud_id: object.cloudId, ip: object.ip, ipv6: object.ipv6 }]
        : [],
    ),
    topo_node_list: null,
    dynamic_group_list: null,
  }
}

/** `get_job_instance_global_var_value`: string variables of script steps, nothing else (bk-job A.10). */
export function globalVariables(request: JobRequest): Answer {
  const instance = instanceOf(request)
  const isPlan = instance.type === 0
  const steps = isPlan ? instance.steps().filter((step) => step.kind === 'script') : []
  const list = [{ name: 'VERSION', value: '2.4.1', type: 1 }]
  return {
    data: {
      job_instance_id: BigInt(instance.id),
      step_instance_var_list: steps.map((step) => ({
        step_instance_id: BigInt(step.id),
        global_var_list: list,
      })),
    },
  }
}
