import { styled } from '@mui/material/styles'
import { useId, useMemo } from 'react'
import { useFormat, useRailWords, useRunningLogsMessages } from '#i18n'
import { SelectField, SmallButton } from '#ui'
import { type FacetValue, type RailFacets, railFacets } from './rail-facets.ts'
import { mostRunningLogs } from './running-logs.ts'
import type { RailView, StragglerFilter } from './url.ts'
import { useInSlices } from './use-in-slices.ts'
import type { Rail } from './use-rail.ts'

interface RailFiltersProps {
  readonly rail: Pick<Rail, 'rows' | 'facts' | 'stragglerOf' | 'isOver'>
  readonly view: RailView
  readonly onView: (change: Partial<RailView>) => void
  readonly looking: Looking
}

/** Whether the logs of all running hosts are looked at. */
export interface Looking {
  readonly isOn: boolean
  /** `null` where that is not offered. */
  readonly onChange: ((isOn: boolean) => void) | null
}

/** The filters that are not always on the page: exit code, cloud area, tag, no log, stragglers. */
export function RailFilters({ rail, view, onView, looking }: RailFiltersProps) {
  const { rail: words } = useRailWords()
  const { number } = useFormat()
  const { rows, facts, stragglerOf } = rail
  const count = useMemo(() => () => railFacets(rows, facts, stragglerOf), [rows, facts, stragglerOf])
  const facets = useInSlices(count).value
  if (facets === null) return null
  const optionsOf = <Value,>(
    values: readonly (FacetValue<Value> & { readonly name?: string })[],
    word: (value: Value, name: string) => string,
    write: (value: Value) => string,
  ) => [
    { value: '', label: words.any },
    ...values.map(({ value, count, name = '' }) => ({
      value: write(value),
      label: words.withCount(word(value, name), number(count)),
    })),
  ]
  return (
    <>
      <SelectField
        label={words.exitCode}
        value={view.exit === null ? '' : `${view.exit}`}
        options={optionsOf(facets.exits, (code) => `${code}`, String)}
        onChange={(value) => onView({ exit: value === '' ? null : Number(value) })}
      />
      <SelectField
        label={words.cloudArea}
        value={view.cloud}
        options={optionsOf(facets.clouds, words.cloudAreaName, String)}
        onChange={(cloud) => onView({ cloud })}
      />
      <SelectField
        label={words.tag}
        // No tag and any tag have to differ: a tag stands behind an equals sign.
        value={view.tag === null ? '' : `=${view.tag}`}
        options={optionsOf(
          facets.tags,
          (tag) => (tag === '' ? words.noTag : tag.slice(0, 60)),
          (tag) => `=${tag}`,
        )}
        onChange={(value) => onView({ tag: value === '' ? null : value.slice(1) })}
      />
      <Box>
        <label title={words.noLogMeaning}>
          <input
            type="checkbox"
            checked={view.noLog}
            onChange={(event) => onView({ noLog: event.target.checked })}
          />
          {words.withCount(words.noLog, number(facets.noLogCount))}
        </label>
        <small>{words.noLogMeaning}</small>
        {rail.isOver ? null : <Stragglers {...{ facets, view, onView, looking }} />}
      </Box>
    </>
  )
}

interface StragglersProps extends Pick<RailFiltersProps, 'view' | 'onView' | 'looking'> {
  readonly facets: Pick<RailFacets, 'slowCount' | 'silentCount' | 'runningCount' | 'watchedCount'>
}

function Stragglers({ facets, view: { straggler }, onView, looking }: StragglersProps) {
  const { rail: words } = useRailWords()
  const logs = useRunningLogsMessages()
  const { number } = useFormat()
  const isSlow = straggler === 'slow' || straggler === 'any'
  const isSilent = straggler === 'silent' || straggler === 'any'
  const change = (slow: boolean, silent: boolean) => {
    const both: StragglerFilter = slow && silent ? 'any' : slow ? 'slow' : silent ? 'silent' : ''
    onView({ straggler: both })
  }
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={isSlow}
          onChange={(event) => change(event.target.checked, isSilent)}
        />
        {words.withCount(words.slow, number(facets.slowCount))}
      </label>
      <label>
        <input
          type="checkbox"
          checked={isSilent}
          onChange={(event) => change(isSlow, event.target.checked)}
        />
        {words.withCount(words.silent, number(facets.silentCount))}
      </label>
      <small>{logs.known(number(facets.watchedCount), number(facets.runningCount))}</small>
      <small>{logs.when}</small>
      <Look {...looking} isAny={facets.runningCount > 0} />
    </>
  )
}

function Look({ isOn, onChange, isAny }: Looking & { readonly isAny: boolean }) {
  const words = useRunningLogsMessages()
  const { number } = useFormat()
  const meaningId = useId()
  if (onChange === null) return null
  return (
    <>
      <SmallButton
        type="button"
        disabled={!isAny && !isOn}
        aria-describedby={isOn ? undefined : meaningId}
        onClick={() => onChange(!isOn)}
      >
        {isOn ? words.stop : words.start}
      </SmallButton>
      {isOn ? null : <small id={meaningId}>{words.startMeaning(number(mostRunningLogs))}</small>}
    </>
  )
}

const Box = styled('div')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  gap: 6,
  '& > label': { display: 'flex', alignItems: 'center', gap: 6, minHeight: 24 },
  '& > button': { alignSelf: 'start', marginLeft: 20 },
  '& > small': { maxWidth: '24rem', color: (theme.vars ?? theme).palette.text.secondary, paddingLeft: 20 },
}))
