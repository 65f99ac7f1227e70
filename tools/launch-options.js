/*
 * How Vitest and Playwright start the browser that `npm test` found. Run by hand, without that command, they take
 * the first Chromium on the PATH.
 */
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

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file))
}
