import { styled } from '@mui/material/styles'
import { useEffect } from 'react'
import { useEmbedMessages } from '#i18n'
import { EmptyState, PageHeading, useTitle } from '#ui'
import { useOutsideHref } from '../use-outside-href.ts'
import { knownVersions } from './embed-version.ts'
import { openConnection, unknownVersion } from './parent-connection.ts'

export interface RefusedEmbeddingProps {
  /** The version the address asks for. */
  readonly asked: string
  readonly parents: readonly string[]
}

/** In place of every page, when the address asks for a version we do not keep: half a contract is none. */
export function RefusedEmbedding({ asked, parents }: RefusedEmbeddingProps) {
  const { refused } = useEmbedMessages()
  const plain = useOutsideHref()
  useTitle([refused.title])
  useEffect(() => {
    const greeting = unknownVersion(knownVersions)
    return openConnection({ own: window, parents, known: knownVersions, greeting, onCommand: doNothing })
      .close
  }, [parents])
  return (
    <Main>
      <PageHeading title={refused.title} />
      <EmptyState
        title={refused.meaning(asked.slice(0, longestShown), knownVersions.join(', '))}
        actions={
          <a href={plain} target="_blank" rel="noreferrer">
            {refused.open}
          </a>
        }
      />
    </Main>
  )
}

const Main = styled('main')({ padding: '14px 16px' })

/** Anybody can write an address: what it says is quoted, not repeated at any length. */
const longestShown = 40

const doNothing = (): void => undefined
