import { expect, test } from 'vitest'

// An instance of its own: the texts of this language are here already once any other test has loaded them.
const load: typeof import('./load-messages.ts') = await import(`./load-messages.ts?${'apart'}`)

test('texts of pages that are asked for while the language is still coming are there with it', async () => {
  const [messages] = await Promise.all([load.loadMessages('en'), load.loadPageMessages()])
  expect(messages).toHaveProperty('nodeMan')
  expect(await load.loadMessages('zh-CN')).toHaveProperty('nodeMan')
})
