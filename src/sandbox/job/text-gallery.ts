/** One difficult log: its title, and what a host printed (null is stored as null). */
export interface Exhibit {
  readonly title: string
  readonly write: () => string | null
}

const csi = '\u001b['

// 16, 256 and true colours, every style, and a colour that is never switched off again.
function colours(): string {
  const names = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white']
  const sixteen = names.map(
    (name, code) => `${csi}${30 + code}m${name}${csi}0m ${csi}${90 + code}mbright ${name}${csi}0m`,
  )
  const cube = Array.from({ length: 256 }, (_, code) => `${csi}48;5;${code}m ${csi}0m`).join('')
  const ramp = Array.from({ length: 64 }, (_, x) => `${csi}38;2;${x * 4};${255 - x * 4};128m█${csi}0m`).join(
    '',
  )
  const styles = `${csi}1mbold${csi}0m ${csi}2mdim${csi}0m ${csi}3mitalic${csi}0m ${csi}4munderline${csi}0m ${csi}7minverse${csi}0m ${csi}9mstruck${csi}0m`
  const levels = `${csi}32mPASS${csi}0m test_login\n${csi}1;31mFAIL${csi}0m test_payment ${csi}2m(0.31s)${csi}0m\n${csi}33mSKIP${csi}0m test_gpu`
  const unfinished = `${csi}38;5;208mthis colour is never switched off\nand goes on here\n${csi}?25l${csi}2Kcursor hidden, line erased${csi}?25h`
  return `${[...sixteen, cube, ramp, styles, levels, unfinished].join('\n')}\n`
}

// A hundred states of one bar are one line: a reader should show the last and offer the others.
function progressBars(): string {
  const bar = (percent: number) =>
    `\rdownloading game.pak [${'#'.repeat(percent / 2).padEnd(50, '.')}] ${percent}%`
  const whole = Array.from({ length: 101 }, (_, percent) => bar(percent)).join('')
  const spinner = '|/-\\|/-\\'
    .split('')
    .map((turn) => `${turn}\b`)
    .join('')
  return `starting\n${whole}\nverifying ${spinner}done\nrate 10%\rrate 55%\rrate 100%\n`
}

// Wide, combining and four-byte characters: columns, copies and byte counts must all agree.
function languages(): string {
  return [
    '部署开始：正在更新游戏服务器，请稍候……',
    '状态：✅ 成功　⚠️ 警告　❌ 失败　🚀 发布　👩‍💻 值班　🇨🇳',
    '日本語のログ、한국어 로그, Ελληνικά, עברית, العربية, ไทย',
    '全角ＡＢＣ１２３，生僻字：𠮷野家 𨋢 㐂',
    'combining: e\u0301 n\u0303 Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f',
    '错误：数据库连接失败（超时 30 秒）',
    '',
  ].join('\n')
}

const longLine = 'abcdefghij0123456789 '

// No newline for 2 MiB: laying it out whole freezes a page.
function oneHugeLine(): string {
  const wanted = 2 * 1024 * 1024
  const line = longLine.repeat(Math.ceil(wanted / longLine.length)).slice(0, wanted)
  return `the next line has exactly 2 MiB\n${line}\nthe line after it\n`
}

// What a terminal would obey and a reader must show; the bidi marks make text lie about its order.
function invisible(): string {
  const controls = Array.from({ length: 32 }, (_, code) => (code === 10 ? 'LF' : String.fromCharCode(code)))
  return [
    `all controls: <${controls.join('><')}><\u007f><\u0080><\u0085><\u009b>`,
    'bell \u0007 vertical tab \u000b form feed \u000c backspace abc\b\b\bxyz',
    'bidi: admin\u202e⁦ // fdp.exe\u202c\u2069 user \u2067reversed\u2069',
    'zero width: pass\u200bword pay\u200d\u200cload \ufeffbom \u2060joiner soft\u00adhyphen',
    'separators: line\u2028separator paragraph\u2029separator nbsp\u00a0here',
    'tabs:\tone\ttwo\t\tthree',
    '',
  ].join('\n')
}

// Everything here is text. A viewer that makes a heading, a request or a title of it has failed.
function hostile(): string {
  return [
    '<script>document.title = "broken into"</script>',
    '<img src=x onerror="document.title=\'broken into\'">',
    '</pre></div></body><h1>not a heading</h1>',
    '&lt;already escaped&gt; &amp; &#60;b&#62;',
    'javascript:alert(1) data:text/html,<script>alert(1)</script> vbscript:msgbox(1)',
    'a real link: https://demo.example/runs/1?a=1&b=<2> and (http://demo.example/x).',
    '[markdown](javascript:alert(1)) ![image](https://demo.example/pixel.png)',
    '\u001b]8;;javascript:alert(1)\u0007terminal link\u001b]8;;\u0007 \u001b]0;new window title\u0007',
    '{"__proto__": {"polluted": true}, "constructor": null}',
    '"}],"error":{"code":"NO_PERMISSION"}}  %{process.env} {{7*7}} <%= 7*7 %>',
    '',
  ].join('\n')
}

/** Stands for a byte from 0x80 on that is sent as it is, and is part of no UTF-8. */
function rawByte(byte: number): string {
  return String.fromCharCode(0xf700 | byte)
}

// What is left of other encodings after the agent (bk-job B.10), with NULs, half a surrogate pair, and bytes that are no UTF-8:
// 错误 in GBK, and the first two bytes of 中.
function broken(): string {
  const gbk = [0xb4, 0xed, 0xce, 0xf3].map(rawByte).join('')
  const cut = [0xe4, 0xb8].map(rawByte).join('')
  return [
    'NUL \u0000 in the middle',
    'GBK read as UTF-8: \ufffd\ufffd\ufffd\ufffd\ufffd',
    'lone \ud83d surrogate \udc00 here',
    '\u0000\u0000\u0000',
    `GBK as it came: ${gbk}, and after it`,
    `cut within a character: ${cut}`,
    '',
  ].join('\n')
}

// Messages of several lines and the formats severity is recognised in.
function structured(): string {
  const object = {
    level: 'error',
    ts: '2026-03-09T01:02:03.456Z',
    msg: 'upstream closed',
    retry: 3,
    id: '9223372036854775807',
  }
  return [
    JSON.stringify(object),
    ...JSON.stringify(object, null, 2).split('\n'),
    'Mar  9 09:02:03 game-1 sshd[4411]: Failed password for invalid user admin from 203.0.113.7 port 52144 ssh2',
    'E0309 09:02:03.456789   12345 reflector.go:138] failed to list *v1.Pod: Unauthorized',
    'panic: runtime error: index out of range [5] with length 3',
    '',
    'goroutine 1 [running]:',
    'main.main()',
    '\t/src/main.go:17 +0x1d',
    'level=warn msg="slow query" took=3.2s query="SELECT * FROM t_player WHERE id = 42"',
    '',
  ].join('\n')
}

/** The exhibits in the order of the gallery's hosts. */
export const exhibits: readonly Exhibit[] = [
  { title: 'colours', write: colours },
  { title: 'progress bars', write: progressBars },
  { title: 'languages and emoji', write: languages },
  { title: 'one line of 2 MiB', write: oneHugeLine },
  { title: 'invisible characters', write: invisible },
  { title: 'hostile markup', write: hostile },
  { title: 'NUL and broken encodings', write: broken },
  { title: 'CRLF', write: () => 'first\r\nsecond\r\n\r\nfourth, then LF\nand CRLF again\r\n' },
  { title: 'empty', write: () => '' },
  { title: 'null', write: () => null },
  { title: 'no newline at the end', write: () => 'line 1\nline 2\nline 3 has no newline' },
  { title: 'only newlines', write: () => '\n\n\n\n\n' },
  { title: 'blanks', write: () => '   \n\t\t\n  trailing blanks   \n' },
  { title: 'structured', write: structured },
]
