import { type ComponentType, type ReactNode, Suspense } from 'react'
import { lazyPart, stopKeeping } from '#ui'
import { readEmbedFlags } from './embed-flags.ts'
import { isKnownVersion } from './embed-version.ts'
import { Embedding } from './embedding.tsx'
import type { RefusedEmbeddingProps } from './refused-embedding.tsx'

const RefusedEmbedding = lazyPart<RefusedEmbeddingProps>(
  async () => (await import('./refused-embedding.tsx')).RefusedEmbedding,
)

/** What stands around, or instead of, all pages of an embedded Joblens; inside the router. */
export type Surroundings = ComponentType<{ readonly children: ReactNode }>

/** Reads what the address asks for, once: it stays the same on every link of the frame. */
export function startEmbedding(search: string, parents: readonly string[]): Surroundings {
  const asked = new URLSearchParams(search).get('embed') ?? ''
  if (!isKnownVersion(asked))
    return () => (
      <Suspense>
        <RefusedEmbedding asked={asked} parents={parents} />
      </Suspense>
    )
  const flags = readEmbedFlags(search)
  if (flags.readonly) stopKeeping()
  return ({ children }) => (
    <Embedding flags={flags} parents={parents}>
      {children}
    </Embedding>
  )
}
