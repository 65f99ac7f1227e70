import { Suspense, startTransition, useLayoutEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import { type LazyPart, lazyPart } from './lazy-part.tsx'

let told: string[] = []

function Told({ word }: { readonly word: string }) {
  useLayoutEffect(() => void told.push(word), [word])
  return null
}

const Loaded = () => <Told word="part" />

/** A script that comes once the page has shown something in its place. */
const loadSlowly = async () => {
  await expect.poll(() => told).toContain('waiting')
  return Loaded
}

/** Renders the part and waits until it is on the page; answers what was there, in order. */
async function shown(Part: LazyPart<object>): Promise<readonly string[]> {
  told = []
  const root = createRoot(document.createElement('div'))
  startTransition(() =>
    root.render(
      <Suspense fallback={<Told word="waiting" />}>
        <Part />
      </Suspense>,
    ),
  )
  await expect.poll(() => told).toContain('part')
  root.unmount()
  return told
}

test('a part that was loaded before it is rendered needs nothing to stand in for it', async () => {
  let tries = 0
  const part = lazyPart(async () => {
    tries += 1
    return tries === 1 ? Loaded : loadSlowly()
  })
  await part.load()
  expect(await shown(part)).toEqual(['part'])
})

test('one that was not is stood in for until it is there', async () => {
  expect(await shown(lazyPart(loadSlowly))).toEqual(['waiting', 'part'])
})

test('one that could not be loaded early is loaded again when it is shown', async () => {
  let tries = 0
  const part = lazyPart(async () => {
    tries += 1
    if (tries === 1) throw new Error('no line')
    return Loaded
  })
  await part.load()
  await shown(part)
  expect(tries).toBe(2)
})
