import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { firefoxLaunchOptions, launchOptions } from '../tools/launch-options.js'
import { gateways, sandboxes } from './deployments.ts'

const reports =
  process.env['JOBLENS_REPORTS'] ?? join(import.meta.dirname, '../node_modules/.cache/joblens-reports')
const root = join(import.meta.dirname, '..')

const firefox = firefoxLaunchOptions()

/*
 * The production bundle against the sandbox over real HTTP: one gateway per upstream generation, so that the same
 * story is read through every dialect (issue 2).
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  // Stories share nothing, or say that they do: both workers are busy to the end.
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: join(reports, 'playwright.json') }]],
  use: {
    locale: 'en-US',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    // Recording every test, in case it fails, takes the browser as long as the test: fixtures.ts says what was shown.
    trace: 'off',
  },
  projects: [
    { name: 'chromium', use: { browserName: 'chromium', launchOptions } },
    // An installed Firefox, where there is one, for the stories that depend on the browser most.
    ...(firefox === null
      ? []
      : [
          {
            name: 'firefox',
            testMatch: /(?:reader.*|embedding)\.spec\.ts$/,
            grep: /@firefox/,
            use: { browserName: 'firefox' as const, channel: 'moz-firefox', launchOptions: firefox },
          },
        ]),
  ],
  webServer: [
    ...sandboxes.map((sandbox) => ({
      command: `node dist/sandbox/sandbox-server.js --port ${sandbox.port}`,
      url: `${sandbox.url}/__sandbox/requests`,
      cwd: root,
      env: { ...clean(), HOST: '127.0.0.1' },
    })),
    ...gateways.map((gateway) => ({
      command: 'node dist/server/server.js',
      url: `${gateway.url}/healthz`,
      cwd: root,
      env: { ...clean(), ...gateway.env, HOST: '127.0.0.1', PORT: String(gateway.port) },
    })),
  ],
})

/** The environment without anything that would configure a gateway by accident. */
function clean(): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(JOBLENS|BKPAAS|BK)_/.test(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, value ?? '']))
}
