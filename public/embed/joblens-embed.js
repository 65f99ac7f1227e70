/*
 * Frames Joblens in a page of yours and talks to it: no dependencies, nothing global. Copy it beside your own scripts or
 * load it from your Joblens; types are in joblens-embed.d.ts, the whole contract in docs/embedding.md.
 */

/** The version of the contract this script speaks. */
export const version = 'v1'

/**
 * The address to put into a frame.
 * @param {string} base where Joblens is: `https://joblens.example.com/` or with its sub-path
 * @param {string} [path] page within Joblens with its query, as in a `location` message: `/biz/2/job-instances`
 * @param {import('./joblens-embed.js').EmbedFlags} [flags]
 * @returns {string}
 * @throws {TypeError} `base` is no address of the web: a `javascript:` one would run with the rights of your page
 */
export function joblensAddress(base, path = '/', flags = {}) {
  const address = new URL(base.replace(/\/*$/, '') + (path.startsWith('/') ? path : `/${path}`))
  if (!isOfWeb(address.href)) throw new TypeError(`${base} is no address of Joblens`)
  const { hide = [], theme, lang, view, readonly = false } = flags
  const wanted = { embed: version, hide: hide.join(','), theme, lang, view, readonly: readonly ? '1' : '' }
  for (const [name, value] of Object.entries(wanted)) if (value) address.searchParams.set(name, value)
  return address.href
}

/** Also what a frame tells becomes a link or a frame in portals. @param {string} href */
function isOfWeb(href) {
  return /^https?:\/\//.test(href)
}

/** How often a frame that has not answered is asked; later less often, since it may never be Joblens. */
const askMs = 250
const askSlowlyMs = 2000

/**
 * Connects to the Joblens in a frame, also after it was loaded anew, and when this is called late.
 * @param {HTMLIFrameElement} frame its `src` is an address of Joblens with `embed=v1`
 * @param {import('./joblens-embed.js').ConnectOptions} [options]
 * @returns {import('./joblens-embed.js').JoblensFrame}
 */
export function connectJoblens(frame, options = {}) {
  const { on = {}, fitHeight = false, timeoutMs = 15_000 } = options
  const origin = options.origin ?? new URL(frame.src, document.baseURI).origin
  /** @type {MessagePort | null} */
  let port = null
  /** What was asked for before there was anybody to ask. @type {object[]} */
  let waiting = []
  let id = newId()
  let askedSince = Date.now()
  let hasComplained = false
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer

  function ask() {
    if (port !== null) return
    const asked = { joblens: 'connect', version, id, ...downloadsOf(frame) }
    // To whoever is in the frame by now: the message says nothing, and the answer is only taken from Joblens.
    frame.contentWindow?.postMessage(asked, '*')
    const askedForMs = Date.now() - askedSince
    if (askedForMs > timeoutMs && !hasComplained) {
      hasComplained = true
      on.error?.({ type: 'error', kind: 'no-answer', requestId: null })
    }
    timer = setTimeout(ask, askedForMs > timeoutMs ? askSlowlyMs : askMs)
  }

  function askAnew() {
    port?.close()
    port = null
    id = newId()
    askedSince = Date.now()
    clearTimeout(timer)
    ask()
  }

  /** @param {MessageEvent} event */
  function handleAnswer({ source, origin: from, data, ports }) {
    if (source !== frame.contentWindow || from !== origin) return
    if (data?.joblens !== 'connected' || data.id !== id || ports[0] === undefined) return
    clearTimeout(timer)
    port?.close()
    port = ports[0]
    port.onmessage = ({ data: message }) => hear(message)
    for (const command of waiting) port.postMessage(command)
    waiting = []
  }

  /** @param {import('./joblens-embed.js').JoblensMessage | { type: 'bye' }} message */
  function hear(message) {
    if (message.type === 'bye') return askAnew()
    if (message.type === 'location' && !(isOfWeb(message.href) && isOfWeb(message.frameHref))) return
    if (message.type === 'height' && fitHeight) frame.style.height = `${message.height}px`
    /** @type {Record<string, ((message: any) => void) | undefined>} */
    const listeners = on
    listeners[message.type]?.(message)
  }

  /** @param {object} command */
  function send(command) {
    if (port !== null) port.postMessage(command)
    else waiting.push(command)
  }

  window.addEventListener('message', handleAnswer)
  ask()
  return {
    setTheme: (theme) => send({ type: 'setTheme', theme }),
    setLanguage: (language) => send({ type: 'setLanguage', language }),
    goTo: (path) => send({ type: 'goTo', path }),
    close() {
      window.removeEventListener('message', handleAnswer)
      clearTimeout(timer)
      port?.close()
    },
  }
}

/** Only the page around a sandboxed frame knows what it may. @param {HTMLIFrameElement} frame */
function downloadsOf(frame) {
  return { downloads: !frame.hasAttribute('sandbox') || frame.sandbox.contains('allow-downloads') }
}

function newId() {
  return `${Date.now()}-${Math.random().toString(36).slice(2)}`
}
