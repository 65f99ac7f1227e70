import { useEffect, useState } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { UsedLogSession } from '#api'
import { mount } from './mount.fixture.ts'
import { problemOf } from './step-instance.fixture.ts'
import { rowOf, tableOf, uploadOf } from './transfer-rows.fixture.ts'
import { TransferUploads } from './transfer-uploads.tsx'
import { useSourcesByName } from './use-transfers.ts'

type State = Pick<UsedLogSession['state'], 'phase' | 'problem' | 'failures' | 'completedOnce'>

const stopped = { phase: 'settled', problem: null, failures: [], completedOnce: false } as const
const bare = tableOf([rowOf(2, { status: 5 }), rowOf(3, { status: 5 })])
const withUploads = tableOf([rowOf(2, { status: 5 }), uploadOf(1, '/data/file', { status: 5 })])

const troubles = {
  'the source fails': { ...stopped, failures: [{ keys: ['1'], problem: problemOf('upstream-down') }] },
  'the stream fails': { ...stopped, problem: problemOf('offline') },
}

interface StageProps {
  readonly onLoad: (keys: readonly string[]) => void
  /** Is given what says what a stream has answered. */
  readonly onReady: (answer: (state: State, table?: typeof bare) => void) => void
}

/** A step of which loading was stopped. */
function Stage({ onLoad, onReady }: StageProps) {
  const [table, setTable] = useState(bare)
  const [state, setState] = useState<State>(stopped)
  useEffect(() => {
    onReady((next, then = bare) => {
      setTable(then)
      setState(next)
    })
  }, [onReady])
  const session = { state: state as UsedLogSession['state'], stop: () => setState(stopped) }
  const used = useSourcesByName(session, (keys) => {
    onLoad(keys)
    setState({ ...stopped, phase: 'loading' })
  })
  return <TransferUploads table={table} {...used} phase={state.phase} live={false} />
}

const fetch = page.getByRole('button', { name: 'Fetch the uploads of 1 source host' })

function show() {
  const loaded: (readonly string[])[] = []
  let answer: Parameters<StageProps['onReady']>[0] = () => undefined
  mount(
    <Stage
      onLoad={(keys) => loaded.push(keys)}
      onReady={(given) => {
        answer = given
      }}
    />,
  )
  return { loaded, answer: (state: State, table?: typeof bare) => answer(state, table) }
}

const fetching = page.getByText('Fetching the uploads of 1 source host…')

test('uploads that are not here are fetched at a press; then there is nothing more to say', async () => {
  const { loaded, answer } = show()
  await expect.element(page.getByText('The uploads of 1 source host have not been loaded.')).toBeVisible()
  await fetch.click()
  await expect.element(fetching).toBeVisible()
  expect(loaded).toEqual([['1']])
  answer(stopped, withUploads)
  await expect.element(page.getByRole('status')).not.toBeInTheDocument()
})

test('a source without uploads is not asked for again', async () => {
  const { answer } = show()
  await fetch.click()
  await expect.element(fetching).toBeVisible()
  answer(stopped)
  await expect
    .element(page.getByText('The job platform has no uploads of 1 source host: 10.0.0.1'))
    .toBeVisible()
  await expect.element(fetch).not.toBeInTheDocument()
})

for (const [trouble, state] of Object.entries(troubles)) {
  test(`when ${trouble}, it can be tried again`, async () => {
    const { loaded, answer } = show()
    await fetch.click()
    await expect.element(fetching).toBeVisible()
    answer(state)
    await fetch.click()
    expect(loaded).toEqual([['1'], ['1']])
  })
}

test('stopped, it can be tried again', async () => {
  const { loaded } = show()
  await fetch.click()
  await page.getByRole('button', { name: 'Stop loading' }).click()
  await fetch.click()
  expect(loaded).toEqual([['1'], ['1']])
})

test('with everything loaded, nothing is offered: a source without uploads is said', async () => {
  const session = {
    fetchSources: () => undefined,
    stop: () => undefined,
    phase: 'settled',
  } as const
  const sources = { all: true, byName: new Set<string>(), fetching: [] }
  mount(<TransferUploads table={bare} {...session} sources={sources} live={false} />)
  await expect
    .element(page.getByText('The job platform has no uploads of 1 source host: 10.0.0.1'))
    .toBeVisible()
  await expect.element(fetch).not.toBeInTheDocument()
})

test('what is said of sources stays while their next answer comes, and is renewed by the whole of it', async () => {
  const idle = { fetchSources: () => undefined, stop: () => undefined } as const
  const sources = { all: true, byName: new Set<string>(), fetching: [] }
  type Answer = readonly ['loading' | 'settled', typeof bare]
  let answer: (next: Answer) => void = () => undefined
  function Polled() {
    const [[phase, table], setAnswer] = useState<Answer>(['settled', bare])
    useEffect(() => {
      answer = setAnswer
    }, [])
    return (
      <>
        <TransferUploads table={table} {...idle} sources={sources} phase={phase} live={false} />
        <p>{phase}</p>
      </>
    )
  }
  mount(<Polled />)
  const line = page.getByText('The job platform has no uploads of 1 source host: 10.0.0.1')
  await expect.element(line).toBeVisible()
  answer(['loading', withUploads])
  await expect.element(page.getByText('loading')).toBeVisible()
  expect(line.query()).not.toBeNull()
  answer(['settled', withUploads])
  await expect.element(line).not.toBeInTheDocument()
})

test('while the step runs, uploads that nobody told of may be to come: that is not said to be none', async () => {
  const idle = { fetchSources: () => undefined, stop: () => undefined, phase: 'settled' } as const
  const sources = { all: true, byName: new Set<string>(), fetching: [] }
  let end: () => void = () => undefined
  function Watched() {
    const [live, setLive] = useState(true)
    useEffect(() => {
      end = () => setLive(false)
    }, [])
    return (
      <>
        <p>{live ? 'running' : 'over'}</p>
        <TransferUploads table={bare} {...idle} sources={sources} live={live} />
      </>
    )
  }
  mount(<Watched />)
  await expect.element(page.getByText('running')).toBeVisible()
  expect(page.getByText(/^The job platform has no uploads/).query()).toBeNull()
  end()
  await expect.element(page.getByText(/^The job platform has no uploads/)).toBeVisible()
})
