import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test } from 'vitest'
import { useReadAgain } from './use-polling.ts'

test('the steps are read again when the host stands otherwise than before, not when that is first known or not told', () => {
  let reads = 0
  const reload = () => {
    reads += 1
  }
  function Reader({ outcome }: { readonly outcome: string | null }) {
    useReadAgain(outcome, reload)
    return null
  }
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  const readsAfter = (outcome: string | null): number => {
    flushSync(() => root.render(<Reader outcome={outcome} />))
    return reads
  }
  expect(readsAfter(null)).toBe(0)
  expect(readsAfter('FAILED')).toBe(0)
  expect(readsAfter('FAILED')).toBe(0)
  expect(readsAfter(null)).toBe(0)
  expect(readsAfter('SUCCESS'), 'a retry came and went').toBe(1)
})
