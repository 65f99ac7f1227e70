/**
 * What any viewer that takes a string does: waits for all of it. Frame headers are cut off; of many hosts it gets
 * the job platform's own answer, parsed, and one text with all of them.
 */
export async function fetchLogText(url) {
  if (new URL(url).searchParams.get('shape') === 'hosts')
    return joinHosts(await (await fetch(`${url}&as=json`)).json())
  const text = await (await fetch(url)).text()
  return text.slice(text.indexOf('\n') + 1, text.lastIndexOf('{"kind":"end"')).trimEnd()
}

function joinHosts({ data }) {
  return data.script_task_logs.map((log) => `${log.ip}\n${log.log_content}`).join('')
}

/** Reads a growing log: `onText` gets what arrives, as it arrives, and may take its time. */
export async function readTail(url, onText) {
  const { body } = await fetch(url)
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let isInside = false
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const text = isInside ? next.value : next.value.slice(next.value.indexOf('\n') + 1)
    isInside = true
    await onText(text.replace(/\{"kind":"end".*/s, ''))
  }
}
