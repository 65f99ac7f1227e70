import type { ComponentType, ReactNode } from 'react'
import { stopKeeping } from '#ui'
import { readEmbedFlags } from './embed-flags.ts'
import { isKnownVersion } from './embed-version.ts'
import { Embedding } from './embedding.tsx'
import { RefusedEmbedding } from './refused-embedding.tsx'

/** What stands around, or instead of, all pages of an embedded Joblens; inside the router. */
export type Surroundings = ComponentType<{ readonly children: ReactNode }>

/** Reads what the address asks for, once: it stays the same on every link of the frame. */
export function startEmbedding(search: string, parents: readonly string[]): Surroundings {
  const asked = new URLSearchParams(search).get('embed') ?? ''
  if (!isKnownVersion(asked)) return () => <RefusedEmbedding asked={asked} parents={parents} />
  const flags = readEmbedFlags(search)
  if (flags.readonly) stopKeeping()
  return ({ children }) => (
    <Embedding flags={flags} parents={parents}>
      {children}
    </Embedding>
  )
}
