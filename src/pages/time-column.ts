import type { Format, Messages } from '#i18n'
import type { Column } from '#ui'

/** A column of moments, as a table of one page of rows needs it. */
export interface TimeColumnParts<Row> {
  readonly format: Format
  readonly messages: Messages
  /** What heads the column, without a zone. */
  readonly name: string
  /** The rows of the page: their zone is said in the heading when they share one. */
  readonly rows: readonly Row[]
  /** Epoch ms; `null` is not known. */
  readonly atOf: (row: Row) => number | null
  /** All moments under the same heading; without, those of this column. */
  readonly moments?: readonly (number | null)[] | undefined
}

/** Room for a moment without and with its zone, px. */
const width = 176
const widthWithZone = 226

/**
 * Moments with their zone said once, in the heading. Where the clocks changed between the rows, each says its own:
 * the same hour can come twice.
 */
export function timeColumn<Row>(parts: TimeColumnParts<Row>): Pick<Column<Row>, 'header' | 'width' | 'cell'> {
  const { format, messages, name, rows, atOf, moments = rows.map(atOf) } = parts
  const zone = sharedZone(moments, format)
  if (zone === null) return { header: name, width: widthWithZone, cell: (row) => format.dateTime(atOf(row)) }
  return {
    header: messages.common.inZone(name, zone),
    width,
    cell: (row) => format.zonelessDateTime(atOf(row)),
  }
}

/** "GMT+8" when all of these moments have it, today's when there is none, `null` when they differ. */
export function sharedZone(
  moments: readonly (number | null)[],
  { zone }: Pick<Format, 'zone'>,
): string | null {
  const known = moments.filter((at) => at !== null)
  const first = zone(known[0] ?? Date.now())
  return known.every((at) => zone(at) === first) ? first : null
}
