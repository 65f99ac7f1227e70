import { expect, test } from 'vitest'
import { lastingTitle } from './lasting-title.ts'

const states = new Set(['Running', 'Failed'])

test.each([
  ['Deploy · Running · Job instance 17', 'Deploy · Job instance 17'],
  ['10.0.0.1 · Deploy · Failed', '10.0.0.1 · Deploy'],
  ['Running · Running · Job instance 17', 'Running · Job instance 17'],
  ['Deploy', 'Deploy'],
])('%s is kept as %s', (title, kept) => expect(lastingTitle(title, states)).toBe(kept))
