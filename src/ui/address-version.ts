/*
 * The version of in-app addresses, so that an old link never breaks. A link without `v` is of version 1: as long as
 * that is the version, nothing of this is to be seen in any address. From version 2 on, `v` is in every address, and
 * links carry it on (sticky-search.ts). Pages know the present form only: old ones are upgraded before a page is chosen.
 */

/** The version this Joblens writes. */
const version = 1

/** An in-app address without its base path. */
interface AddressParts {
  readonly pathname: string
  /** Its own copy: an upgrade may change it in place. */
  readonly query: URLSearchParams
}

/**
 * Makes the next version of an address. What is not of the old form stays as it is: an address without a query (a star,
 * say) does not tell its version.
 */
type Upgrade = (old: AddressParts) => AddressParts

/** What {@link upgradeAddress} goes by. */
export interface UpgradePlan {
  readonly version: number
  /** The first makes version 2 of version 1, and so on: always one less than `version`. */
  readonly upgrades: readonly Upgrade[]
}

/** Add an upgrade and count `version` up whenever a documented parameter or path changes (docs/links.md). */
const plan: UpgradePlan = { version, upgrades: [] }

/**
 * An in-app address in the form of this version; one that is so already comes back as it is. A link of a newer Joblens
 * is read as far as it goes ({@link newerVersion}): every field falls back by itself.
 */
export function upgradeAddress(address: string, { version: newest, upgrades } = plan): string {
  const [beforeHash = '', ...hash] = address.split('#')
  const [path = '', ...search] = beforeHash.split('?')
  const query = new URLSearchParams(search.join('?'))
  const given = query.get('v')
  if (given === (newest === 1 ? null : `${newest}`)) return address
  query.delete('v')
  let parts: AddressParts = { pathname: path, query }
  for (const upgrade of upgrades.slice(versionOf(given) - 1)) parts = upgrade(parts)
  if (newest > 1) parts.query.set('v', `${newest}`)
  const written = parts.query.toString()
  return [`${parts.pathname}${written === '' ? '' : `?${written}`}`, ...hash].join('#')
}

/** The version of links that an address was made for, where that is newer than what is known here; else `null`. */
export function newerVersion(address: string, { version: newest } = plan): number | null {
  const query = new URLSearchParams(address.split('#')[0]?.split('?').slice(1).join('?'))
  const asked = versionOf(query.get('v'))
  return asked > newest ? asked : null
}

function versionOf(given: string | null): number {
  return given !== null && /^[1-9]\d{0,3}$/.test(given) ? Number(given) : 1
}
