/** The versions of the contract this Joblens keeps. */
export const knownVersions = ['v1'] as const

/** True for a version of the contract that is kept. */
export function isKnownVersion(version: string): boolean {
  return knownVersions.some((known) => known === version)
}
