import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

/** A table peer: fetches the rows that our own page shows and renders them, as an application would. */
export function showRows(root, Table) {
  void fetchAndShow(root, Table)
  // It is used by what stands on its page alone.
  return {}
}

async function fetchAndShow(root, Table) {
  const { rows, columns } = await (await fetch('/rows')).json()
  createRoot(root).render(createElement(Table, { rows, columns }))
}
