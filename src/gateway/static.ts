import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { type Encoding, preferredEncoding } from './accept-encoding.ts'
import { fileHeaders, hostScriptHeaders } from './security.ts'

/** One file of the built app, kept in memory: a couple of megabytes, and no path ever reaches the disk again. */
interface Asset {
  readonly bytes: Buffer
  /** The same bytes by `Content-Encoding`, best first; empty where compression does not pay. */
  readonly encoded: readonly { readonly encoding: Encoding; readonly bytes: Buffer }[]
  readonly contentType: string
  /** The name holds a hash of the content, so the file can be cached for ever. */
  readonly isHashed: boolean
}

/** The built app: its page and its files by path below the base path (`assets/index-1a2b.js`). */
export interface Assets {
  readonly indexHtml: string
  readonly files: ReadonlyMap<string, Asset>
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/**
 * Reads `dist/client` once, at start. Null when it was not built (no index.html). Source maps are left out; `x.js.br` and
 * `x.js.gz` are other forms of `x.js`, made by the build.
 */
export async function loadAssets(directory: string): Promise<Assets | null> {
  const names = await listFiles(directory)
  if (!names.includes('index.html')) return null
  const served = names.filter((name) => name !== 'index.html' && !/\.(?:map|br|gz)$/.test(name))
  const entries = await Promise.all(
    served.map(async (name) => [name, await loadAsset(directory, name, names)] as const),
  )
  return { indexHtml: await readFile(join(directory, 'index.html'), 'utf8'), files: new Map(entries) }
}

async function listFiles(directory: string): Promise<string[]> {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile())
    return files.map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
  } catch {
    return []
  }
}

const encodings = [
  { encoding: 'br', extension: '.br' },
  { encoding: 'gzip', extension: '.gz' },
] as const

async function loadAsset(directory: string, name: string, names: readonly string[]): Promise<Asset> {
  const made = encodings.filter(({ extension }) => names.includes(name + extension))
  const encoded = made.map(async ({ encoding, extension }) => ({
    encoding,
    bytes: await readFile(join(directory, name + extension)),
  }))
  return {
    bytes: await readFile(join(directory, name)),
    encoded: await Promise.all(encoded),
    contentType: contentTypes[extname(name)] ?? 'application/octet-stream',
    isHashed: name.startsWith('assets/'),
  }
}

/** What a portal loads (docs/embedding.md). */
const hostScript = 'embed/joblens-embed.js'

/**
 * The file at a path below the base path, or null. The path is looked up as it was sent: an encoded dot, slash or
 * NUL is simply a name that does not exist.
 */
export function fileAnswer(assets: Assets, path: string, request: Request): Response | null {
  const asset = assets.files.get(path)
  if (asset === undefined) return null
  const preferred = preferredEncoding(
    request,
    asset.encoded.map(({ encoding }) => encoding),
  )
  const encoded = asset.encoded.find(({ encoding }) => encoding === preferred)
  const bytes = encoded?.bytes ?? asset.bytes
  const headers = {
    ...fileHeaders(asset.contentType),
    ...(path === hostScript ? hostScriptHeaders : {}),
    'content-type': asset.contentType,
    'cache-control': asset.isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    'content-length': String(bytes.length),
    ...(asset.encoded.length === 0 ? {} : { vary: 'accept-encoding' }),
    ...(encoded === undefined ? {} : { 'content-encoding': encoded.encoding }),
  }
  return new Response(request.method === 'HEAD' ? null : bytes, { headers })
}

/** True when a path asks for a file rather than a page. Dots alone don't tell: instance ids hold addresses. */
export function looksLikeFile(path: string): boolean {
  return path.startsWith('assets/') || /\.[a-z][a-z\d]{0,10}$/i.test(path)
}
