import { type CommandReader, createCommandReader } from './command-flags.ts'
import { readKeyValue } from './key-value.ts'
import {
  readAuthorization,
  readBearer,
  readKeyBeside,
  readKnownToken,
  readUrlPassword,
  readValue,
  readWebToken,
} from './known-secrets.ts'
import { readKeyBeginning, readKeyLines } from './private-key.ts'
import type { Secret, SecretState, Span } from './secret.ts'
import { nextHint } from './secret-hints.ts'

/*
 * One pattern finds every place where a secret may begin, and small readers look closer there. It goes over a text
 * once, and every reader either consumes what it reads or stops after a bounded look, so that the time is linear in
 * the length of the text whatever stands in it.
 */

const triggers = [
  '(pass(?:word|wd|phrase|code)|pwd|secret|token|(?:api|access|private)[_-]?key|bk_ticket|credential|[_-]pass(?![a-z])|密码|口令|密钥|令牌)',
  '(authorization)',
  '(bearer[ \\t]{1,8})',
  '(:(?://|\\\\/\\\\/))',
  '(a(?:kia|sia|kid)|ltai|gh[pousr]_|github_pat_|gl[a-z]{2,5}-|xox[a-z]-|xapp-)',
  '(eyj)',
  '(-----BEGIN |private-lines:)',
  '(mysql|mariadb|sshpass|redis-cli|curl|docker login|setup_agent|args are:)',
  '([\\s"\'`]-[cpau])',
  '(identified\\s{1,8}by\\s{1,8}(?:password\\s{1,8})?|webhook/send\\?key=)',
]
const trigger = new RegExp(triggers.join('|'), 'gi')

/** The secrets in a text of one line or several, in order and apart from each other. */
export function findSecrets(text: string, state: SecretState): readonly Secret[] {
  const secrets: Secret[] = []
  let position = 0
  for (;;) {
    if (state.privateKey !== null) position = readKeyLines(text, position, state, secrets)
    const hint = nextHint(text, position)
    if (hint === -1) return secrets
    const newline = text.indexOf('\n', hint)
    const end = newline === -1 ? text.length : newline
    // What is left of a line after a private key begins at `position`.
    const start = Math.max(position, text.lastIndexOf('\n', hint) + 1)
    for (const { start: from, end: to } of readLine(text.slice(start, end), state))
      secrets.push({ start: start + from, end: start + to, isCounted: true })
    position = end + 1
  }
}

function readLine(line: string, state: SecretState): readonly Span[] {
  const spans: Span[] = []
  const commands = createCommandReader(line)
  trigger.lastIndex = 0
  for (let found = trigger.exec(line); found !== null; found = trigger.exec(line)) {
    const read = found[7] === undefined ? readSecrets(found, line, commands) : readKey(found, line, state)
    spans.push(...read)
    trigger.lastIndex = read.at(-1)?.end ?? found.index + found[0].length
  }
  return spans
}

function readKey(found: RegExpExecArray, line: string, state: SecretState): readonly Span[] {
  const key = readKeyBeginning(line, found.index, state)
  return key === null ? [] : [key]
}

function readSecrets(found: RegExpExecArray, text: string, commands: CommandReader): readonly Span[] {
  const end = found.index + found[0].length
  if (found[8] !== undefined) commands.command(found[8], end)
  const span = found[9] === undefined ? readSecret(found, text, end) : commands.flagValue(end - 1)
  if (span === null) return []
  const beside = found[5] === undefined ? null : readKeyBeside(text, span)
  return beside === null ? [span] : [span, beside]
}

function readSecret(found: RegExpExecArray, text: string, end: number): Span | null {
  if (found[1] !== undefined) return readKeyValue(text, found.index, end)
  if (found[2] !== undefined) return readAuthorization(text, end)
  if (found[3] !== undefined) return readBearer(text, end)
  if (found[4] !== undefined) return readUrlPassword(text, end)
  if (found[5] !== undefined) return readKnownToken(text, found.index)
  if (found[6] !== undefined) return readWebToken(text, found.index)
  return found[10] === undefined ? null : readValue(text, end)
}
