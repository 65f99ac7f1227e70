import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useHref } from 'react-router'
import { jobInstanceParamsSchema } from '#contract'
import { useFormat, useLinksMessages } from '#i18n'
import { AppLink, CopyButton, monospace } from '#ui'
import { KnownJobInstance, type KnownJobInstanceProps } from '../known-job-instance.tsx'
import { useScopeWords } from '../scope-name.ts'
import type { BuiltLink } from './build-link.ts'
import { explainLink } from './explain-link.ts'
import type { LinkKind, LinkValues } from './link-kinds.ts'

export interface LinkResultProps {
  readonly kind: LinkKind
  readonly values: LinkValues
  readonly built: BuiltLink
}

/** The link, what it opens, and what can be done with it; until there is one, what is needed for it. */
export function LinkResult({ kind, values, built }: LinkResultProps) {
  const words = useLinksMessages()
  const { list } = useFormat()
  const base = useHref('/')
  return (
    <Box aria-label={words.result}>
      <h2>{words.result}</h2>
      {'address' in built ? (
        <Finished kind={kind} values={values} address={built.address} />
      ) : (
        <>
          <output data-draft>{fullLink(base, built.draft)}</output>
          {built.missing.length === 0 ? null : (
            <p role="status">
              {words.missing(spaced(list(built.missing.map((name) => words.fields[name]))))}
            </p>
          )}
        </>
      )}
    </Box>
  )
}

interface FinishedProps extends Pick<LinkResultProps, 'kind' | 'values'> {
  readonly address: string
}

function Finished({ kind, values, address }: FinishedProps) {
  const words = useLinksMessages()
  const sayScope = useScopeWords()
  const named = jobInstanceOf(kind, values)
  const link = fullLink(useHref('/'), address)
  return (
    <>
      <output>{link}</output>
      <Actions>
        <CopyButton
          text={link}
          label={words.copy}
          copiedLabel={words.copied}
          failedLabel={words.copyFailed}
          size="medium"
        />
        <Button component={AppLink} to={address}>
          {words.open}
        </Button>
      </Actions>
      <h3>{words.explained}</h3>
      <ul>
        {explainLink(kind, values, words, sayScope).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {named === null ? null : <KnownJobInstance key={address} {...named} />}
    </>
  )
}

/** `base`: the path this Joblens is served under. */
function fullLink(base: string, address: string): string {
  return `${window.location.origin}${base.replace(/\/$/, '')}${address}`
}

/** The job instance of a link that names its scope too: whether it is there can be looked up. */
function jobInstanceOf(kind: LinkKind, values: LinkValues): KnownJobInstanceProps | null {
  const isOfJob = kind === 'step-instance' || kind === 'job-instance'
  const ids = {
    scopeType: values.scopeType,
    scopeId: values.scopeId.trim(),
    jobInstanceId: values.jobInstanceId.trim(),
  }
  const parsed = jobInstanceParamsSchema.safeParse(ids)
  if (!isOfJob || !parsed.success) return null
  const { scopeType, scopeId, jobInstanceId } = parsed.data
  return { scope: { type: scopeType, id: scopeId }, jobInstanceId }
}

const Box = styled('section')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    padding: '12px 16px 16px',
    border: `1px solid ${palette.divider}`,
    borderRadius: 8,
    backgroundColor: palette.background.paper,
    '& h2': { ...theme.typography.h2, margin: '0 0 8px' },
    '& h3': { ...theme.typography.h3, margin: '10px 0 4px' },
    '& output': { display: 'block', fontFamily: monospace, overflowWrap: 'anywhere', userSelect: 'all' },
    '& output[data-draft]': { color: palette.text.secondary },
    '& ul': { margin: 0, paddingInlineStart: 20 },
  }
})

const Actions = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 8 })

/** Intl writes no blank between Latin letters and the Chinese "and". */
function spaced(list: string): string {
  return list.replace(/(?<=\w)和/g, ' 和')
}
