/**
 * A window's title without the state it tells: that of a running execution is over by the time the watch list says how
 * it ended. What is called like a state keeps its name, which comes first.
 */
export function lastingTitle(title: string, states: ReadonlySet<string>): string {
  return title
    .split(' · ')
    .filter((part, position) => position === 0 || !states.has(part))
    .join(' · ')
}
