import { styled } from '@mui/material/styles'
import { useFindMessages } from '#i18n'
import { KnownJobInstance } from '../known-job-instance.tsx'
import type { Target } from './target.ts'
import { targetFacts } from './target-facts.ts'

/** Beneath a choice: what else the link says, and what is known of the job instance it leads to. */
export function TargetDetails({ target }: { readonly target: Target }) {
  const find = useFindMessages()
  const facts = targetFacts(target, find)
  return (
    <>
      {facts.length === 0 ? null : (
        <Facts>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </Facts>
      )}
      {'jobInstanceId' in target && target.scope !== null ? (
        <KnownJobInstance
          key={JSON.stringify(target)}
          scope={target.scope}
          jobInstanceId={target.jobInstanceId}
        />
      ) : null}
    </>
  )
}

const Facts = styled('dl')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '2px 16px',
  margin: '4px 0 0',
  '& > div': { display: 'flex', gap: 6, minWidth: 0 },
  '& dt': { color: (theme.vars ?? theme).palette.text.secondary },
  '& dd': { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
}))
