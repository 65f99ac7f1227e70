import type { ExecuteObject } from './model.ts'
import { between, noise, pick } from './noise.ts'
import { second, stamp, stampMs } from './times.ts'

/** Where and when a script ran; the texts differ by nothing else. */
export interface Run {
  readonly object: ExecuteObject
  readonly startedAt: number
  readonly seed: number
  readonly isFailed: boolean
}

/** Writes the log of one run. */
export type ScriptText = (run: Run) => string

/** What a log calls the machine it runs on. */
export function nameOf(object: ExecuteObject): string {
  if (object.type === 'container') return object.name
  return object.ip === null ? `v6-${object.hostId}` : `game-${object.ip.replaceAll('.', '-')}`
}

/** The markers of the job platform's bash template. */
export function marker(run: Run, afterMs: number, word: string): string {
  return `[${stamp(run.startedAt + afterMs)}][PID:${between(2_000, 64_000, run.seed)}] ${word}`
}

function lines(...parts: readonly string[]): string {
  return `${parts.join('\n')}\n`
}

/** A release of the game server: unpack, switch, reload, wait until healthy. */
export const deployText: ScriptText = (run) => {
  const name = nameOf(run.object)
  const at = (seconds: number) => stamp(run.startedAt + seconds * second)
  const slow = 3 + (run.seed % 9)
  const head = lines(
    marker(run, 0, 'job_start'),
    `${at(0)} INFO  [deploy] host=${name} version=2.4.1 user=root`,
    `${at(0)} INFO  [deploy] kernel 5.4.119-19-0009.11, ${between(8, 64, run.seed, 1)} cores, load ${between(0, 3, run.seed, 2)}.${between(10, 99, run.seed, 3)}`,
    `${at(1)} INFO  [deploy] disk /data: ${between(31, 78, run.seed, 4)}% used`,
    `${at(1)} INFO  [deploy] fetching https://artifacts.demo.example/game-server/2.4.1/game-server.tar.gz`,
    '  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current',
    `100  182M  100  182M    0     0  ${between(60, 110, run.seed, 5)}.${noise(run.seed, 6) % 10}M      0  0:00:0${1 + (run.seed % 3)}  0:00:0${1 + (run.seed % 3)} --:--:--  96.3M`,
    `${at(slow)} INFO  [deploy] sha256 9f2c1d77b0e5a4418dd0 OK`,
    `${at(slow)} INFO  [deploy] unpack to /data/game/releases/2.4.1`,
    `${at(slow + 1)} WARN  [deploy] config key server.legacy_port is deprecated, use server.ports[0]`,
    `${at(slow + 1)} INFO  [deploy] drain: ${between(0, 420, run.seed, 7)} players moved`,
  )
  return head + (run.isFailed ? deployTraceback(run, slow) : deployEnd(run, slow))
}

// The service needs a second to come up: a 503 before the 200 is not an error.
function deployEnd(run: Run, slow: number): string {
  const at = (seconds: number) => stamp(run.startedAt + seconds * second)
  return lines(
    `${at(slow + 2)} INFO  [deploy] ln -sfn /data/game/releases/2.4.1 /data/game/current`,
    'nginx: the configuration file /etc/nginx/nginx.conf syntax is ok',
    'nginx: configuration file /etc/nginx/nginx.conf test is successful',
    `${at(slow + 2)} INFO  [deploy] systemctl restart game-server`,
    `${at(slow + 3)} INFO  [health] GET http://127.0.0.1:8080/healthz -> 503`,
    `${at(slow + 4)} INFO  [health] GET http://127.0.0.1:8080/healthz -> 200 (${between(3, 40, run.seed, 8)} ms)`,
    `${at(slow + 4)} INFO  [deploy] old releases kept: 2.4.0, 2.3.7`,
    marker(
      run,
      (slow + 5) * second,
      `job_success:[${run.seed % 61 === 5 ? 'already-2.4.1' : 'release-2.4.1'}]`,
    ),
  )
}

// The cause is the KeyError; the last line only repeats that it failed.
function deployTraceback(run: Run, slow: number): string {
  return lines(
    `${stamp(run.startedAt + (slow + 2) * second)} ERROR [deploy] cannot render /data/game/current/conf/server.yaml`,
    'Traceback (most recent call last):',
    '  File "/data/game/releases/2.4.1/bin/render_config.py", line 214, in <module>',
    '    main(sys.argv[1:])',
    '  File "/data/game/releases/2.4.1/bin/render_config.py", line 187, in main',
    '    ports = settings["server"]["ports"]',
    "KeyError: 'ports'",
    marker(run, (slow + 2) * second, 'job_fail:[config-invalid]'),
  )
}

/** Packages brought up to date on a Debian machine. */
export const aptText: ScriptText = (run) =>
  lines(
    marker(run, 0, 'job_start'),
    ...[1, 2, 3].map(
      (part) =>
        `Hit:${part} http://mirrors.demo.example/debian bookworm${part === 1 ? '' : `-part${part}`} InRelease`,
    ),
    'Reading package lists...',
    'Building dependency tree...',
    'Reading state information...',
    'The following packages will be upgraded:',
    '  curl libcurl4 libssl3 openssl openssh-server',
    '5 upgraded, 0 newly installed, 0 to remove and 11 not upgraded.',
    ...['libssl3', 'openssl', 'libcurl4', 'curl', 'openssh-server'].flatMap((name, order) => [
      `Get:${order + 1} http://mirrors.demo.example/debian bookworm/main amd64 ${name} [${between(190, 2_100, run.seed, order)} kB]`,
      `Unpacking ${name} over (previous) ...`,
      `Setting up ${name} ...`,
    ]),
    ...(run.isFailed
      ? [
          'E: Sub-process /usr/bin/dpkg returned an error code (1)',
          marker(run, 21 * second, 'job_fail:[dpkg]'),
        ]
      : ['Processing triggers for libc-bin (2.36-9) ...', marker(run, 21 * second, 'job_success:[]')]),
  )

/** A kernel upgrade, with the boot messages people look for. */
const kernelText: ScriptText = (run) =>
  lines(
    marker(run, 0, 'job_start'),
    'Loaded plugins: fastestmirror, versionlock',
    'Package kernel-5.4.119-19.0009.44.x86_64 will be installed',
    `[    0.000000] Linux version 5.4.119-19.0009.44 (builder@${nameOf(run.object)}) #1 SMP`,
    `[    0.${between(100_000, 999_999, run.seed)}] BIOS-e820: [mem 0x0000000000100000-0x00000000bfffffff] usable`,
    `[    1.${between(100_000, 999_999, run.seed, 1)}] EXT4-fs (vda1): mounted filesystem with ordered data mode`,
    run.isFailed
      ? 'grubby fatal error: unable to find a suitable template'
      : 'grubby: default kernel is now /boot/vmlinuz-5.4.119-19.0009.44',
    run.isFailed ? 'error: %post(kernel) scriptlet failed, exit status 1' : 'Complete!',
    marker(run, 48 * second, run.isFailed ? 'job_fail:[grub]' : 'job_success:[reboot-required]'),
  )

/** A Java service restarted, warnings and a stack trace included. */
export const javaText: ScriptText = (run) => {
  const at = (ms: number) => stampMs(run.startedAt + ms).replace('.', ',')
  const trace = [
    `${at(4_031)} ERROR [main] c.d.game.match.MatchApplication - Application run failed`,
    "org.springframework.beans.factory.BeanCreationException: Error creating bean with name 'redisPool'",
    '\tat org.springframework.beans.factory.support.AbstractBeanFactory.doGetBean(AbstractBeanFactory.java:323)',
    '\tat com.demo.game.match.MatchApplication.main(MatchApplication.java:41)',
    `Caused by: java.net.ConnectException: Connection refused (10.10.0.${between(2, 250, run.seed)}:6379)`,
    '\tat java.base/sun.nio.ch.Net.pollConnect(Native Method)',
    '\t... 18 more',
  ]
  return lines(
    marker(run, 0, 'job_start'),
    `${at(310)} INFO  [main] c.d.game.match.MatchApplication - Starting MatchApplication v2.4.1 on ${nameOf(run.object)}`,
    `${at(902)} WARN  [main] c.d.game.match.Config - pool.size not set, using ${between(8, 32, run.seed)}`,
    `${at(1_440)} INFO  [main] o.s.b.w.embedded.tomcat.TomcatWebServer - Tomcat initialized with port(s): 8080 (http)`,
    `${at(2_718)} DEBUG [pool-1-thread-${1 + (run.seed % 8)}] c.d.game.match.Cache - warmed ${between(900, 9_000, run.seed, 1)} keys`,
    ...(run.isFailed
      ? trace
      : [`${at(4_031)} INFO  [main] c.d.game.match.MatchApplication - Started in 3.7 seconds`]),
    marker(run, 5 * second, run.isFailed ? 'job_fail:[not-ready]' : 'job_success:[ready]'),
  )
}

/** The daily inspection, as Chinese operators write it. */
export const inspectionText: ScriptText = (run) => {
  const used = run.isFailed ? 97 : between(22, 83, run.seed)
  return lines(
    marker(run, 0, 'job_start'),
    `========== 主机巡检 ${nameOf(run.object)} ==========`,
    `[${stamp(run.startedAt)}] 【信息】操作系统：TencentOS Server 3.1，运行 ${between(3, 410, run.seed, 1)} 天`,
    `[${stamp(run.startedAt)}] 【信息】CPU 使用率 ${between(2, 71, run.seed, 2)}%，内存使用率 ${between(18, 88, run.seed, 3)}%`,
    `[${stamp(run.startedAt + second)}] ${used > 90 ? '【错误】' : '【信息】'}磁盘 /data 使用率 ${used}%（阈值 90%）`,
    `[${stamp(run.startedAt + second)}] 【信息】进程检查：game-server 正常，gse_agent 正常`,
    `[${stamp(run.startedAt + 2 * second)}] 【警告】NTP 偏移 ${between(1, 90, run.seed, 4)} 毫秒`,
    run.isFailed ? '巡检结论：不通过，请清理 /data/logs 后重试' : '巡检结论：通过 ✅',
    marker(run, 2 * second, run.isFailed ? 'job_fail:[磁盘空间不足]' : 'job_success:[巡检通过]'),
  )
}

/** A database change, as the mysql client prints it. */
export const sqlText: ScriptText = (run) =>
  lines(
    '--------------',
    "UPDATE t_activity SET state = 'closed' WHERE end_time < NOW()",
    '--------------',
    '',
    ...(run.isFailed
      ? ['ERROR 1205 (HY000) at line 3: Lock wait timeout exceeded; try restarting transaction']
      : [
          `Query OK, ${between(3, 900, run.seed)} rows affected (0.${between(10, 99, run.seed, 1)} sec)`,
          '+----------+-------+',
          '| state    | total |',
          '+----------+-------+',
          `| open     | ${String(between(10, 99_999, run.seed, 2)).padStart(5)} |`,
          `| closed   | ${String(between(10, 99_999, run.seed, 3)).padStart(5)} |`,
          '+----------+-------+',
          '2 rows in set (0.00 sec)',
        ]),
  )

/** One of the everyday scripts. */
export function everydayText(seed: number): ScriptText {
  return pick([deployText, aptText, kernelText, javaText, inspectionText], seed)
}

/** What the platform itself writes when the agent does not answer (bk-job B.4). */
export function agentTrouble(at: number): string {
  return `[${stamp(at)}] Agent is not available, please check the agent status. errorCode:-1\n`
}
