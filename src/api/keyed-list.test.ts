import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createKeyedList } from './keyed-list.ts'

type Entry = { readonly key: string; readonly version: number }
const keyOf = ({ key }: Entry) => key

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const step = fc.oneof(
  fc.record({ what: fc.constant('set' as const), key }),
  fc.record({ what: fc.constant('look' as const) }),
  fc.record({ what: fc.constant('keep' as const), keys: fc.array(key) }),
  // A list built on what the last look gave: so does every poll.
  fc.record({ what: fc.constant('again' as const) }),
)

test('it does what a map does, over any number of lists on top of each other', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let model = new Map<string, Entry>()
      let modelAtLook = new Map(model)
      let shown: readonly Entry[] = []
      let list = createKeyedList(shown, keyOf)
      const does = {
        set(entry: Entry) {
          list.set(entry.key, entry)
          model.set(entry.key, entry)
        },
        keep(keys: ReadonlySet<string>) {
          list.keep(keys)
          model = new Map([...model].filter(([known]) => keys.has(known)))
        },
        look() {
          shown = list.entries()
          modelAtLook = new Map(model)
          expect(shown).toEqual([...model.values()])
        },
        // What was set after the last look is given up with the list.
        again() {
          list = createKeyedList(shown, keyOf)
          model = new Map(modelAtLook)
        },
      }
      for (const [version, one] of steps.entries()) {
        if (one.what === 'set') does.set({ key: one.key, version })
        else if (one.what === 'keep') does.keep(new Set(one.keys))
        else does[one.what]()
      }
      does.look()
    }),
  )
})

test('an array handed out is never changed, and is the same one while nothing changes', () => {
  const list = createKeyedList<Entry>([], keyOf)
  list.set('a', { key: 'a', version: 1 })
  const first = list.entries()
  expect(list.entries()).toBe(first)
  list.set('a', { key: 'a', version: 2 })
  list.set('b', { key: 'b', version: 1 })
  expect(first).toEqual([{ key: 'a', version: 1 }])
  expect(list.entries()).not.toBe(first)
})
