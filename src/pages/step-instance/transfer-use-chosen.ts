import { useMemo } from 'react'
import { useTransferWords } from '#i18n'
import { listedHosts } from './listed-hosts.ts'
import { noEnd } from './transfer-filter.ts'
import { reasonWords } from './transfer-reason-list.tsx'
import { type FailureReason, knownReason } from './transfer-reasons.ts'
import type { TransferTable } from './transfer-table.ts'
import type { ChosenFilter } from './transfer-tools.tsx'
import type { TransferChoice } from './url.ts'
import { visibleText } from './visible-text.ts'

/** The filters in force that no field shows, each in words. */
export function useChosenFilters(
  { from, to, file, reason }: TransferChoice,
  { rows }: TransferTable,
  reasons: readonly FailureReason[],
  hostAddress: string | null,
  hosts: string,
): readonly ChosenFilter[] {
  const texts = useTransferWords()
  const { thirdPartySource, noHost } = texts.transfer
  const addresses = useMemo(() => {
    const source = from === '' ? undefined : rows.find((row) => row.sourceKey === from)
    const destination = to === '' ? undefined : rows.find((row) => row.destinationKey === to)
    return {
      from: from === noEnd ? thirdPartySource : source?.sourceHost || from,
      to: to === noEnd ? noHost : destination?.destinationHost || to,
    }
  }, [rows, from, to, thirdPartySource, noHost])
  const { chosen: words, onlyHost } = texts.transfer
  const filters: ChosenFilter[] = []
  if (hostAddress !== null) filters.push({ label: onlyHost(hostAddress), without: { host: null } })
  if (hosts.trim() !== '') filters.push({ label: onlyHost(listedHosts(hosts)), without: { hosts: '' } })
  if (from !== '') filters.push({ label: words.from(addresses.from), without: { from: '' } })
  if (to !== '') filters.push({ label: words.to(addresses.to), without: { to: '' } })
  if (file !== '') filters.push({ label: words.file(visibleText(file)), without: { file: '' } })
  if (reason !== '') {
    const known = reasons.find(({ key }) => key === knownReason(reasons, reason))
    const label = words.reason(known === undefined ? reason : reasonWords(known, texts))
    filters.push({ label, without: { reason: '' } })
  }
  return filters
}
