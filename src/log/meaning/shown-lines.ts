/*
 * Lines in which words of trouble are shown, not said: a command typed at a prompt or traced by a shell, a task's
 * heading, a test that passed, a list of files. Asked only about lines that sound bad.
 */

/** `[root@web-1 ~]# …`, `deploy@web-1:~$ …`, `$ …`, `PS C:\app> …`, `C:\app>…`. */
const prompt =
  /(?:\[?[\w.-]{1,64}@[\w.-]{1,64}[ :][^\]\n#$]{0,120}\]?[#$] |\$ |PS [A-Z]:\\[^>\n]{0,160}> ?|[A-Z]:\\[^>\n]{0,160}>)/y
/** `set -x` shows what a shell does. */
const traced = /\++ /y
/** Lines of a script that is shown: what it would do. */
const scripted =
  /[ \t]*(?:(?:echo|printf) ["'$-]|e?grep |trap |logger -|(?:alias|export) \w+=|function \w+|\w+\(\) *\{|(?:if|elif|while) [^\n]{0,200}(?:then|do)\b|\[\[? [$"!-])/y
const heading =
  /(?:TASK|PLAY|HANDLER|RUNNING HANDLER|STEP|Step \d+\/\d+ :|#\d+ \[[^\]\n]{1,60}\]) ?(?:\[|RUN\b)?/y
const passed =
  /(?:[✓✔√] |ok \d|ok[ \t]{2}|(?:ok|changed|skipping): \[|PASS(?:ED)?\b|--- PASS|=== RUN|\[ *(?:OK|PASS(?:ED)?) *\])/y
const listed = /[-dlbcps](?:[-r][-w][-xsStT]){3}[.+@]? /y
const shown = [prompt, traced, scripted, heading, passed, listed]

/** How a line ends that tells of something that went well. */
const endsWell =
  /(?:\.{2,} ?(?:[Oo][Kk]|[Dd]one|passed|none|no|yes|success)|(?:^|\.{2,}|[:\t]| {2}|\[ ?) *OK(?: ?\])?|\sPASSED(?: +\[[ \d]+%\])?)[.\s]*$/
const tail = 40

/** Whether the text between `from` and `to` shows words rather than says them. */
export function isShown(text: string, from: number, to: number): boolean {
  return (
    shown.some((pattern) => startsWith(pattern, text, from)) ||
    endsWell.test(text.slice(Math.max(from, to - tail), to))
  )
}

/** Whether it is a command: whatever level stands in it was asked for. */
export function isCommand(text: string, from: number): boolean {
  return startsWith(traced, text, from) || startsWith(prompt, text, from)
}

function startsWith(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}
