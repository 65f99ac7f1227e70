import { styled } from '@mui/material/styles'
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react'
import type { Scope } from '#contract'
import { type FindMessages, useFindMessages } from '#i18n'
import { AppLink, ToneIcon } from '#ui'
import { useScopeWords } from '../scope-name.ts'
import { HostsChoice } from './hosts-choice.tsx'
import { NodeManJobForm } from './node-man-job-form.tsx'
import type { Unclear, Understanding } from './paste.ts'
import { ScopelessChoice } from './scopeless-choice.tsx'
import { lacksScope, type Target, targetPath } from './target.ts'
import { TargetDetails } from './target-details.tsx'
import { targetWords } from './target-words.ts'

export interface MeaningProps {
  readonly understanding: Understanding
  readonly knownScopes: readonly Scope[]
  /** See ScopelessChoice. */
  readonly autoStart: boolean
  /** Lets the box hand over the keys. */
  readonly ref: Ref<ChoicesHandle>
  /** The up key on the first choice, or Escape. */
  readonly onLeave: () => void
}

export interface ChoicesHandle {
  readonly focusFirst: () => void
}

/** Says, before anything is opened, what the pasted text was understood as. */
export function Meaning({ understanding, knownScopes, autoStart, ref, onLeave }: MeaningProps) {
  const find = useFindMessages()
  const list = useRef<HTMLUListElement>(null)
  useImperativeHandle(ref, () => ({ focusFirst: () => choicesIn(list.current)[0]?.focus() }), [])
  if (understanding.kind === 'empty') return null
  if (understanding.kind === 'unclear')
    return (
      <Line role="alert">
        <ToneIcon tone="odd" /> {unclearWords(understanding.unclear, find)}
      </Line>
    )
  const { targets } = understanding
  return (
    <div>
      <Line role="status">{targets.length === 1 ? find.understood : find.chooseOne}</Line>
      <Choices ref={list} onKeyDown={(event) => moveAmong(event, onLeave)}>
        {targets.map((target) => (
          <li key={'network' in target ? `${target.kind} ${target.network}` : target.kind}>
            <Choice target={target} knownScopes={knownScopes} autoStart={autoStart && targets.length === 1} />
          </li>
        ))}
      </Choices>
    </div>
  )
}

function choicesIn(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('a[href], button') ?? [])]
}

/** Arrows walk through links and buttons; in fields they belong to the text. */
function moveAmong(event: KeyboardEvent<HTMLElement>, onLeave: () => void): void {
  if (!(event.target instanceof HTMLElement) || event.target.closest('a, button') === null) return
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
  const step = steps[event.key]
  if (event.key === 'Escape') onLeave()
  if (step === undefined) return
  event.preventDefault()
  const choices = choicesIn(event.currentTarget)
  const next = choices.indexOf(event.target) + step
  if (next < 0) onLeave()
  else choices[Math.min(next, choices.length - 1)]?.focus()
}

interface ChoiceProps extends Pick<MeaningProps, 'knownScopes' | 'autoStart'> {
  readonly target: Target
}

function Choice({ target, knownScopes, autoStart }: ChoiceProps) {
  const sayScope = useScopeWords()
  const words = targetWords(target, useFindMessages(), sayScope)
  const path = targetPath(target)
  return (
    <>
      {path === null ? <strong>{words}</strong> : <AppLink to={path}>{words}</AppLink>}
      <TargetDetails target={target} />
      {lacksScope(target) ? (
        <ScopelessChoice
          key={target.jobInstanceId}
          target={target}
          knownScopes={knownScopes}
          autoStart={autoStart}
        />
      ) : null}
      {target.kind === 'node-man-instance' && path === null ? (
        <NodeManJobForm instanceId={target.instanceId} />
      ) : null}
      {target.kind === 'hosts' ? <HostsChoice hosts={target.hosts} knownScopes={knownScopes} /> : null}
    </>
  )
}

function unclearWords(unclear: Unclear, { unclear: words }: FindMessages): string {
  return 'part' in unclear ? words[unclear.reason](unclear.part) : words[unclear.reason]
}

const Line = styled('p')({ display: 'flex', alignItems: 'center', gap: 6, margin: '10px 0 0' })

const Choices = styled('ul')(({ theme }) => ({
  listStyle: 'none',
  margin: '6px 0 0',
  padding: 0,
  display: 'grid',
  gap: 14,
  '& > li': { overflowWrap: 'anywhere' },
  '& h2': { ...theme.typography.h3, margin: 0 },
}))
