/** Types of joblens-embed.js. The contract in words: docs/embedding.md. */

export declare const version: 'v1'

export type JoblensTheme = 'light' | 'dark' | 'system'
export type JoblensLanguage = 'en' | 'zh-CN'

/** What the address of a frame may ask for. */
export interface EmbedFlags {
  /** Parts to leave out; `heading` includes `breadcrumbs`. */
  readonly hide?: readonly ('header' | 'breadcrumbs' | 'heading' | 'hosts' | 'toolbar' | 'ruler')[]
  readonly theme?: JoblensTheme | 'auto'
  readonly lang?: JoblensLanguage | 'zh'
  /** `fill` the frame (the default), `fit`: as high as the content, or nothing but the `log`. */
  readonly view?: 'fill' | 'fit' | 'log'
  /** Joblens keeps nothing in the browser: no recent pages, stars or choices. */
  readonly readonly?: boolean
}

/** The channel is open. Comes again after the frame was loaded anew. */
export interface ReadyMessage {
  readonly type: 'ready'
  readonly version: 'v1'
  /** Flags of the address Joblens did not understand, as `name=value`. */
  readonly ignored: readonly string[]
}

export interface LocationMessage {
  readonly type: 'location'
  /** Page within Joblens and its query, without flags: what `goTo` takes. */
  readonly path: string
  /** The same as a link that opens Joblens outside the frame. */
  readonly href: string
  /** The address of the frame as it is: what to frame next time. */
  readonly frameHref: string
}

export interface TitleMessage {
  readonly type: 'title'
  /** Without the product's name and without the sign. */
  readonly title: string
  /** What the window's title begins with to tell the state, `''` for none; see `status` for the state itself. */
  readonly sign: '' | '✓' | '✗' | '▶' | '…' | '!'
}

export interface HeightMessage {
  readonly type: 'height'
  /** CSS pixels. What the page needs with `view=fit`, else what it fills. */
  readonly height: number
}

export interface StatusMessage {
  readonly type: 'status'
  /** `none` where the page shows no single execution, `unknown` until it is known; `other`: skipped, ignored. */
  readonly state: 'none' | 'unknown' | 'waiting' | 'running' | 'succeeded' | 'failed' | 'other'
  /** It will not change any more. */
  readonly finished: boolean
  /** Hosts of a step or node-man job, steps of a job instance; `null` while unknown. */
  readonly counts: { readonly total: number; readonly succeeded: number; readonly failed: number } | null
}

export interface ErrorMessage {
  readonly type: 'error'
  /**
   * `no-answer` (said by this script: blocked, or no Joblens), `unknown-version`, `bad-message`, or what is on screen:
   * `not-signed-in`, `denied`, `app-denied`, `gone`, `not-found`, `upstream-down`, `timeout` …; there may be more one day.
   */
  readonly kind: string
  /** To be quoted when asking for help. */
  readonly requestId: string | null
  /** With `unknown-version`: the versions Joblens knows. */
  readonly known?: readonly string[]
}

export type JoblensMessage =
  | ReadyMessage
  | LocationMessage
  | TitleMessage
  | HeightMessage
  | StatusMessage
  | ErrorMessage

export interface ConnectOptions {
  /** One listener for each kind of message; those left out are not called. */
  readonly on?: {
    readonly ready?: (message: ReadyMessage) => void
    readonly location?: (message: LocationMessage) => void
    readonly title?: (message: TitleMessage) => void
    readonly height?: (message: HeightMessage) => void
    readonly status?: (message: StatusMessage) => void
    readonly error?: (message: ErrorMessage) => void
  }
  /** Origin of Joblens; that of the frame's `src` when not given. Nothing from another one is listened to. */
  readonly origin?: string
  /** Gives the frame the height Joblens asks for; use it with `view: 'fit'`. */
  readonly fitHeight?: boolean
  /** After how long without an answer `no-answer` is told (once; asking goes on). 15,000 when not given. */
  readonly timeoutMs?: number
}

export interface JoblensFrame {
  setTheme(theme: JoblensTheme): void
  setLanguage(language: JoblensLanguage): void
  /** A page within Joblens: `/biz/2/job-instances/100`; anything else is answered with error `bad-message`. */
  goTo(path: string): void
  /** Stops listening; the frame stays as it is. */
  close(): void
}

/** The address to put into a frame: base address of Joblens, page within it, flags. */
export declare function joblensAddress(base: string, path?: string, flags?: EmbedFlags): string

/** Connects to the Joblens in a frame. What is asked before it is there is sent when it is. */
export declare function connectJoblens(frame: HTMLIFrameElement, options?: ConnectOptions): JoblensFrame
