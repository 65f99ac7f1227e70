import type { Severity } from './line-meaning.ts'

/** A line and what it says by itself; null for nothing. */
export type SpokenLine = readonly [line: string, severity: Severity | null]

/** Reads a table of `severity | line`; `-` for lines that say nothing. */
function table(text: string): readonly SpokenLine[] {
  const rows = text.split('\n').filter((row) => row !== '')
  return rows.map((row) => {
    const bar = row.indexOf(' | ')
    const severity = row.slice(0, bar).trim()
    return [row.slice(bar + 3), severity === '-' ? null : (severity as Severity)]
  })
}

/** What Linux, its services and its kernel write, with syslog's prefix or through `systemctl` and `dmesg`. */
export const systemLines = table(`
error   | Nov 22 10:00:00 web-1 systemd[1]: Failed to start The nginx HTTP and reverse proxy server.
error   | Nov 22 10:00:00 web-1 systemd[1]: nginx.service: Failed with result 'exit-code'.
error   | Nov 22 10:00:00 web-1 systemd[1]: nginx.service: Main process exited, code=exited, status=1/FAILURE
error   | Nov 22 10:00:00 web-1 systemd[1]: redis.service: main process exited, code=killed, status=9/KILL
error   | Nov 22 10:00:00 web-1 systemd[1]: Unit nginx.service entered failed state.
error   | Nov 22 10:00:00 web-1 systemd[1]: nginx.service failed.
error   | Nov 22 10:00:00 web-1 systemd[1]: Dependency failed for /data.
warning | Nov 22 10:00:00 web-1 sshd[24833]: Disconnecting: Too many authentication failures for root [preauth]
error   | Nov 22 10:00:00 web-1 kernel: Out of memory: Kill process 4711 (java) score 912 or sacrifice child
error   | Nov 22 10:00:00 web-1 kernel: Memory cgroup out of memory: Killed process 4711 (java) total-vm:8388608kB
error   | Nov 22 10:00:00 web-1 kernel: java invoked oom-killer: gfp_mask=0x201da, order=0, oom_score_adj=0
error   | Nov 22 10:00:00 web-1 kernel: java[4711]: segfault at 7f00 ip 00007f5c sp 00007ffd error 4 in libc-2.17.so
error   | Nov 22 10:00:00 web-1 kernel: EXT4-fs error (device sda1): ext4_lookup:1602: inode #131: comm ls: deleted inode
error   | [1234567.123456] blk_update_request: I/O error, dev sda, sector 2048
error   | Nov 22 10:00:00 web-1 kernel: NMI watchdog: BUG: soft lockup - CPU#0 stuck for 22s! [java:4711]
fatal   | [   12.345678] Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)
error   | Nov 22 10:00:00 web-1 crond[12]: (root) FAILED to authorize user with PAM (Permission denied)
error   | Job for nginx.service failed because the control process exited with error code.
error   |    Active: failed (Result: exit-code) since Sun 2026-11-22 10:00:00 CST; 5s ago
error   |   Process: 4711 ExecStart=/usr/sbin/nginx (code=exited, status=1/FAILURE)
error   | Unit mysqld.service could not be found.
error   | [FAILED] Failed to mount /data.
error   | rsyslogd: error during parsing file /etc/rsyslog.conf, on or before line 12
warning | Nov 22 10:00:00 web-1 xinetd[12]: warning: can't get client address: Connection reset by peer
warning | Nov 22 10:00:00 web-1 sshd[12]: reverse mapping checking getaddrinfo for a.example failed - POSSIBLE BREAK-IN ATTEMPT!
error   | Nov 22 10:00:00 web-1 ftpd[12]: getpeername (ftpd): Transport endpoint is not connected
-       | Nov 22 10:00:00 web-1 sshd[12]: input_userauth_request: invalid user webmaster [preauth]
-       | Nov 22 10:00:00 web-1 kernel: CPU: L1 I cache: 16K, L1 D cache: 16K
-       | Nov 22 10:00:00 web-1 systemd[1]: Started Session 12 of user root.
-       | Nov 22 10:00:00 web-1 systemd[1]: nginx.service: Succeeded.
-       | Nov 22 10:00:00 web-1 systemd[1]: backup.service: Main process exited, code=exited, status=0/SUCCESS
-       | Nov 22 10:00:00 web-1 CROND[12]: (root) CMD (/usr/local/bin/check_errors --on-error=continue)
-       | Nov 22 10:00:00 web-1 kernel: EXT4-fs (sda1): mounted filesystem with ordered data mode. Opts: errors=remount-ro
-       | Nov 22 10:00:00 web-1 kernel: Intel machine check reporting enabled on CPU#0.
-       | Nov 22 10:00:00 web-1 kernel: pcieport 0000:00:1c.0: AER: Error reporting enabled
-       | Nov 22 10:00:00 web-1 sshd[12]: Accepted password for deploy from 10.0.0.8 port 49116 ssh2
-       | Nov 22 10:00:00 web-1 sshd[12]: Connection closed by 10.0.0.8 port 49116 [preauth]
-       |    Active: active (running) since Sun 2026-11-22 10:00:00 CST; 5s ago
-       |   Process: 4711 ExecStart=/usr/sbin/nginx (code=exited, status=0/SUCCESS)
-       | [  OK  ] Started Recover from a failed boot.
-       | [   12.345678] EDAC MC0: 0 CE error on unknown label
-       | /dev/sda1 / ext4 rw,relatime,errors=remount-ro 0 1
-       |         RX errors 0  dropped 0  overruns 0  frame 0
-       |         RX packets:120 errors:0 dropped:0 overruns:0 frame:0
-       | 0 loaded units listed. Failed units: 0
-       |   5 input packets, 0 input errors, 0 CRC
-       | 64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=0.041 ms
-       | 3 packets transmitted, 3 received, +0 errors, 0% packet loss, time 2003ms
`)

/** What a shell and the programs called from a script print. */
export const shellLines = table(String.raw`
error   | Killed
error   | Killed                  java -Xmx8g -jar app.jar
error   | /opt/run.sh: line 12: 4711 Killed                  java -jar app.jar
fatal   | /opt/run.sh: line 12: 4711 Segmentation fault      (core dumped) ./worker
error   | Aborted (core dumped)
error   | Bus error (core dumped)
error   | sh: 1: foo: not found
error   | /bin/sh: foo: not found
error   | zsh: command not found: foo
error   | bash: /opt/run.sh: Permission denied
error   | bash: fork: retry: Resource temporarily unavailable
error   | -bash: ./run.sh: /bin/bash^M: bad interpreter: No such file or directory
error   | run.sh: line 9: unexpected EOF while looking for matching '"'
error   | run.sh: line 9: syntax error near unexpected token 'fi'
error   | cp: cannot stat '/data/app.tar.gz': No such file or directory
error   | mv: cannot move 'a' to 'b': Device or resource busy
error   | rm: cannot remove '/data': Is a directory
error   | mkdir: cannot create directory '/data': File exists
error   | mount: /data: can't read superblock on /dev/sdb1.
error   | useradd: cannot lock /etc/passwd; try again later.
error   | run.sh: line 7: [: too many arguments
error   | chown: invalid user: 'nginx:nginx'
error   | No package nginxx available.
error   | grep: /data/app.log: No such file or directory
error   | export failed: disk full
error   | Health check failed after 10 attempts
error   | Password reset failed
error   | tar: Error is not recoverable: exiting now
error   | gzip: stdin: unexpected end of file
error   | write /var/lib/a: no space left on device
error   | open /etc/app.yml: no such file or directory
error   | dial tcp: lookup db.internal on 10.0.0.2:53: no such host
error   | read tcp 10.0.0.1:53: i/o timeout
error   | rpc: context deadline exceeded
error   | accept: too many open files
fatal   | nginx: [emerg] unknown directive "proxy_pas" in /etc/nginx/nginx.conf:12
fatal   | nginx: [crit] pread() of the cache came short
fatal   | fatal: repository 'https://git.demo.example/a.git/' not found
fatal   | fatal: [10.0.0.1]: FAILED! => {"changed": false, "msg": "no"}
fatal   | fatal: [10.0.0.1]: UNREACHABLE! => {"changed": false}
error   | failed: [10.0.0.1] (item=nginx) => {"changed": false}
error   | 10.0.0.1                   : ok=3    changed=1    unreachable=1    failed=0    skipped=0
error   | make: *** [Makefile:12: all] Error 2
error   | make: *** No rule to make target 'instal'.  Stop.
error   | make[1]: *** [all] Error 127
error   | npm error code ERESOLVE
error   | E: Unable to locate package nginxx
warning | W: GPG error: http://mirror.demo.example stable InRelease
error   | dpkg: error processing package nginx (--configure):
error   | rsync error: some files/attrs were not transferred (code 23) at main.c(1179)
error   | rsync: connection unexpectedly closed (0 bytes received so far) [sender]
error   | curl: (7) Failed to connect to 10.0.0.1 port 80: Connection refused
error   | curl: (6) Could not resolve host: mirror.demo.example
error   | curl: (52) Empty reply from server
error   | wget: unable to resolve host address 'mirror.demo.example'
error   | ssh: Could not resolve hostname web-9: Name or service not known
error   | ssh: connect to host 10.0.0.1 port 22: Connection timed out
error   | Host key verification failed.
error   | kex_exchange_identification: read: Connection reset by peer
warning | main.c:12:5: warning: implicit declaration of function 'error'
error   | SUCCESS: 10 FAILED: 2
error   | Cannot connect to the Docker daemon at unix:///var/run/docker.sock.
error   | Unable to connect to the server: dial tcp 10.0.0.1:6443
error   | http://mirror.demo.example/a.rpm: [Errno 14] HTTP Error 404 - Not Found
error   | The command '/bin/sh -c make' returned a non-zero code: 2
error   | Process exited with code 137
error   | subprocess.CalledProcessError: Command 'make' returned non-zero exit status 2.
error   | web-0   0/1   CrashLoopBackOff   12   35m
error   | /usr/bin/ld: main.o: undefined reference to 'foo'
fatal   | main.c:1:10: fatal error: a.h: No such file or directory
error   | svn: E170013: Unable to connect to a repository
error   | CONFLICT (content): Merge conflict in app.yml
error   | not ok 3 - keeps the order
error   | FAILED tests/test_app.py::test_start - AssertionError: no
error   | --- FAIL: TestStart (0.00s)
-       | [root@web-1 ~]# grep ERROR /var/log/app.log
-       | [root@web-1 /data/app]# ./run.sh || echo failed
-       | deploy@web-1:~$ grep -c failed app.log
-       | root@web-1:/var/log# tail -n 5 | grep 错误
-       | $ grep -q error app.log
-       | PS C:\app> Select-String ERROR app.log
-       | C:\app>findstr ERROR app.log
-       | + echo ERROR
-       | ++ grep -c failed
-       | +++ test error = error
-       | if failed then exit 1
-       | if errorlevel 1 goto end
-       | set -o errexit
-       | trap 'on_error $LINENO' ERR
-       | errors...ok
-       | checking for errors ... done
-       | test store::errors::are_told ... ok
-       | test_error_handling (tests.TestApp) ... ok
-       | ok 3 - throws an error when empty
-       | ✓ answers an error when empty (3 ms)
-       | ✔ fails without a name
-       | PASS src/error-page.test.ts
-       | --- PASS: TestError (0.00s)
-       | === RUN   TestFailed
-       | ok  	demo.example/app/errors	0.012s
-       | tests/test_app.py::test_error PASSED                          [ 50%]
-       | ==== 12 passed in 0.10s ====
-       | TASK [common : fail when the disk is full] ***********************************
-       | RUNNING HANDLER [report failed hosts] ****************************************
-       | ok: [10.0.0.1] => (item=error pages)
-       | 10.0.0.1                   : ok=3    changed=1    unreachable=0    failed=0    skipped=0
-       | Process exited with code 0
-       | exit status 0
-       | failed tests: 0
-       | Failed hosts: none
-       | Failed: 0 | Passed: 12
-       | 0 Warning(s)
-       | 0 Error(s)
-       | No Errors Logged
-       | SMART overall-health self-assessment test result: PASSED
-       |   1 Raw_Read_Error_Rate     0x000f   083   064   044    Pre-fail  Always       -       0
-       | Retry on error: false
-       | max failures: 3
-       | errors will be logged to /var/log/app.log
-       | see error log for details
-       | recovered from error
-       | avoiding errors of the past
-       | last error: (none)
-       | err=<nil>
-       | Killed: 0
-       | Killed by nobody so far, the process runs
-       | echo "ERROR: no file" >&2
-       |   echo "failed to start"
-       | if grep -q ERROR app.log; then
-       | [ $? -ne 0 ] && echo "failed" && exit 1
-       | die() { echo "error: $1"; exit 1; }
-       | grep ERROR app.log
-       | alias err='tail -f error.log'
-       | Unpacking liberror-perl (0.17029-1) ...
-       | Setting up libgpg-error0:amd64 (1.43-3) ...
-       | Installing: perl-Error-0.17020
-       |   perl-Error.noarch 1:0.17020-2.el7
-       | gcc -Wall -Werror -Wno-error=cpp -o app main.c
-       | gcc -c errors.c -o errors.o
-       | cp src/failed.html /var/www/error/
-       | checking for strerror... yes
-       | checking whether errno is thread safe... yes
-       | -rw-r--r-- 1 root root  120 Nov 22 10:00 error.log
-       | drwxr-xr-x 2 root root 4096 Nov 22 10:00 errors
`)

/** What services and the languages they are written in print. */
export const programLines = table(String.raw`
error   | [2026-11-23 08:44:24] Script execution timeout, killed
error   | FileName: /data/pkg/a.tar.gz State: failed task timeout after 7200s
error   | task timeout after 7200s
-       | execution timeout: 30s
-       | Script execution timeout is 7200 s
error   | [E 201122 10:00:00 web:2246] 500 GET / (10.0.0.1) 3.21ms
warning | [W 201122 10:00:00 web:2246] 404 GET /error (10.0.0.1) 0.61ms
info    | [I 201122 10:00:00 web:2246] 200 GET /failed (10.0.0.1) 0.61ms
info    | [I 2026-11-22 10:00:00.123 ServerApp] no error
error   | 22-Nov-2026 10:00:00.123 SEVERE [main] org.apache.catalina.core.StandardContext.startInternal One or more listeners failed
info    | 22-Nov-2026 10:00:00.123 INFO [main] org.apache.catalina.startup.VersionLoggerListener.log error page set
fatal   | [22-Nov-2026 10:00:00 UTC] PHP Fatal error:  Uncaught TypeError: boom in /app/a.php:3
warning | [22-Nov-2026 10:00:00] WARNING: [pool www] server reached pm.max_children setting (5)
error   | E, [2026-11-22T10:00:00.123456 #12] ERROR -- : boom
debug   | D, [2026-11-22T10:00:00.123456 #12] DEBUG -- : retrying failed job
error   | 11-22 10:00:00.123  1234  5678 E ActivityManager: ANR in demo
info    | 11-22 10:00:00.123  1234  5678 I ActivityManager: error dialog closed
error   | [10:00:00 ERR] cannot reach the store
fatal   | [10:00:00 FTL] cannot go on
info    | [10:00:00 INF] error page built
error   | fail: Demo.Worker[0]
fatal   | crit: Demo.Worker[0]
debug   | dbug: Demo.Worker[0]
info    | 2026-11-22 10:00:00, Info                  CBS    Failed to get the session, ignored
info    | logger=sqlstore t=2026-11-22T10:00:00Z level=info msg="migration of errors done"
error   | ts=2026-11-22T10:00:00.000Z caller=main.go:12 level=error msg="boom"
error   | [2026-11-22 10:00:00 +0800] [12] [ERROR] Worker (pid:13) exited with code 1
warning | 1234:M 22 Nov 2026 10:00:00.123 # WARNING overcommit_memory is set to 0!
fatal   | Fatal Error: cannot start
fatal   | PHP Fatal error:  Uncaught Error: Call to undefined function foo()
warning | PHP Warning:  Undefined variable $a in /app/a.php on line 3
error   | ValueError: invalid literal for int() with base 10: 'x'
error   | requests.exceptions.ReadTimeout: HTTPSConnectionPool(host='demo.example', port=443): Read timed out.
error   | subprocess.TimeoutExpired: Command 'sleep 9' timed out after 1 seconds
error   | jinja2.exceptions.TemplateNotFound: a.html
error   | java.lang.OutOfMemoryError: Java heap space
error   | java.lang.ClassNotFoundException: demo.App
warning | /app/a.py:12: DeprecationWarning: use b instead
warning | /usr/lib/python3/urllib3/connectionpool.py:1013: InsecureRequestWarning: Unverified HTTPS request
fatal   | panic: assignment to entry in nil map
fatal   | fatal error: all goroutines are asleep - deadlock!
error   | exit status 2
error   | Uncaught SyntaxError: Unexpected token '<'
error   | Error: Cannot find module 'express'
error   | Error: ENOENT: no such file or directory, open '/app/a.json'
error   | thread 'main' panicked at src/main.rs:4:5:
error   | ORA-00942: table or view does not exist
error   | TNS-12541: TNS:no listener
error   | SP2-0640: Not connected
error   | PLS-00201: identifier 'A.B' must be declared
error   | RMAN-03002: failure of backup command at 11/22/2026 10:00:00
error   | ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES)
error   | mysqldump: Got error: 2002: Can't connect to local MySQL server through socket
error   | psql: error: connection to server on socket failed
fatal   | psql: FATAL:  password authentication failed for user "app"
error   | Msg 208, Level 16, State 1, Server DB-1, Line 1
error   | (error) NOAUTH Authentication required.
error   | redis.exceptions.ConnectionError: Error 111 connecting to 10.0.0.1:6379.
error   | BUILD FAILED
error   | FAILURE: Build failed with an exception.
error   | Execution failed for task ':app:compileJava'.
error   | =ERROR REPORT==== 22-Nov-2026::10:00:00 ===
error   | Get-Item : Cannot find path 'C:\app' because it does not exist.
error   | Remove-Item: Access to the path is denied.
error   | Exception calling "Open" with "0" argument(s): "no"
error   | 'foo' is not recognized as an internal or external command,
error   | The term 'foo' is not recognized as the name of a cmdlet, function, script file, or operable program.
error   | The system cannot find the file specified.
error   | Access is denied.
error   | System error 5 has occurred.
error   | [SC] StartService FAILED 1053:
error   | {"log":"2026-11-22 ERROR boom\n","stream":"stderr","time":"2026-11-22T10:00:00Z"}
error   | error: none of the hosts answered
error   | error: null pointer
error   | {"ok":false,"error":"no disk"}
-       | {"ok":true,"error":""}
-       | {"errors":[],"ok":true}
-       | {"error": {}, "ok": true}
-       | {"error_code":0,"message":"success"}
-       | {"failed":false,"errno":0,"errmsg":"ok"}
-       | {"result":true,"code":0,"message":"","errors":null}
-       |   "error": null,
-       |   "failed": false,
-       | 10.0.0.1 - - [22/Nov/2026:10:00:00 +0800] "GET /api/error/12?level=error HTTP/1.1" 200 12 "-" "curl/8.5.0"
-       | GET /error/404.html 200 3ms
-       | https://demo.example/docs/failed/error.html
-       | ErrorDocument 404 /error/404.html
-       | ErrorLog "/var/log/httpd/error_log"
-       | error_page 500 502 503 504 /50x.html;
-       | log_errors = On
-       | innodb_print_all_deadlocks = ON
-       | max_connect_errors = 100
-       | errorLevel: 2
-       | on_failure: retry
-       | restartPolicy: OnFailure
-       | fail_timeout=30s max_fails=3
-       | failureThreshold: 3
-       | ORA-00000: normal, successful completion
-       | PROJ-12345: tell what is missing
-       | TNS-listener up
-       | com.demo.ErrorHandler registered
-       | class ValidationError extends Base {
-       | import requests.exceptions
-       | from app.errors import NotThere
-       | public void run() throws IOException {
-       | } catch (Exception e) {
-       | 1234:M 22 Nov 2026 10:00:00.123 * Ready to accept connections
-       | 22-Nov-2026 10:00:00.123 [main] started
-       | Query OK, 0 rows affected, 0 warnings (0.01 sec)
-       | Records: 3  Duplicates: 0  Warnings: 0
-       | Compiled with 0 errors
-       | Found 0 errors in 12 files
-       | Failures: 0, Errors: 0
-       | error rate: 0.00%
-       | redirected 2>&1 stderr to file
-       | Uncorrected failover pair ready
-       | Terror and mirror
-       | warned nobody
-       | At line:1 char:1
-       | Cannon and canned
`)

/** Words of trouble in Chinese, from programs and from systems that speak it. */
export const chineseLines = table(`
error   | 数据库连接失败，请检查网络
error   | 启动异常
error   | 进程异常退出
error   | 发生错误：磁盘已满
error   | 执行超时
error   | 连接 10.0.0.1 超时，放弃
error   | 任务执行超时(3600 秒)，已被终止
error   | 无法连接到 10.0.0.1:3306
error   | 服务无法启动。
error   | 错误: 无法终止 PID 为 4711 的进程。
error   | 报错信息如下
error   | bash: foo: 未找到命令
error   | bash: foo：找不到命令
error   | ls: 无法访问 '/data': 没有那个文件或目录
error   | bash: ./run.sh: 权限不够
error   | ssh: connect to host 10.0.0.1 port 22: 拒绝连接
error   | 写入错误: 设备上没有空间
error   | 已杀死
fatal   | 段错误 (核心已转储)
error   | 'foo' 不是内部或外部命令，也不是可运行的程序
error   | 系统找不到指定的文件。
error   | 拒绝访问。
error   | 发生系统错误 5。
error   | 成功 10，失败 2
error   | 成功：10 台，失败：2 台
error   | 失败：[10.0.0.1]
error   | 失败主机数: 3
error   | 失败率: 12%
warning | 告警：CPU 使用率 97%
warning | 警告: 磁盘将满
fatal   | 致命错误：配置损坏
error   | 权限不足
error   | 主机 10.0.0.1 不可达
error   | 端口 8080 被占用
error   | 磁盘空间不足
error   | 备份出错，退出
error   | 返回码: 127
error   | 脚本执行完成，退出码：1
-       | 返回码: 0
-       | 错误行数: 0
-       | 失败通知：开
-       | 错误提示已关闭
error   | 校验不通过，失败原因：文件损坏
error   | [2026-11-22 10:00:00] 任务执行失败
-       | 不会失败
-       | 不再失败
-       | 没有错误
-       | 没有任何错误
-       | 没有失败的主机
-       | 没有发现异常
-       | 失败: 0
-       | 失败数：0
-       | 失败：0
-       | 失败 0 台
-       | 失败0个
-       | 0 失败
-       | 成功 10，失败 0
success | 成功：10 台，失败：0 台，跳过：2 台
-       | 失败列表：无
-       | 失败主机：[]
-       | 错误信息：无
-       | 错误信息为空
-       | 错误码：0
-       | 错误数 = 0
-       | 异常数：0
-       | 异常: 无
-       | 未见异常
-       | 未超时
-       | 超时时间：30 秒
-       | 超时设置为 60s
-       | 超时: 30
-       | 超时阈值 5000ms
-       | 连接超时时间=10
-       | 若无法连接，请检查网络
-       | 如果失败，则重试
-       | 如遇错误请联系管理员
-       | 失败时重试
-       | 失败后自动回滚
-       | 失败重试次数：3
-       | 失败自动跳过：否
-       | 允许失败
-       | 忽略错误
-       | 忽略失败，继续执行
-       | 避免异常
-       | 是否失败：否
-       | 是否异常
-       | 错误日志路径：/var/log/error.log
-       | 错误处理完成
-       | 异常检测已开启
-       | 告警已恢复
-       | 告警策略已更新
-       | 无异常，无错误
-       | 检查完成：一切正常
-       | 重试成功
-       | 超级用户已登录
-       | 找到命令
`)
