/*
 * How Vitest and Playwright start the browser that `npm test` found. Run by hand, without that command, they take
 * the first Chromium on the PATH.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const found = process.env.JOBLENS_CHROMIUM ?? onPath('chromium') ?? onPath('google-chrome')
const args = (process.env.JOBLENS_CHROMIUM_ARGS ?? '--no-sandbox --disable-background-networking').split(' ')
const extra = JSON.parse(process.env.JOBLENS_CHROMIUM_ENV ?? '{}')

/** Playwright's `launchOptions`. */
export const launchOptions = {
  args,
  env: { ...process.env, ...extra },
  ...(found === undefined ? {} : { executablePath: found }),
}

/** The oldest Firefox that Playwright was seen to drive. */
const oldestFirefox = 140

/**
 * Playwright's `launchOptions` for a Firefox, null where there is none: those stories are then left out. `JOBLENS_FIREFOX`
 * names its executable, an empty one turns them off. Asked for its version, not just found: Ubuntu's is a stub.
 */
export function firefoxLaunchOptions() {
  const { JOBLENS_FIREFOX: given } = process.env
  const executablePath = given ?? onPath('firefox-esr') ?? onPath('firefox')
  if (executablePath === undefined || executablePath === '') return null
  const { stdout } = spawnSync(executablePath, ['--version'], { encoding: 'utf8', timeout: 10_000 })
  const version = Number(/Firefox (\d+)/.exec(stdout ?? '')?.[1] ?? 0)
  return version >= oldestFirefox ? { executablePath } : null
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file))
}
