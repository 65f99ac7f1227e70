/*
 * One line and more of every format a reader has to know: who says how serious it is differs in each, and so does
 * where the time stands. Messages of several lines belong to the line that began them.
 */

const object = { level: 'error', ts: '2026-03-09T01:02:03.456Z', msg: 'upstream closed', retry: 3 }

const platform = [
  '[2026-03-09 09:00:00][PID:20717] job_start',
  '[2026-03-09 09:00:01][PID:20717] job_success:[ready]',
  '[2026-03-09 09:00:02][PID:20717] job_fail:[config-invalid]',
  '[2026-03-09 09:00:03 INFO] 开始 安装.',
  '[2026-03-09 09:00:04 WARNING] 当前登录用户为「app」，请确保该用户具有 sudo 权限',
  '[2026-03-09 09:00:05 ERROR] 安装 失败，请先尝试查看日志并处理，若无法解决，请联系管理员处理。',
  '[2026-03-09 09:00:06 DEBUG] 远程连接参数已读取',
]

const system = [
  'Mar  9 09:02:03 game-1 sshd[4411]: Failed password for invalid user admin from 203.0.113.7 port 52144 ssh2',
  'Mar  9 09:02:04 game-1 kernel: Out of memory: Killed process 4411 (game-server)',
  '<11>1 2026-03-09T01:02:05.000Z game-1 app 4411 - - an error of RFC 5424',
  '[    1.482913] EXT4-fs (vda1): mounted filesystem with ordered data mode',
  '2026/03/09 09:02:06 [error] 711#711: *12 connect() failed (111: Connection refused) while connecting to upstream',
  '203.0.113.7 - - [09/Mar/2026:09:02:07 +0800] "GET /healthz HTTP/1.1" 503 197 "-" "curl/8.5"',
]

const java = [
  '2026-03-09 09:02:03,456 INFO  [main] c.d.game.match.Application - Started in 3.7 seconds',
  '2026-03-09 09:02:04,001 WARN  [main] c.d.game.match.Config - pool.size not set, using 16',
  '2026-03-09 09:02:05,120 ERROR [pool-1-thread-3] c.d.game.match.Cache - refresh failed',
  'java.lang.IllegalStateException: cache is closed',
  '\tat com.demo.game.match.Cache.refresh(Cache.java:88)',
  '\tat com.demo.game.match.Cache$1.run(Cache.java:41)',
  '\tat java.base/java.lang.Thread.run(Thread.java:1583)',
  'Caused by: java.net.ConnectException: Connection refused (10.10.0.9:6379)',
  '\tat java.base/sun.nio.ch.Net.pollConnect(Native Method)',
  '\t... 3 more',
  '2026-03-09 09:02:06,000 FATAL [main] c.d.game.match.Application - giving up',
]

const python = [
  'INFO:werkzeug:127.0.0.1 - - "GET / HTTP/1.1" 200 -',
  '2026-03-09 09:02:03,456 - deploy.render - WARNING - template has no default',
  'ERROR:root:cannot render server.yaml',
  'Traceback (most recent call last):',
  '  File "/data/game/bin/render_config.py", line 187, in main',
  '    ports = settings["server"]["ports"]',
  "KeyError: 'ports'",
  '',
  'During handling of the above exception, another exception occurred:',
  '',
  'Traceback (most recent call last):',
  '  File "/data/game/bin/render_config.py", line 214, in <module>',
  '    main(sys.argv[1:])',
  'RuntimeError: settings are incomplete',
]

const go = [
  'I0309 09:02:03.456789   12345 controller.go:71] synced 12 pods',
  'W0309 09:02:04.456789   12345 reflector.go:424] watch closed, reconnecting',
  'E0309 09:02:05.456789   12345 reflector.go:138] failed to list *v1.Pod: Unauthorized',
  'level=warn ts=2026-03-09T01:02:06Z msg="slow query" took=3.2s',
  '2026-03-09T09:02:07.001+0800\tERROR\tserver/http.go:55\tlisten failed\t{"port": 8080}',
  'panic: runtime error: index out of range [5] with length 3',
  '',
  'goroutine 1 [running]:',
  'main.main()',
  '\t/src/main.go:17 +0x1d',
]

const json = [
  JSON.stringify(object),
  JSON.stringify({ severity: 'WARNING', time: '2026-03-09T01:02:04Z', message: 'retrying' }),
  JSON.stringify({ level: 50, time: 1_773_018_125_000, pid: 7, msg: 'a number for a level' }),
  ...JSON.stringify(
    { ...object, hosts: ['10.0.0.1', '10.0.0.2'], nested: { deep: [1, 2, { three: 3 }] } },
    null,
    2,
  ).split('\n'),
]

const words = [
  '【错误】磁盘 /data 使用率 97%（阈值 90%）',
  '【警告】NTP 偏移 90 毫秒',
  '错误：数据库连接失败（超时 30 秒）',
  'E: Sub-process /usr/bin/dpkg returned an error code (1)',
  'make: *** [Makefile:12: build] Error 2',
  'npm ERR! code ELIFECYCLE',
  'fatal: not a git repository (or any of the parent directories): .git',
  'warning: LF will be replaced by CRLF',
]

// Words of trouble where there is none.
const harmless = [
  '0 errors, 0 warnings',
  'no error found, failed: 0',
  'installing liberror-perl (0.17029-2)',
  'error_log /var/log/nginx/error.log;',
  'GET /static/error.html 200',
  '失败 0 台，成功 40 台',
]

const groups = { platform, system, java, python, go, json, words, harmless }

/** Every format under a heading of its own. */
export function severityFormats(): string {
  const parts = Object.entries(groups).map(([name, lines]) =>
    [`===== ${name} =====`, ...lines, ''].join('\n'),
  )
  return `${parts.join('\n')}\n`
}
