/** Logs that try to be more than text, and logs that are too much of it. */
import { progressBar } from './install-script.ts'
import type { NodeManJob } from './job.ts'
import { error, foldBlock } from './plan.ts'
import { FLOWS } from './step-names.ts'
import { HOUR, known, run, tellJob } from './story-job.ts'

export function hostileJobs(startedAt: number): readonly NodeManJob[] {
  return [
    oneStep(1117, 270, startedAt - 14 * HOUR, HOSTILE),
    oneStep(1118, 280, startedAt - 15 * HOUR, megabyte()),
    oneStep(1119, 290, startedAt - 16 * HOUR, TERMINAL),
  ]
}

type Sayings = Parameters<typeof sayingsFailure>[0]

function oneStep(id: number, hostIndex: number, startAt: number, sayings: Sayings): NodeManJob {
  const host = known(hostIndex)
  const attempt = run(host, FLOWS.debugPlugin, startAt, { 4: sayingsFailure(sayings) })
  return tellJob({ id, jobType: 'DEBUG_PLUGIN', startAt, runs: [[host, attempt]] })
}

function sayingsFailure(sayings: readonly (string | ReturnType<typeof error>)[]) {
  return { seconds: 30, sayings }
}

/** What stored cross-site scripting through a log looks like (bk-nodeman C6). */
const HOSTILE = [
  '[script] [setup_agent] <img src=x onerror="window.__pwned=1">',
  '[script] [setup_agent] <script>window.__pwned=2</script>',
  '作业任务ID为 [100]，点击跳转到 <a href="javascript:window.__pwned=3" target="_blank">[作业平台]</a>',
  '作业任务ID为 [100]，点击跳转到 <a href="https://job.example.com/api_execute/100" onclick="window.__pwned=4" target="_blank">[作业平台]</a>',
  '<a href="data:text/html,<script>alert(1)</script>">[节点管理]</a>',
  '<svg/onload=window.__pwned=5><iframe srcdoc="<script>parent.__pwned=6</script>"></iframe>',
  'host name: </pre></div><style>*{display:none}</style>',
  error('<b>ERROR</b> &lt;not bold&gt; &amp; "quoted"'),
  foldBlock('<details open ontoggle="window.__pwned=7">Traceback</details>'),
]

/** Carriage returns, colours, broken encoding, invisible and direction-changing characters. */
const TERMINAL = [
  `[script] [download_pkg] ${[0, 12.5, 50, 87.3, 100].map(progressBar).join('\r')}`,
  '[script] [check_env] \u001b[32mOK\u001b[0m \u001b[1;31mFAIL\u001b[0m \u001b[38;5;208m256 colours\u001b[0m \u001b[38;2;10;120;200mtrue colour\u001b[0m \u001b[7minverse\u001b[0m',
  '[script] [remove_agent] \u001b]0;window title\u0007\u001b[2J\u001b[H text after cursor codes',
  '[script] [setup_agent] Windows \ufffd\ufffd\ufffd\ufffd \ufffd\u05b9\ufffd\ufffd\ufffd\ufffd: 鍚姩鏈嶅姟 failed',
  '[script] [setup_agent] file\u202egnp.exe zero\u200bwidth no\u00a0break bell\u0007 null\u0000 backspace ab\b\bXY',
  '[script] [setup_agent] emoji 🚀👩‍👩‍👧‍👦 and 中文，全角标点；tab\tseparated\tcolumns',
]

/** About a megabyte in 9,000 lines, with one line of 64 KiB and one error in the middle. */
function megabyte(): Sayings {
  const line = (n: number): string =>
    `{"seq":${n},"dataid":1001,"usage":${((n * 37) % 1000) / 10},"ip":"127.0.0.1","device":"vd${n % 7}","padding":"${'x'.repeat(24)}"}`
  const block = (from: number): string => Array.from({ length: 1500 }, (_, n) => line(from + n)).join('\n')
  return [
    block(0),
    block(1500),
    `{"blob":"${'QUJD'.repeat(16_384)}"}`,
    block(3000),
    error('插件调试输出异常: exit status 137'),
    block(4500),
    block(6000),
    block(7500),
  ]
}
