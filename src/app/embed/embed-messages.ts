/*
 * Every message between Joblens in a frame and the page around it. Two go between windows, to make a channel; all others
 * go through that channel. None holds log text, or anything else upstream said.
 */
import * as z from 'zod/mini'
import { type Language, toLanguage } from '#i18n'
import { isOwnAddress, type ThemeMode } from '#ui'
import { toTheme } from './embed-flags.ts'

/** The parent asks for a channel; it may be sent again and again until it is answered. */
export interface ConnectMessage {
  readonly joblens: 'connect'
  readonly version: string
  /** Chosen by the parent: the same one is answered once. */
  readonly id: string
  /** Whether the frame may download; left out when the parent can't tell. */
  readonly downloads?: boolean | undefined
}

const connectSchema = z.object({
  joblens: z.literal('connect'),
  version: z.string().check(z.maxLength(20)),
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  downloads: z.optional(z.boolean()),
})

/** What came to the window, when it asks for a channel; `null` for anything else. */
export function readConnect(data: unknown): ConnectMessage | null {
  const parsed = connectSchema.safeParse(data)
  return parsed.success ? parsed.data : null
}

/** What a parent may ask for. */
export type EmbedCommand =
  | { readonly type: 'setTheme'; readonly theme: ThemeMode }
  | { readonly type: 'setLanguage'; readonly language: Language }
  /** An in-app path with its query, without the base path. */
  | { readonly type: 'goTo'; readonly path: string }

/** A longer address is refused by the gateway too. */
const longestPath = 8000

const word = z.string().check(z.maxLength(40))
const commandSchemas = {
  setTheme: z.object({ theme: word }),
  setLanguage: z.object({ language: word }),
  goTo: z.object({ path: z.string().check(z.maxLength(longestPath)) }),
}
const typeSchema = z.object({ type: z.enum(['setTheme', 'setLanguage', 'goTo']) })

/** What came through the channel, when it is a command; `null` for anything else. Never throws. */
export function readCommand(data: unknown): EmbedCommand | null {
  const kind = typeSchema.safeParse(data)
  return kind.success ? readers[kind.data.type](data) : null
}

const readers: Readonly<Record<EmbedCommand['type'], (data: unknown) => EmbedCommand | null>> = {
  setTheme(data) {
    const parsed = commandSchemas.setTheme.safeParse(data)
    const theme = parsed.success ? toTheme(parsed.data.theme) : null
    return theme === null ? null : { type: 'setTheme', theme }
  },
  setLanguage(data) {
    const parsed = commandSchemas.setLanguage.safeParse(data)
    const language = parsed.success ? toLanguage(parsed.data.language) : null
    return language === null ? null : { type: 'setLanguage', language }
  },
  goTo(data) {
    const parsed = commandSchemas.goTo.safeParse(data)
    const path = parsed.success ? toInAppPath(parsed.data.path) : null
    return path === null ? null : { type: 'goTo', path }
  },
}

/** The path as a browser reads it, when it stays in this app. */
function toInAppPath(text: string): string | null {
  if (!isOwnAddress(text)) return null
  const { pathname, search, hash } = new URL(text, 'http://any.invalid')
  return `${pathname}${search}${hash}`
}

/** What Joblens tells its parent. */
export type EmbedMessage =
  /** The channel is open; the messages below follow, and again whenever they change. */
  | {
      readonly type: 'ready'
      readonly version: 'v1'
      /** Flags of the address nobody understood, as `name=value`. */
      readonly ignored: readonly string[]
    }
  | {
      readonly type: 'location'
      /** Path and query within the app, without flags: what `goTo` takes. */
      readonly path: string
      /** The same as a link that opens Joblens outside the frame. */
      readonly href: string
      /** Address of the frame as it is, flags included: what to frame next time. */
      readonly frameHref: string
    }
  | {
      readonly type: 'title'
      /** Without the product's name and without the sign. */
      readonly title: string
      /** The sign of the state that the window's title begins with, `''` for none. */
      readonly sign: '' | '✓' | '✗' | '▶' | '…' | '!'
    }
  /** What the page needs, in CSS pixels; its own height, at least, unless `view=fit`. */
  | { readonly type: 'height'; readonly height: number }
  | EmbedStatus
  | EmbedError

/** How the execution on screen goes. */
interface EmbedStatus {
  readonly type: 'status'
  /** `none` on pages that show no single execution, `unknown` until it is known, `other` for skipped and ignored. */
  readonly state: 'none' | 'unknown' | 'waiting' | 'running' | 'succeeded' | 'failed' | 'other'
  readonly finished: boolean
  /** Hosts of a step or node-man job, steps of a job instance; `null` while unknown. */
  readonly counts: { readonly total: number; readonly succeeded: number; readonly failed: number } | null
}

/** `kind` is that of a problem (docs/embedding.md), or one of these. */
interface EmbedError {
  readonly type: 'error'
  readonly kind: 'unknown-version' | 'bad-message' | (string & {})
  /** To be quoted when asking for help; `null` where nothing was requested. */
  readonly requestId: string | null
  /** With `unknown-version`: the versions that are known. */
  readonly known?: readonly string[]
}
