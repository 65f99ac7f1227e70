/*
 * Checks the contract of docs/embedding.md from a portal's side. Each check is a line with PASS, FAIL or SKIPPED and
 * what was seen; the verdict is also in the title of the window, for a machine that runs this page.
 */
import { connectJoblens, joblensAddress } from './joblens-embed.js'

const byId = (id) => document.getElementById(id)
const answerMs = 15_000

class Skipped extends Error {}

/** A Joblens in a frame of its own, and everything it tells. */
class Framed {
  #heard = []
  #wakers = new Set()

  constructor(src, attributes = {}) {
    this.element = Object.assign(document.createElement('iframe'), { title: 'Joblens under test' })
    for (const [name, value] of Object.entries(attributes)) this.element.setAttribute(name, value)
    this.element.src = src
    byId('stage').append(this.element)
    const hear = (message) => {
      this.#heard.push(message)
      for (const wake of this.#wakers) wake()
    }
    const on = { ready: hear, location: hear, title: hear, height: hear, status: hear, error: hear }
    this.joblens = connectJoblens(this.element, { on, timeoutMs: answerMs - 2000 })
  }

  /** The first message of a kind that fits, past or future. Rejects with what was heard instead. */
  async hears(type, fits = () => true, since = 0) {
    const until = Date.now() + answerMs
    for (;;) {
      const found = this.#heard.slice(since).find((message) => message.type === type && fits(message))
      if (found !== undefined) return found
      const refused = this.#heard.find(({ kind }) => kind === 'no-answer')
      if (refused !== undefined && type !== 'error') throw new Error(noAnswerWords)
      if (Date.now() > until) throw new Error(`no such "${type}"; last heard: ${this.#last()}`)
      await Promise.race([new Promise((wake) => this.#wakers.add(wake)), wait(500)])
    }
  }

  get count() {
    return this.#heard.length
  }

  #last() {
    return JSON.stringify(this.#heard.at(-1) ?? 'nothing')
  }

  remove() {
    this.joblens.close()
    this.element.remove()
  }
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const noAnswerWords =
  `no answer. Is ${location.origin} in JOBLENS_FRAME_ANCESTORS, is the address a Joblens, and does nothing in between ` +
  'change its headers (X-Frame-Options, Content-Security-Policy)?'

/** In order; each gets the frame of the first one. A text is what was seen. */
const checks = [
  [
    'The handshake succeeds, and the channel speaks v1',
    async ({ framed }) => {
      const { version, ignored } = await framed.hears('ready')
      expect(version === 'v1', `version ${version}`)
      expect(ignored.length === 0, `flags not understood: ${ignored.join(' ')}`)
      return `version ${version}`
    },
  ],
  [
    'The frame tells where it is, without flags, and how to open it outside',
    async ({ framed, base }) => {
      const { path, href, frameHref } = await framed.hears('location')
      expect(path.startsWith('/') && !/[?&]embed=/.test(path), path)
      expect(new URL(href).origin === new URL(base).origin && !/[?&]embed=/.test(href), href)
      const below = new URL(joblensAddress(base, path))
      expect(
        below.pathname === new URL(href).pathname,
        `${base} is not where Joblens is: it tells of ${path} there`,
      )
      expect(new URL(frameHref).searchParams.get('embed') === 'v1', frameHref)
      return href
    },
  ],
  [
    'It tells a title',
    async ({ framed }) => (await framed.hears('title', ({ title }) => title !== '')).title,
  ],
  [
    'It tells a height',
    async ({ framed }) => `${(await framed.hears('height', ({ height }) => height > 0)).height} px`,
  ],
  [
    'It tells how the execution goes, or what is wrong',
    async ({ framed }) => {
      const heard = await Promise.any([framed.hears('status'), framed.hears('error')])
      return JSON.stringify(heard)
    },
  ],
  [
    'Loading it does not take the focus from this page',
    async () => {
      const { activeElement } = document
      expect(!(activeElement instanceof HTMLIFrameElement), 'the frame has the focus')
      return activeElement?.localName ?? 'nothing has the focus'
    },
  ],
  [
    'setTheme is obeyed, and outlives a reload',
    async ({ framed }) => {
      framed.joblens.setTheme('dark')
      return (await framed.hears('location', asks('theme', 'dark'))).frameHref
    },
  ],
  [
    'setLanguage is obeyed, and outlives a reload',
    async ({ framed }) => {
      framed.joblens.setLanguage('zh-CN')
      return (await framed.hears('location', asks('lang', 'zh-CN'))).frameHref
    },
  ],
  [
    'goTo shows another page, and keeps the flags',
    async ({ framed }) => {
      framed.joblens.goTo('/node-man/jobs')
      const { frameHref } = await framed.hears('location', ({ path }) => path.startsWith('/node-man/jobs'))
      const { searchParams } = new URL(frameHref)
      expect(searchParams.get('embed') === 'v1' && searchParams.get('hide') === 'header', frameHref)
      return frameHref
    },
  ],
  [
    'goTo does not leave Joblens',
    async ({ framed }) => {
      const since = framed.count
      framed.joblens.goTo('https://elsewhere.invalid/')
      await framed.hears('error', ({ kind }) => kind === 'bad-message', since)
      return 'refused'
    },
  ],
  [
    'A bad flag costs only itself, and is named',
    ({ base }) =>
      inFrame(joblensAddress(base, '/', { hide: ['sidebar', 'header'] }), {}, async (framed) => {
        const { ignored } = await framed.hears('ready')
        expect(ignored.join() === 'hide=sidebar', ignored.join())
        return ignored.join()
      }),
  ],
  [
    'An unknown version is refused, and the known ones are named',
    ({ base }) =>
      inFrame(joblensAddress(base).replace('embed=v1', 'embed=v999'), {}, async (framed) => {
        const { known } = await framed.hears('error', ({ kind }) => kind === 'unknown-version')
        return `known: ${known.join()}`
      }),
  ],
  [
    'It works in a sandbox without downloads and popups',
    ({ base }) =>
      inFrame(joblensAddress(base), { sandbox: 'allow-scripts allow-same-origin' }, async (framed) => {
        await framed.hears('ready')
        return 'allow-scripts allow-same-origin'
      }),
  ],
  [
    'Cookies of a sign-in can reach the frame',
    async ({ base }) => {
      if (siteOf(base) === siteOf(location.href)) return 'same site as this page'
      throw new Skipped(
        `${siteOf(base)} and ${siteOf(location.href)} look like different sites: browsers may keep cookies from the frame`,
      )
    },
  ],
]

const asks =
  (name, value) =>
  ({ frameHref }) =>
    new URL(frameHref).searchParams.get(name) === value

async function inFrame(src, attributes, check) {
  const framed = new Framed(src, attributes)
  try {
    return await check(framed)
  } finally {
    framed.remove()
  }
}

/** Near enough to what browsers call a site: scheme and the last two labels, or the whole address of a machine. */
function siteOf(address) {
  const { protocol, hostname } = new URL(address)
  return `${protocol}//${/^[\d.]+$|:/.test(hostname) ? hostname : hostname.split('.').slice(-2).join('.')}`
}

function expect(holds, seen) {
  if (!holds) throw new Error(seen)
}

async function runAll(base, path) {
  document.title = 'RUNNING'
  byId('verdict').textContent = 'Running…'
  byId('results').replaceChildren()
  byId('stage').replaceChildren()
  const framed = new Framed(joblensAddress(base, path, { hide: ['header'], lang: 'en', theme: 'light' }))
  let failed = 0
  for (const [name, check] of checks) {
    const [result, seen] = await check({ framed, base }).then(
      (text) => ['pass', text],
      (error) => [error instanceof Skipped ? 'skipped' : 'fail', error.message],
    )
    if (result === 'fail') failed += 1
    report(result, name, seen)
    if (failed > 0 && checks[0][0] === name) break
  }
  document.title = failed === 0 ? 'PASSED' : 'FAILED'
  byId('verdict').textContent = failed === 0 ? 'All checks passed.' : `${failed} failed.`
}

function report(result, name, seen) {
  const row = byId('results').insertRow()
  row.dataset.result = result
  for (const text of [result.toUpperCase(), name, seen]) row.insertCell().textContent = text
}

const form = byId('run')
form.addEventListener('submit', (event) => {
  event.preventDefault()
  const { base, path } = Object.fromEntries(new FormData(form))
  runAll(base, path).catch(({ message }) => {
    document.title = 'FAILED'
    byId('verdict').textContent = message
  })
})
const asked = new URLSearchParams(location.search)
for (const field of form.elements)
  if (field.name && asked.has(field.name)) field.value = asked.get(field.name)
if (asked.has('base')) form.requestSubmit()
