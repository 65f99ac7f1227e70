import { expect, test } from 'vitest'
import type { Severity } from './line-meaning.ts'
import { severityOf } from './severity-of.ts'

const said: readonly (readonly [string, Severity | null])[] = [
  // node-man and the job platform
  ['[2025-09-15 08:48:46 INFO] 开始 安装.', 'info'],
  ['[2025-09-15 08:48:46 DEBUG] ******* Begin of collected logs: *******', 'debug'],
  ['[2025-09-15 08:48:46 WARNING] 安装 已终止，可整体重试/重试。', 'warning'],
  ['[2025-09-15 08:48:46 ERROR] 安装 失败，请先尝试查看日志并处理，若无法解决，请联系管理员处理。', 'error'],
  ['[2025-09-15 08:48:46 INFO] 下发配置文件 [a.conf]，若下发失败，请检查是否已安装AGENT', 'info'],
  ['[script] [setup_agent] (FAILED) start gse agent failed', 'error'],
  ['[script] [check_env] check free disk space. done', null],
  ['[2018-03-15 14:39:30][PID:56875] job_start', 'info'],
  ['[2018-03-15 14:39:30][PID:56875] job_success:[release-2.4.1]', 'success'],
  ['[2018-03-15 14:39:30][PID:56875] job_fail:[config-invalid]', 'error'],
  ['[2026-11-22 10:00:00] Agent is not available, please check the agent status. errorCode:-1', 'error'],
  ['[2026-11-22 10:00:00] 【错误】磁盘 /data 使用率 97%（阈值 90%）', 'error'],
  ['[2026-11-22 10:00:00] 【信息】进程检查：错误 0', 'info'],
  ['[2026-11-22 10:00:00] 【警告】NTP 偏移 12 毫秒', 'warning'],
  ['[2026-11-22 10:00:00] FileName: /tmp/a FileSize: 9.0 Bytes Status: 4 StatusDesc: finished', null],
  // syslog
  ['<11>Nov 22 10:00:00 web-1 app[12]: disk is slow', 'error'],
  ['<165>1 2026-11-22T10:00:00Z web-1 app 12 - - started', 'info'],
  ['Nov 22 10:00:00 web-1 sshd[24833]: Failed password for root from 10.0.0.1 port 34100 ssh2', 'warning'],
  ['Nov 22 10:00:00 web-1 sshd(pam_unix)[1]: authentication failure; logname= uid=0', 'warning'],
  ['Nov 22 10:00:00 web-1 sshd[1]: PAM 2 more authentication failures; logname= uid=0', 'warning'],
  ['Nov 22 10:00:00 web-1 sshd[1]: error: Received disconnect from 10.0.0.1', 'error'],
  ['Nov 22 10:00:00 web-1 kernel: Out of memory: Killed process 12 (java)', 'error'],
  ['Nov 22 10:00:00 web-1 kernel: Kernel panic - not syncing', 'fatal'],
  ['Nov 22 10:00:00 web-1 systemd[1]: Started Session 12 of user root.', null],
  // log4j, logback, Python
  ['2026-11-22 10:00:00,123 ERROR [main] c.d.App - cannot start', 'error'],
  ['2026-11-22 10:00:00.123  WARN 12 --- [main] c.d.App : slow', 'warning'],
  ['2026-11-22 10:00:00.123|FATAL|main|gone', 'fatal'],
  ['2026-11-22T10:00:00,123][ERROR][o.e.b.Bootstrap] [node] cannot bind', 'error'],
  ['[2026-11-22T10:00:00,123][ERROR][o.e.b.Bootstrap] [node] cannot bind', 'error'],
  ['2026-11-22 10:00:00,123 - app.db - ERROR - lost connection', 'error'],
  ['2026-11-22 10:00:00.123 host-1 ERROR [worker-3] 请求失败 seq=123 rc=2 \u001b[31mred\u001b[0m', 'error'],
  ['2026-11-22 10:00:00.123 | SUCCESS  | app:main:12 - done', 'success'],
  ['[2026-11-22 10:00:00,123: ERROR/MainProcess] Task failed', 'error'],
  ['081109 204655 556 WARN dfs.DataNode: Got exception while serving', 'warning'],
  ['ERROR:root:boom', 'error'],
  ['CRITICAL:app:gone', 'fatal'],
  ['[ERROR] Failed to execute goal', 'error'],
  ['ERROR 1205 (HY000) at line 3: Lock wait timeout exceeded', 'error'],
  ['Nov 22, 2026 10:00:00 AM org.demo.Main main', null],
  ['SEVERE: no database', 'error'],
  // Go
  ['time="2026-11-22T10:00:00Z" level=error msg="dial tcp"', 'error'],
  ['level=warn ts=2026-11-22T10:00:00Z msg=slow', 'warning'],
  ['2026-11-22T10:00:00.000+0800\terror\tmain.go:12\tboom', 'error'],
  ['E1122 10:00:00.000000       1 file.go:12] cannot sync', 'error'],
  ['I1122 10:00:00.000000       1 file.go:12] error count 3', 'info'],
  ['panic: runtime error: index out of range', 'fatal'],
  // servers
  ['2026/11/22 10:00:00 [error] 1#1: *1 open() "/x" failed', 'error'],
  ['[Sun Nov 22 10:00:00.123456 2026] [core:error] [pid 1] AH00037: link', 'error'],
  ['[Sun Dec 04 04:47:44 2005] [notice] workerEnv.init() ok', 'info'],
  ['2026-11-22 10:00:00.123 UTC [12] ERROR:  relation "a" does not exist', 'error'],
  ['2026-11-22T10:00:00.123456Z 0 [Warning] [MY-010068] [Server] CA certificate', 'warning'],
  // JSON lines
  ['{"level":"error","msg":"x"}', 'error'],
  ['{"time":1700000000000,"level":50,"msg":"x"}', 'error'],
  ['{"severity":"WARNING","message":"no error"}', 'warning'],
  ['{"t":{"$date":"2026-11-22T10:00:00Z"},"s":"I","c":"NETWORK"}', 'info'],
  ['{"error":null,"ok":true}', null],
  // pipelines
  ['##[error]Process completed with exit code 1.', 'error'],
  ['2026-11-22T10:00:00.1234567Z ##[warning]Node 16 is old', 'warning'],
  ['::error file=a.ts,line=1::Missing semicolon', 'error'],
  ['##[group]Run npm test', null],
  // words
  ['bash: foo: command not found', 'error'],
  ['cat: /etc/x: No such file or directory', 'error'],
  ['mkdir: cannot create directory: Permission denied', 'error'],
  ['Segmentation fault (core dumped)', 'fatal'],
  ['Traceback (most recent call last):', 'error'],
  ["KeyError: 'ports'", 'error'],
  ['Exception in thread "main" java.lang.IllegalStateException: no', 'error'],
  ['Caused by: java.net.ConnectException: Connection refused', 'error'],
  ['java.lang.IllegalStateException', 'error'],
  ['main.c:12:5: error: expected expression', 'error'],
  ['warning: unused variable', 'warning'],
  ['fatal: not a git repository', 'fatal'],
  ['E: Sub-process /usr/bin/dpkg returned an error code (1)', 'error'],
  ['npm ERR! code ELIFECYCLE', 'error'],
  ['npm WARN deprecated a@1', 'warning'],
  ['数据库连接失败', 'error'],
  ['发现未知错误', 'error'],
  ['失败: 3 台', 'error'],
  ['Tests run: 12, Failures: 1, Errors: 0', 'error'],
  ['3 failed, 12 passed', 'error'],
  ['10 errors', 'error'],
  ['\u001b[1;31mERROR\u001b[0m cannot bind', 'error'],
  ['\u001b[32m✔\u001b[0m all good', null],
  ['  grubby fatal error: unable to find a template', 'fatal'],
]

test.each(said)('%s', (line, severity) => {
  expect(severityOf(line)).toBe(severity)
})

const falseAlarms = [
  '0 errors',
  '12 passed, 0 failed',
  'error=0',
  'errors: 0',
  'Errors: 0',
  'error count 0',
  'error: none',
  '"error": null,',
  'no error',
  'no errors found',
  'without errors',
  'without any error',
  'completed with 0 fatal errors',
  '0 errors, 0 warnings',
  'failed=0',
  'ok: 3 changed: 1 unreachable: 0 failed: 0',
  'Tests run: 12, Failures: 0, Errors: 0, Skipped: 0',
  'error_log=/var/log/app',
  'error_log /var/log/nginx/error.log;',
  'tail -f /var/log/error.log',
  'GET https://demo.example/error?code=error HTTP/1.1',
  'running with --fail-on-error',
  'redirecting stderr to stdout',
  'ErrorHandler registered',
  'loading errors.go',
  'import { onError } from x',
  'log-level=error',
  '+ grep error app.txt',
  'nginx: the configuration file /etc/nginx/nginx.conf syntax is ok',
  '5 upgraded, 0 newly installed, 0 to remove and 11 not upgraded.',
  'critical section entered',
  'Enabling unmasked SIMD FPU exception support... done.',
  'page not found in cache, asking upstream',
  '未失败',
  '失败: 0',
  '失败：0 台',
  '失败数 0',
  '失败主机数: 0',
  '错误码: 0',
  '无异常',
  '未发现异常',
  '没有错误',
  '0 个错误',
  '若下发失败，请检查网络',
  '失败重试次数 3',
  '异常处理模块已加载',
  '巡检结论：通过 ✅',
]

test.each(falseAlarms)('is no trouble: %s', (line) => {
  expect(severityOf(line)).toBeNull()
})

test('a level before the text wins over the words in it', () => {
  expect(severityOf('2026-11-22 10:00:00 INFO [main] error count 0')).toBe('info')
  expect(severityOf('2026-11-22 10:00:00 INFO [main] ERROR while ERROR')).toBe('info')
  expect(severityOf('INFO: 3 errors')).toBe('info')
})

test('the middle of a long text is looked at too, and a hostile one ends', () => {
  expect(severityOf(`${'x '.repeat(2_000)} ERROR`)).toBe('error')
  expect(severityOf('no error '.repeat(100_000))).toBeNull()
  expect(severityOf('\u001b['.repeat(100_000))).toBeNull()
  expect(severityOf('['.repeat(100_000))).toBeNull()
  for (const part of [': ', 'a=', 'a= ', '[a@b ', 'not ', '没有', '未找', 'Warning', 'A-', 'e.Error'])
    expect([part, severityOf(part.repeat(100_000))]).toEqual([part, null])
})
