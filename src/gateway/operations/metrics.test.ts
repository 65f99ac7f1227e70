import { expect, test } from 'vitest'
import { createCounter, createGauge, createHistogram, metricsText } from './metrics.ts'

test('counters, gauges and histograms as Prometheus reads them', () => {
  const counter = createCounter({ name: 'a_total', help: 'A.', labels: ['x', 'y'] })
  counter.add(['1', 'quo"te\\\n'])
  counter.add(['1', 'quo"te\\\n'], 2)
  counter.add(['2', ''])
  const histogram = createHistogram({ name: 'b_seconds', help: 'B.', labels: ['x'] }, [0.1, 1])
  for (const value of [0.05, 0.1, 0.5, 7]) histogram.observe(['1'], value)
  const gauge = createGauge({ name: 'c', help: 'C.' }, () => [[[], 3.5]])
  expect(metricsText([counter, histogram, gauge])).toBe(`# HELP a_total A.
# TYPE a_total counter
a_total{x="1",y="quo\\"te\\\\\\n"} 3
a_total{x="2",y=""} 1
# HELP b_seconds B.
# TYPE b_seconds histogram
b_seconds_bucket{x="1",le="0.1"} 2
b_seconds_bucket{x="1",le="1"} 3
b_seconds_bucket{x="1",le="+Inf"} 4
b_seconds_sum{x="1"} 7.65
b_seconds_count{x="1"} 4
# HELP c C.
# TYPE c gauge
c 3.5
`)
})
