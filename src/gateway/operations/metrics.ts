/*
 * Counters and histograms in Prometheus's text format, version 0.0.4. Written here because it is a page of code: the usual
 * library brings three packages, a global registry and figures of Node that nobody asked for (docs/decisions/0018).
 */

/** Values of a metric's labels, in the order of their names. They come from closed lists: each makes a series. */
type LabelValues = readonly string[]

/** What a metric is called, what it counts, and what its series differ by. */
export interface MetricFacts {
  readonly name: string
  readonly help: string
  readonly labels?: readonly string[]
}

/** Something that can be written out. */
export interface Metric {
  lines(): readonly string[]
}

/** Only ever grows. */
export interface Counter extends Metric {
  add(labels: LabelValues, value?: number): void
}

/** Counts observations up to each bound. */
export interface Histogram extends Metric {
  observe(labels: LabelValues, value: number): void
}

/** See {@link Counter}. */
export function createCounter(facts: MetricFacts): Counter {
  const series = createSeries(() => ({ value: 0 }))
  return {
    add(labels, value = 1) {
      series.of(labels).value += value
    },
    lines: () => [
      ...head(facts, 'counter'),
      ...series.all().map(([labels, { value }]) => line(facts.name, facts, labels, value)),
    ],
  }
}

/** See {@link Histogram}; `bounds` ascend. */
export function createHistogram(facts: MetricFacts, bounds: readonly number[]): Histogram {
  const series = createSeries(() => ({ counts: bounds.map(() => 0), sum: 0, count: 0 }))
  return {
    observe(labels, value) {
      const one = series.of(labels)
      one.sum += value
      one.count += 1
      const index = bounds.findIndex((bound) => value <= bound)
      if (index >= 0) one.counts[index] = (one.counts[index] ?? 0) + 1
    },
    lines: () => [
      ...head(facts, 'histogram'),
      ...series.all().flatMap(([labels, { counts, sum, count }]) => {
        let below = 0
        const buckets = bounds.map((bound, index) => {
          below += counts[index] ?? 0
          return bucket(facts, labels, String(bound), below)
        })
        return [
          ...buckets,
          bucket(facts, labels, '+Inf', count),
          line(`${facts.name}_sum`, facts, labels, sum),
          line(`${facts.name}_count`, facts, labels, count),
        ]
      }),
    ],
  }
}

/** A value as it is at the moment of asking. */
export function createGauge(
  facts: MetricFacts,
  read: () => Iterable<readonly [LabelValues, number]>,
): Metric {
  return {
    lines: () => [
      ...head(facts, 'gauge'),
      ...[...read()].map(([labels, value]) => line(facts.name, facts, labels, value)),
    ],
  }
}

/** All of them as one text. */
export function metricsText(metrics: readonly Metric[]): string {
  return `${metrics.flatMap((metric) => metric.lines()).join('\n')}\n`
}

export const metricsContentType = 'text/plain; version=0.0.4; charset=utf-8'

function createSeries<T>(create: () => T) {
  const byLabels = new Map<string, readonly [LabelValues, T]>()
  return {
    of(labels: LabelValues): T {
      const key = labels.join('\u0000')
      const known = byLabels.get(key)
      if (known !== undefined) return known[1]
      const one = create()
      byLabels.set(key, [labels, one])
      return one
    },
    all: () => [...byLabels.values()],
  }
}

function head({ name, help }: MetricFacts, type: string): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]
}

function bucket(facts: MetricFacts, labels: LabelValues, bound: string, count: number): string {
  const withBound = { ...facts, labels: [...(facts.labels ?? []), 'le'] }
  return line(`${facts.name}_bucket`, withBound, [...labels, bound], count)
}

function line(name: string, { labels = [] }: MetricFacts, values: LabelValues, value: number): string {
  const pairs = labels.map((label, index) => `${label}="${escaped(values[index] ?? '')}"`)
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`
}

const escaped = (value: string) =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
