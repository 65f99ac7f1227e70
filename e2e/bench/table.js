/** The value below which `share` of them lie. @param {readonly number[]} values @param {number} share 0 to 1 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5)
}

/** The medians of each field over several measurements; null when any of them is. */
export function medians(results) {
  const fields = Object.keys(results[0])
  const medianOf = (field) => {
    const values = results.map((result) => result[field])
    return values.every(Number.isFinite) ? median(values) : null
  }
  return Object.fromEntries(fields.map((field) => [field, medianOf(field)]))
}

/** "83 (1.20×)": the figure, and how often the reference fits into it. */
export function withRatio(value, reference, decimals = 0) {
  if (!Number.isFinite(value)) return '–'
  if (!reference) return value.toFixed(decimals)
  return `${value.toFixed(decimals)} (${(value / reference).toFixed(2)}×)`
}

/** A Markdown table. */
export function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)))
  const print = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`
  const [first, ...rest] = all.map(print)
  return [first, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rest].join('\n')
}
