import { isAllowedParent } from './allowed-parents.ts'
import { type EmbedCommand, type EmbedMessage, readCommand, readConnect } from './embed-messages.ts'

/** The line to the page around the frame. */
export interface ParentConnection {
  /** Tells the parent, now or once it has asked; what it was told last already is not repeated. */
  readonly tell: (message: EmbedMessage) => void
  /** What was told is over: a parent that comes later does not hear of it. */
  readonly forget: (type: EmbedMessage['type']) => void
  /** `null` while no parent has said. */
  readonly mayDownload: () => boolean | null
  readonly close: () => void
}

export interface ConnectionOptions {
  /** The window of the app. */
  readonly own: Window
  /** Origins that may frame, as configured. */
  readonly parents: readonly string[]
  /** What a parent hears first; the versions it may speak are those of `known`. */
  readonly greeting: EmbedMessage
  readonly known: readonly string[]
  readonly onCommand: (command: EmbedCommand) => void
}

/**
 * Waits for the parent to ask for a channel. Nothing is ever posted to a window unasked, nor to any origin but the one
 * that asked and is allowed to: another one is not answered at all.
 */
export function openConnection(options: ConnectionOptions): ParentConnection {
  const { own, greeting, known, onCommand } = options
  /** The last of each kind, for a parent that comes later. */
  const told = new Map<string, string>()
  /** By the id each script of the parent chose: an old copy and a new one may be on one page. */
  const ports = new Map<string, MessagePort>()
  const answered = new Set<string>()
  let downloads: boolean | null = null
  const post = (message: EmbedMessage | Bye) => {
    for (const port of ports.values()) port.postMessage(message)
  }

  const handleConnect = (event: MessageEvent<unknown>) => {
    const asked = readAsked(event, options)
    if (asked === null || answered.has(asked.id)) return
    answered.add(asked.id)
    const { port1: port, port2 } = new MessageChannel()
    const answer = { joblens: 'connected', version: known[0], id: asked.id }
    asked.parent.postMessage(answer, event.origin, [port2])
    if (!known.includes(asked.version)) {
      port.postMessage(unknownVersion(known))
      port.close()
      return
    }
    downloads = asked.downloads ?? null
    port.onmessage = ({ data }: MessageEvent<unknown>) => obey(port, data)
    ports.set(asked.id, port)
    closeOldest(ports)
    for (const message of [greeting, ...[...told.values()].map(parse)]) port.postMessage(message)
  }
  const obey = (port: MessagePort, data: unknown) => {
    const command = readCommand(data)
    if (command !== null) onCommand(command)
    else port.postMessage(badMessage)
  }
  // A parent must not go on talking to a page that has left, also when the next one is no Joblens.
  const handleLeave = () => post({ type: 'bye' })
  own.addEventListener('message', handleConnect)
  own.addEventListener('pagehide', handleLeave)
  return {
    tell(message) {
      const text = JSON.stringify(message)
      if (told.get(message.type) === text) return
      told.set(message.type, text)
      post(message)
    },
    forget: (type) => void told.delete(type),
    mayDownload: () => downloads,
    close() {
      own.removeEventListener('message', handleConnect)
      own.removeEventListener('pagehide', handleLeave)
      for (const port of ports.values()) port.close()
    },
  }
}

interface Bye {
  readonly type: 'bye'
}

const badMessage: EmbedMessage = { type: 'error', kind: 'bad-message', requestId: null }

const parse = (text: string) => JSON.parse(text) as EmbedMessage

/** A script that connects anew leaves its channel behind, and nobody says which ones those are. */
const mostPorts = 8

function closeOldest(ports: Map<string, MessagePort>): void {
  const [oldest] = ports
  if (ports.size <= mostPorts || oldest === undefined) return
  oldest[1].close()
  ports.delete(oldest[0])
}

/** What a parent hears when the version, of its script or of the address, is none we keep. */
export function unknownVersion(known: readonly string[]): EmbedMessage {
  return { type: 'error', kind: 'unknown-version', requestId: null, known }
}

/** The request for a channel, when it comes from the parent itself and from an origin that may frame. */
function readAsked({ data, origin, source }: MessageEvent<unknown>, { own, parents }: ConnectionOptions) {
  if (source === null || source !== own.parent || source === own || !isAllowedParent(origin, parents))
    return null
  const asked = readConnect(data)
  return asked === null ? null : { ...asked, parent: own.parent }
}
