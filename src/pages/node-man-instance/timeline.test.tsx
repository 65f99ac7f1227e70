import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { MemoryRouter } from 'react-router'
import { expect, onTestFinished, test } from 'vitest'
import { page } from 'vitest/browser'
import type { NodeManStep } from '#contract'
import { noFindings } from './log-findings.ts'
import type { StepState } from './step-state.ts'
import { Timeline, type TimelineProps } from './timeline.tsx'

const at = (text: string, epochMs: number | null = Date.parse(`${text.replace(' ', 'T')}+08:00`)) => ({
  text,
  at: epochMs,
})
const none = { text: null, at: null }

function step(state: StepState, changes: Partial<NodeManStep> = {}): TimelineProps['steps'][number] {
  return {
    step: {
      index: 0,
      name: '更新任务状态',
      status: 'SUCCESS',
      startedAt: at('2021-09-16 15:06:04'),
      finishedAt: at('2021-09-16 15:06:04'),
      ...changes,
    },
    state,
    logBytes: 1,
    findings: noFindings,
  }
}

function show(
  steps: TimelineProps['steps'],
  chosenIndex = 0,
  onOpenLog: (stepIndex: number) => void = () => undefined,
): void {
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  flushSync(() =>
    root.render(
      <MemoryRouter>
        <Timeline
          steps={steps}
          chosenIndex={chosenIndex}
          live={false}
          addressOf={(stepIndex) => `/x?step=${stepIndex}`}
          onOpenLog={onOpenLog}
        />
      </MemoryRouter>,
    ),
  )
}

const items = page.getByRole('list', { name: 'Steps' }).getByRole('listitem')

test('steps of the same name are two steps, each a link, one of them chosen', async () => {
  show([step('succeeded'), step('succeeded')], 1)
  await expect.element(items.nth(0).getByRole('link')).toHaveAttribute('href', '/x?step=0')
  await expect.element(items.nth(0).getByRole('link')).not.toHaveAttribute('aria-current')
  await expect.element(items.nth(1).getByRole('link')).toHaveAttribute('aria-current', 'step')
  expect(items.all()).toHaveLength(2)
})

test('each state has its own word', async () => {
  const states = [
    ['waiting', 'Waiting'],
    ['running-with-errors', 'Running, errors so far'],
    ['failed', 'Failed'],
    ['not-reached', 'Not reached'],
    ['cleaned-up', 'Log cleaned up (older than 30 days)'],
  ] as const
  show(states.map(([state]) => step(state)))
  for (const [index, [, word]] of states.entries())
    await expect.element(items.nth(index)).toHaveTextContent(word)
})

test('an unknown status is shown with upstream’s own word', async () => {
  show([step('unknown', { status: 'HALTED' })])
  await expect.element(items.nth(0)).toHaveTextContent('Unknown status HALTED')
})

test('a step of no length has a bar all the same', async () => {
  show([step('succeeded'), step('succeeded', { finishedAt: at('2021-09-16 15:06:39') })])
  await expect.element(items.nth(0)).toHaveTextContent('<1 s')
  const bars = document.querySelectorAll('[data-bar]')
  expect(bars[0]?.getBoundingClientRect().width).toBeGreaterThan(2)
  expect(bars[1]?.getBoundingClientRect().width).toBeGreaterThan(100)
})

test('a malformed time is shown as it was read and as it was written, and its bar is drawn', async () => {
  const odd = at('2021-09-1615: 06: 45', Date.parse('2021-09-16T15:06:45+08:00'))
  show([step('succeeded', { startedAt: odd, finishedAt: odd })])
  await expect.element(items.nth(0)).toHaveTextContent(/started \d\d:06:45 \(“2021-09-1615: 06: 45”\)/)
  await expect
    .element(page.getByText('Times in quotes are as node-man wrote them', { exact: false }))
    .toBeVisible()
  expect(document.querySelectorAll('[data-bar]')).toHaveLength(1)
})

test('a time that cannot be read says so and draws no bar', async () => {
  show([step('succeeded', { startedAt: at('yesterday', null), finishedAt: none })])
  await expect.element(page.getByText(/cannot be read/)).toBeVisible()
  expect(document.querySelectorAll('[data-bar]')).toHaveLength(0)
})

test('while running, the finish time is the last output', async () => {
  show([step('running', { status: 'RUNNING' })])
  await expect.element(items.nth(0)).toHaveTextContent('last output')
  await expect.element(items.nth(0)).not.toHaveTextContent('finished')
})

test('a hostile step name is text', async () => {
  show([step('succeeded', { name: '<img src=x onerror=alert(1)>' })])
  await expect.element(items.nth(0)).toHaveTextContent('<img src=x onerror=alert(1)>')
  expect(document.querySelector('li img')).toBeNull()
})

const second = 1000
const began = Date.parse('2021-09-16T15:06:00+08:00')
const lasting = (fromS: number, toS: number) =>
  step('succeeded', {
    startedAt: { text: '2021-09-16 15:06:00', at: began + fromS * second },
    finishedAt: { text: '2021-09-16 15:06:00', at: began + toS * second },
  })
const bars = () => [...document.querySelectorAll('[data-bar]')].map((bar) => bar.getBoundingClientRect())
const button = (name: string) => page.getByRole('button', { name })

test('bars of one axis stand one after the other, and the time between two is said', async () => {
  show([lasting(0, 10), lasting(20, 30)])
  const [first, next] = bars()
  expect(first?.right).toBeLessThan((next?.left ?? 0) - 20)
  await expect.element(items.nth(1)).toHaveTextContent('10 s after the step before')
  await expect.element(items.nth(0)).not.toHaveTextContent('after the step before')
})

test('looking closer makes bars longer, until the whole time is shown again', async () => {
  show([lasting(0, 40), lasting(40, 100)])
  const before = bars()[1]?.width ?? 0
  await button('Look closer').click()
  await expect.element(page.getByText(/^Part: /)).toBeVisible()
  expect(bars()[1]?.width).toBeGreaterThan(before)
  await button('Show the whole time').click()
  await expect.poll(() => bars()[1]?.width).toBeCloseTo(before)
})

test('Ctrl and the wheel look closer around the pointer, the wheel alone does not', async () => {
  show([lasting(0, 40), lasting(40, 100)])
  const track = document.querySelector('[data-track]')
  const wheel = (ctrlKey: boolean) => {
    const at = track?.getBoundingClientRect()
    const place = { clientX: at?.left ?? 0, clientY: at?.top ?? 0 }
    const event = new WheelEvent('wheel', {
      deltaY: -300,
      bubbles: true,
      cancelable: true,
      ctrlKey,
      ...place,
    })
    track?.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(wheel(false)).toBe(false)
  expect(wheel(true)).toBe(true)
  await expect.element(page.getByText(/^Part: .*:06:00 –/)).toBeVisible()
})

test('keys on a step choose its neighbour, look closer, and go to the log', async () => {
  const opened: number[] = []
  show([lasting(0, 40), lasting(40, 100)], 0, (stepIndex) => opened.push(stepIndex))
  const press = (key: string) =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    )
  document.querySelector<HTMLElement>('li a')?.focus()
  press('ArrowDown')
  await expect.element(items.nth(1).getByRole('link')).toHaveFocus()
  press('+')
  await expect.element(page.getByText(/^Part: /)).toBeVisible()
  press('0')
  await expect.element(page.getByText(/^Part: /)).not.toBeInTheDocument()
  press('Enter')
  expect(opened).toEqual([1])
})

test('dragging moves what is shown, and does not choose the step under the pointer', async () => {
  show([lasting(0, 40), lasting(40, 100)])
  const track = document.querySelector<HTMLElement>('[data-track]')
  const box = track?.getBoundingClientRect()
  const point = (type: string, share: number) => {
    const clientX = (box?.left ?? 0) + share * (box?.width ?? 0)
    const place = { clientX, clientY: (box?.top ?? 0) + 5, pointerId: 1, button: 0, bubbles: true }
    track?.dispatchEvent(new PointerEvent(type, { ...place, cancelable: true }))
  }
  // Nothing to move while the whole time is shown.
  point('pointerdown', 0.8)
  point('pointermove', 0.2)
  point('pointerup', 0.2)
  await expect.element(page.getByText(/^Part: /)).not.toBeInTheDocument()
  await button('Look closer').click()
  await button('Look closer').click()
  const before = page.getByText(/^Part: /).element().textContent
  point('pointerdown', 0.8)
  point('pointermove', 0.5)
  point('pointermove', 0.2)
  point('pointerup', 0.2)
  const click = new MouseEvent('click', { bubbles: true, cancelable: true })
  track?.dispatchEvent(click)
  expect(click.defaultPrevented).toBe(true)
  await expect.poll(() => page.getByText(/^Part: /).element().textContent).not.toBe(before)
  await expect.element(page.getByText(/– .*:07:40|– .*07:40/)).toBeVisible()
})
