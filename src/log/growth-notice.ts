import type { FirstRows } from './view/row-run.ts'

/** A document grew or changed. */
export interface GrowthNotice {
  readonly documentId: string
  readonly lineCount: number
  readonly byteLength: number
  readonly complete: boolean
  readonly revision: number
  /** Of the first lines of all. */
  readonly firstRows: FirstRows | null
}

/**
 * Notices as they travel, in columns: thousands of objects take the page many times as long to receive. `figures`
 * are four per id: lines, bytes, complete or not, revision.
 */
export interface PackedGrowth {
  readonly documentIds: readonly string[]
  readonly figures: Float64Array
  /** At most one of them has them. */
  readonly firstRows: { readonly documentId: string; readonly rows: FirstRows } | null
}

const figuresEach = 4

export function packGrowth(notices: readonly GrowthNotice[]): PackedGrowth {
  const figures = new Float64Array(notices.length * figuresEach)
  for (const [index, { lineCount, byteLength, complete, revision }] of notices.entries()) {
    figures.set([lineCount, byteLength, complete ? 1 : 0, revision], index * figuresEach)
  }
  const first = notices.find(({ firstRows }) => firstRows !== null)
  return {
    documentIds: notices.map(({ documentId }) => documentId),
    figures,
    firstRows:
      first === undefined || first.firstRows === null
        ? null
        : { documentId: first.documentId, rows: first.firstRows },
  }
}

export function unpackGrowth({ documentIds, figures, firstRows }: PackedGrowth): readonly GrowthNotice[] {
  return documentIds.map((documentId, index) => {
    const [lineCount = 0, byteLength = 0, complete = 0, revision = 0] = figures.subarray(
      index * figuresEach,
      (index + 1) * figuresEach,
    )
    return {
      documentId,
      lineCount,
      byteLength,
      complete: complete === 1,
      revision,
      firstRows: firstRows?.documentId === documentId ? firstRows.rows : null,
    }
  })
}
