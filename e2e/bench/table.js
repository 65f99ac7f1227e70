/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

/** The medians of each field over several measurements; null when any of them is. */
export function medians(results) {
  const fields = Object.keys(results[0])
  const medianOf = (field) => {
    const values = results.map((result) => result[field])
    return values.includes(null) ? null : median(values)
  }
  return Object.fromEntries(fields.map((field) => [field, medianOf(field)]))
}

/** "83 (1.2×)": the time, and how often the reference fits into it. */
export function withRatio(ms, reference) {
  if (ms === null || ms === undefined) return '–'
  if (!reference) return ms.toFixed(0)
  return `${ms.toFixed(0)} (${(ms / reference).toFixed(2)}×)`
}

/** A Markdown table. */
export function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)))
  const print = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`
  const [first, ...rest] = all.map(print)
  return [first, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rest].join('\n')
}
