import { expect, test } from 'vitest'
import type { NodeManStep } from '#contract'
import { currentStep } from './current-step.ts'

const stated = (at: number | null) => ({ text: at === null ? null : String(at), at })
const step = (name: string, status: string, start: number | null, finish: number | null): NodeManStep => ({
  index: 0,
  name,
  status,
  startedAt: stated(start),
  finishedAt: stated(finish),
})

test('the running step, since when, its last output, and that it is far over', () => {
  const steps = [step('选择接入点', 'SUCCESS', 0, 5_000), step('安装', 'RUNNING', 5_000, 60_000)]
  expect(currentStep(steps, 725_000)).toEqual({
    stepIndex: 1,
    name: '安装',
    since: 5_000,
    runningMs: 720_000,
    lastOutputAt: 60_000,
    typical: { least: 25, most: 40 },
    farOver: true,
  })
  expect(currentStep(steps, 30_000)?.farOver).toBe(false)
})

test('a step nobody measured is never called late', () => {
  const own = currentStep([step('自定义', 'RUNNING', 0, null)], 9e9)
  expect(own).toMatchObject({ typical: null, farOver: false, lastOutputAt: null })
})

test('nothing running, or since nobody knows when', () => {
  expect(currentStep([step('安装', 'SUCCESS', 0, 1)], 5)).toBeNull()
  expect(currentStep([step('安装', 'RUNNING', null, null)], 5)).toBeNull()
  expect(currentStep([], 5)).toBeNull()
})
