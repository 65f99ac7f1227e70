/** Takes the text of a step's answer as it comes in, and gives the results in it. */
export interface StepLines {
  /** Results on the lines this text completes. */
  take(text: string): readonly unknown[]
  /** What stands around the results; those of an answer on one line are still in it. Throws a SyntaxError. */
  end(): unknown
}

/**
 * Reads JSON of which each result stands on a line of its own (contract, `stepInstanceDetailSchema`). No string holds a
 * line break in JSON, so whole lines can be parsed before the rest is there.
 */
export function createStepLines(): StepLines {
  let head = ''
  let unfinished: string[] = []
  const take = (text: string): readonly unknown[] => {
    const end = text.lastIndexOf('\n') + 1
    const lines = end === 0 ? '' : unfinished.join('') + text.slice(0, end)
    unfinished = end === 0 ? [...unfinished, text] : [text.slice(end)]
    const from = head === '' ? lines.indexOf('\n') + 1 : 0
    if (from > 0) head = lines.slice(0, from)
    return JSON.parse(`[${lines.slice(from).replace(/,?\n$/, '')}]`)
  }
  return { take, end: () => JSON.parse(head + unfinished.join('')) }
}
