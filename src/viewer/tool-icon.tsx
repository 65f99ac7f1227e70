/** Outlines from Material Icons, drawn plainly: a styled icon component costs more than the whole toolbar. */
const outlines = {
  top: 'M8 11h3v10h2V11h3l-4-4-4 4zM4 3v2h16V3H4z',
  end: 'M16 13h-3V3h-2v10H8l4 4 4-4zM4 19v2h16v-2H4z',
  copy: 'M16 1H4c-1.1 0-2 .9-2 2v14h2V3h12V1zm3 4H8c-1.1 0-2 .9-2 2v14c0 1.1.9 2 2 2h11c1.1 0 2-.9 2-2V7c0-1.1-.9-2-2-2zm0 16H8V7h11v14z',
  download: 'M5 20h14v-2H5v2zM19 9h-4V3H9v6H5l7 7 7-7z',
} as const

export type ToolIconName = keyof typeof outlines

/** Decoration of a named button. */
export function ToolIcon({ name }: { readonly name: ToolIconName }) {
  return (
    <svg viewBox="0 0 24 24" width="18" height="18" fill="currentColor" aria-hidden="true">
      <path d={outlines[name]} />
    </svg>
  )
}
