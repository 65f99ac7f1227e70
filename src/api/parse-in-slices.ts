import { type StepInstanceDetail, stepInstanceDetailSchema } from '#contract'

type Parsed = { success: true; data: StepInstanceDetail } | { success: false; error: Error }

/** Checking this many results takes a few milliseconds. */
const sliceLength = 2_000

/**
 * Parses a step with its results, slice by slice with a pause between them: 50,000 results checked in one go would
 * freeze the page for a quarter of a second (product, section 13).
 */
export async function parseStepInstance(value: unknown): Promise<Parsed> {
  const all = resultsOf(value)
  if (all === null || all.length <= sliceLength) return stepInstanceDetailSchema.safeParse(value)
  const head = { ...(value as object) }
  const results: StepInstanceDetail['results'][number][] = []
  let parsed: Parsed = stepInstanceDetailSchema.safeParse({ ...head, results: [] })
  for (let start = 0; start < all.length && parsed.success; start += sliceLength) {
    await pause()
    parsed = stepInstanceDetailSchema.safeParse({ ...head, results: all.slice(start, start + sliceLength) })
    if (parsed.success) results.push(...parsed.data.results)
  }
  return parsed.success ? { success: true, data: { ...parsed.data, results } } : parsed
}

function resultsOf(value: unknown): readonly unknown[] | null {
  if (typeof value !== 'object' || value === null || !('results' in value)) return null
  return Array.isArray(value.results) ? value.results : null
}

/** Once round a message channel: a timer would take a second each in a hidden tab. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
