import { Suspense } from 'react'
import { useLocation } from 'react-router'
import type { StepAddress } from '#api'
import type { StepInstanceDetail, StepPartQuery } from '#contract'
import { useMessages } from '#i18n'
import { AppLink, lazyPart } from '#ui'
import { Notice } from './notice.tsx'
import { readQuery, withoutPart } from './url.ts'

const BatchWords = lazyPart(async () => (await import('./batch-words.tsx')).BatchWords)

/** Which attempt and batch the address asks for. */
export function useStepPart(): StepPartQuery {
  return readQuery(useLocation().search).part
}

export interface StepPartNoticeProps {
  readonly address: StepAddress
  readonly asked: StepPartQuery
  readonly detail: StepInstanceDetail
}

/** Says that not everything of the step is shown, or that only everything can be, with the way back to it. */
export function StepPartNotice({ address, asked, detail }: StepPartNoticeProps) {
  const { part: words } = useMessages().stepInstance
  const { pathname, search } = useLocation()
  const { part, step } = detail
  const { executeCount = step.executeCount, batch = 0 } = asked
  if (executeCount === step.executeCount && batch === 0) return null
  // A link may name one that never was; the platform answers all the same.
  const neverWas = executeCount > step.executeCount
  const sayAttempt = neverWas ? words.noAttempt : words.attempt
  return (
    <Notice>
      {part === undefined ? <span>{words.notTold}</span> : null}
      {part !== undefined && executeCount !== step.executeCount ? (
        <span>{sayAttempt(executeCount + 1, step.executeCount + 1)}</span>
      ) : null}
      {part !== undefined && batch > 0 ? (
        <Suspense>
          <BatchWords address={address} part={part} shownCount={detail.results.length} />
        </Suspense>
      ) : null}
      <AppLink to={`${pathname}${withoutPart(search)}`}>
        {executeCount === step.executeCount ? words.whole : words.newest}
      </AppLink>
    </Notice>
  )
}
