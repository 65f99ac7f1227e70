import type { Collections, KeptText } from './collections.ts'
import { type KnownText, type KnownTexts, noTexts } from './known-texts.ts'
import type { LogDocument } from './log-document.ts'
import type { OpenRequest } from './protocol.ts'

/** A shorter text costs less to send again than to talk about. */
const minBytes = 4 * 1024
/** The gateway takes no more. */
const maxTexts = 1_000
/**
 * Hashed for one request at most, some 50 ms beside everything else; the rest has its turn in the next request. Of a longer
 * text so much is named, and what comes after that travels.
 */
const maxHashedBytes = 32 * 1024 * 1024
/** Without WebCrypto a hash takes some four times as long, and the worker with it. */
const maxHashedWithoutCrypto = 8 * 1024 * 1024
/** 128 bits: what the gateway expects. */
const digestDigits = 32

/** SHA-256 of bytes, done in this thread. */
export type PlainHash = (bytes: Uint8Array) => Uint8Array

/** A request, and the texts it names. */
export interface Named {
  readonly request: OpenRequest
  readonly known: KnownTexts
}

/**
 * Says in a request what is here of its collection's texts, so that the gateway need not send it again
 * (docs/decisions/0010). `loadHash` is for browsers without WebCrypto, which is everywhere but on `https` and `localhost`;
 * where it is not given either, nothing is named.
 */
export function createNaming(
  collections: Collections,
  isViewed: (documentId: string) => boolean,
  loadHash: (() => Promise<PlainHash>) | undefined,
): (request: OpenRequest) => Promise<Named> {
  const digests = createDigests(collections, isViewed, hashing(loadHash))
  return async (request) => {
    const known = await digests.of(request.collection)
    return { request: namingTexts(request, known), known }
  }
}

interface Hashing {
  readonly hash: (bytes: Uint8Array) => Promise<Uint8Array>
  /** For one request at most. */
  readonly maxBytes: number
}

function hashing(loadHash: (() => Promise<PlainHash>) | undefined): Hashing | null {
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto }
  if (subtle !== undefined) {
    const hash = async (bytes: Uint8Array) =>
      new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
    return { hash, maxBytes: maxHashedBytes }
  }
  if (loadHash === undefined) return null
  let plain: Promise<PlainHash> | null = null
  const hash = async (bytes: Uint8Array) => {
    plain ??= loadHash()
    return (await plain)(bytes)
  }
  return { hash, maxBytes: maxHashedWithoutCrypto }
}

function createDigests(
  collections: Collections,
  isViewed: (documentId: string) => boolean,
  hashes: Hashing | null,
) {
  const newest = new WeakMap<LogDocument, KnownText>()

  const isWorthIt = ({ documentId, document }: KeptText): boolean =>
    document.byteLength >= minBytes && (document.complete || isViewed(documentId))

  /** What is looked at first, then what is largest. */
  const byUse = (a: KeptText, b: KeptText): number =>
    Number(isViewed(b.documentId)) - Number(isViewed(a.documentId)) ||
    b.document.byteLength - a.document.byteLength

  return {
    async of(collection: string): Promise<KnownTexts> {
      if (hashes === null) return noTexts
      const texts = collections.of(collection).filter(isWorthIt).sort(byUse).slice(0, maxTexts)
      let room = hashes.maxBytes
      const known = texts.map(async ({ key, document }): Promise<[string, KnownText] | null> => {
        const kept = newest.get(document)
        const bytes = Math.min(document.byteLength, hashes.maxBytes)
        // What was true of a beginning still is, unless the text was replaced.
        const isTrue = kept?.revision === document.revision
        if (isTrue && kept.bytes >= bytes) return [key, kept]
        if (bytes > room) return isTrue ? [key, kept] : null
        room -= bytes
        const made = await digest(hashes, document, bytes)
        newest.set(document, made)
        return [key, made]
      })
      return new Map((await Promise.all(known)).filter((entry) => entry !== null))
    },
  }
}

async function digest({ hash }: Hashing, document: LogDocument, bytes: number): Promise<KnownText> {
  const { revision } = document
  const digits = Array.from(await hash(document.read(0, bytes)), (byte) => byte.toString(16).padStart(2, '0'))
  return { document, revision, bytes, digest: digits.join('').slice(0, digestDigits) }
}

/** The request with `have` in its JSON body: by key, the bytes and the digest of what is here. */
function namingTexts(request: OpenRequest, known: KnownTexts): OpenRequest {
  if (known.size === 0) return request
  const have = Object.fromEntries([...known].map(([key, { bytes, digest }]) => [key, { bytes, digest }]))
  return {
    ...request,
    method: 'POST',
    headers: { ...request.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ ...JSON.parse(request.body ?? '{}'), have }),
  }
}
