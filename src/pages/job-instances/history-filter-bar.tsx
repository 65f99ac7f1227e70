import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { isDecimalId, type JobInstanceId } from '#contract'
import { type Messages, useHistoryMessages, useMessages } from '#i18n'
import { SmallButton } from '#ui'
import { ChoiceFilter, FilterSection, TextFilter } from '../filter-fields.tsx'
import { readHostList } from '../host-list.ts'
import { RangeFilter } from './range-filter.tsx'
import { type HistoryUrl, isFiltered, isWholeIp } from './url.ts'

export interface HistoryFilterBarProps {
  readonly url: HistoryUrl
  /** Parts of the address that are no filters and were left out, as they stand there. */
  readonly unread: readonly string[]
  readonly maxSpanDays: number | null
  readonly onChange: (change: Partial<HistoryUrl>) => void
}

/** Everything the job platform can filter its history by (bk-job A.6); all of it goes into the address. */
export function HistoryFilterBar({ url, unread, maxSpanDays, onChange }: HistoryFilterBarProps) {
  const words = useHistoryMessages()
  return (
    <div>
      <FilterSection label={words.filters} active={isFiltered(url)}>
        <RangeFilter range={url.range} maxSpanDays={maxSpanDays} onChange={(range) => onChange({ range })} />
        <Choices url={url} onChange={onChange} />
        <Texts url={url} onChange={onChange} />
        {isFiltered(url) ? <ClearButton onChange={onChange} /> : null}
      </FilterSection>
      {url.id === null ? null : <Note>{words.idWins}</Note>}
      {unread.length === 0 ? null : (
        <Note role="status">
          {words.unread(unread.join(', '))} {unreadIpWords(unread, words)}{' '}
          {isBackwards(unread) ? words.backwards : null}{' '}
          <SmallButton type="button" onClick={() => onChange({})}>
            {words.forgetUnread}
          </SmallButton>
        </Note>
      )}
    </div>
  )
}

type PartProps = Pick<HistoryFilterBarProps, 'url' | 'onChange'>

function Choices({ url, onChange }: PartProps) {
  const words = useHistoryMessages()
  const { common, status } = useMessages()
  const choices = codeChoices(status)
  const fields = [
    { name: 'status', label: common.status },
    { name: 'type', label: common.type },
    { name: 'launchMode', label: words.launchMode },
  ] as const
  return (
    <>
      {fields.map(({ name, label }) => (
        <ChoiceFilter
          key={name}
          label={label}
          value={url[name] === null ? null : String(url[name])}
          allLabel={common.all}
          choices={choices[name]}
          onChange={(value) => onChange({ [name]: value === null ? null : Number(value) })}
        />
      ))}
    </>
  )
}

function Texts({ url, onChange }: PartProps) {
  const words = useHistoryMessages()
  const { common, jobInstance } = useMessages()
  return (
    <>
      <TextFilter label={words.name} value={url.name} onChange={(name) => onChange({ name })} />
      <TextFilter
        label={common.operator}
        value={url.operator}
        hint={words.operatorHint}
        onChange={(operator) => onChange({ operator })}
      />
      <TextFilter
        label={words.ip}
        value={url.ip}
        hint="10.0.0.1"
        complaint={(text) => ipComplaint(text, words)}
        onChange={(ip) => onChange({ ip })}
      />
      <TextFilter
        label={words.id}
        value={url.id}
        numeric
        complaint={(text) => (isDecimalId(text) ? null : jobInstance.badIdMeaning)}
        onChange={(id) => onChange({ id: id as JobInstanceId | null })}
      />
    </>
  )
}

type Words = ReturnType<typeof useHistoryMessages>

/** What is wrong with the address of a target, by what it is instead of one whole IPv4 address; `null` for nothing. */
function ipComplaint(text: string, words: Words): string | null {
  if (isWholeIp(text)) return null
  const { keys, notUnderstood } = readHostList(text)
  if (keys.length > 1 && notUnderstood.length === 0) return words.oneIp
  return keys[0]?.replace(/^\d+:/, '').includes(':') === true ? words.noIpv6 : words.badIp
}

function unreadIpWords(unread: readonly string[], words: Words): string | null {
  const ip = unread.find((part) => part.startsWith('ip='))
  return ip === undefined ? null : ipComplaint(ip.slice(3), words)
}

function isBackwards(unread: readonly string[]): boolean {
  const [from, to] = ['from=', 'to='].map((name) =>
    unread.find((part) => part.startsWith(name))?.slice(name.length),
  )
  return Number(from) >= Number(to)
}

function ClearButton({ onChange }: Pick<HistoryFilterBarProps, 'onChange'>) {
  const words = useHistoryMessages()
  const handleClick = () =>
    onChange({ status: null, type: null, launchMode: null, operator: null, name: null, ip: null, id: null })
  return <Clear onClick={handleClick}>{words.clearFilters}</Clear>
}

/** 12 is documented but unknown to upstream's own enum, which answers it with an error (bk-job A.6, A.14). */
function codeChoices(status: Messages['status']) {
  return {
    status: toChoices(status.runStatus).filter(({ value }) => value !== '12'),
    type: toChoices(status.taskType),
    launchMode: toChoices(status.launchMode),
  }
}

function toChoices(table: Readonly<Record<string, { readonly word: string }>>) {
  return Object.entries(table).map(([value, { word }]) => ({ value, label: word }))
}

const Clear = styled(Button)({ marginTop: 20 })

const Note = styled('p')(({ theme }) => ({
  margin: '6px 0 0',
  fontSize: '0.8125rem',
  color: (theme.vars ?? theme).palette.text.secondary,
}))
