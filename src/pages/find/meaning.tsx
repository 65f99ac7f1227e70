import { styled } from '@mui/material/styles'
import type { Scope } from '#contract'
import { type Messages, useMessages } from '#i18n'
import { AppLink, ToneIcon } from '#ui'
import { NodeManJobForm } from './node-man-job-form.tsx'
import type { Unclear, Understanding } from './paste.ts'
import { ScopelessChoice } from './scopeless-choice.tsx'
import { lacksScope, type Target, targetPath } from './target.ts'
import { targetWords } from './target-words.ts'

export interface MeaningProps {
  readonly understanding: Understanding
  readonly knownScopes: readonly Scope[]
  /** See ScopelessChoice. */
  readonly autoStart: boolean
}

/** Says, before anything is opened, what the pasted text was understood as. */
export function Meaning({ understanding, knownScopes, autoStart }: MeaningProps) {
  const messages = useMessages()
  const { find } = messages
  if (understanding.kind === 'empty') return null
  if (understanding.kind === 'unclear')
    return (
      <Line role="alert">
        <ToneIcon tone="odd" /> {unclearWords(understanding.unclear, messages)}
      </Line>
    )
  const { targets } = understanding
  return (
    <div>
      <Line role="status">{targets.length === 1 ? find.understood : find.chooseOne}</Line>
      <Choices>
        {targets.map((target) => (
          <li key={target.kind}>
            <Choice target={target} knownScopes={knownScopes} autoStart={autoStart && targets.length === 1} />
          </li>
        ))}
      </Choices>
    </div>
  )
}

interface ChoiceProps extends Omit<MeaningProps, 'understanding'> {
  readonly target: Target
}

function Choice({ target, knownScopes, autoStart }: ChoiceProps) {
  const words = targetWords(target, useMessages())
  const path = targetPath(target)
  if (path !== null) return <AppLink to={path}>{words}</AppLink>
  return (
    <>
      <strong>{words}</strong>
      {lacksScope(target) ? (
        <ScopelessChoice
          key={target.jobInstanceId}
          target={target}
          knownScopes={knownScopes}
          autoStart={autoStart}
        />
      ) : null}
      {target.kind === 'node-man-instance' ? <NodeManJobForm instanceId={target.instanceId} /> : null}
    </>
  )
}

function unclearWords(unclear: Unclear, { find }: Messages): string {
  return unclear.reason === 'bad-id' ? find.unclear['bad-id'](unclear.part) : find.unclear[unclear.reason]
}

const Line = styled('p')({ display: 'flex', alignItems: 'center', gap: 6, margin: '10px 0 0' })

const Choices = styled('ul')({
  listStyle: 'none',
  margin: '6px 0 0',
  padding: 0,
  display: 'grid',
  gap: 10,
  '& > li': { overflowWrap: 'anywhere' },
})
