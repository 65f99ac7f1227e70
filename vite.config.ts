import { getRequestListener } from '@hono/node-server'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { compressedFiles } from './tools/compressed-files.js'
import { launchOptions } from './tools/launch-options.js'
import { leanPackages } from './tools/lean-packages.js'
import { preloadApp } from './tools/preload-app.js'

type DevServerModule = typeof import('./src/dev-gateway.ts')

/** `vite dev` answers the API itself, from the gateway's sources; Vite keeps serving the page. */
function devGateway(): Plugin {
  return {
    name: 'joblens-dev-gateway',
    apply: 'serve',
    transformIndexHtml: (html) => html.replaceAll('__NONCE__', '').replaceAll('__BASE__', '/'),
    configureServer(server) {
      const load = async () => (await server.ssrLoadModule('/src/dev-gateway.ts')) as DevServerModule
      const listen = getRequestListener(async (request) => (await load()).fetchApi(request, process.env), {
        overrideGlobalObjects: false,
      })
      server.middlewares.use((incoming, outgoing, next) => {
        if (!/^\/(?:api\/|healthz$)/.test(incoming.url ?? '')) return next()
        listen(incoming, outgoing).catch(next)
      })
    },
  }
}

/** Named, so that a first run with a cold cache does not find them one by one and reload the page mid-test. */
const browserDependencies = [
  '@emotion/cache',
  '@emotion/react',
  '@mui/material/Button',
  '@mui/material/CssBaseline',
  '@mui/material/styles',
  '@mui/material/useMediaQuery',
  '@noble/hashes/sha2.js',
  '@tanstack/react-query',
  'fast-check',
  'react',
  'react-dom',
  'react-dom/client',
  'react-router',
  'react-window',
  'react/jsx-dev-runtime',
  'react/jsx-runtime',
  'zod/mini',
]

/** All packages in one file: it compresses better, and browsers keep it when only Joblens has changed. */
const packages = { name: 'packages', test: /\/node_modules\/(?!react-window\/)/ }

/** What scrolls the rows of logs and of tables: a table is not to bring the reader along, and the start page needs neither. */
const rows = { name: 'rows', test: /\/(?:node_modules\/react-window\/|src\/ui\/take-wheel\.ts$)/ }

/** What asks for everything else, without any package: a few kilobytes that run at once. */
const first = { name: 'first', test: /\/src\//, tags: ['$initial' as const] }

/** Files of `src`, by path without ending; what they import comes along. */
const sources = (...paths: readonly string[]) => new RegExp(`/src/(?:${paths.join('|')})\\.tsx?$`)

/** What every page needs, in one file too: shared with later parts, it would come in a dozen small ones. */
const app = { name: 'app', test: sources('main') }

/** What most pages need besides: a dozen small files otherwise. What is not named here costs a little. */
const common = {
  name: 'common',
  test: sources(
    'api/use-log-session',
    'contract/[^/]+',
    'i18n/(?:format|messages-hook|use-advice|use-format)',
    'log/text/text-style',
    'ui/(?:copy-button|problem-panel|stand-ins|status-chip|tone-icon)',
    'pages/(?:problem-notice|scope-name|status-help|use-now|use-page-query)',
  ),
}

/** What the screens of the several kinds of steps share, the reader of logs above all. */
const reader = {
  name: 'reader',
  test: sources(
    'pages/step-instance/(?:chosen-host|host-rows|log-facts|log-question|log-reader)',
    'pages/step-instance/(?:notice|page-title|slices|url|use-line-href)',
  ),
}

/** The rest of a step's page but for what it fetches later. */
const step = { name: 'step', test: sources('pages/step-instance/(?:index|page)') }

/** Who reads lists of hosts, on many pages: what else those need stays apart from it. */
const hostLists = {
  name: 'host-lists',
  test: sources('pages/(?:host-list|hosts-in-json|network|plain-host)'),
}

/** Which host a link with filters opens: it goes before the log, and the list of hosts comes after. */
const filters = {
  name: 'filters',
  test: sources('pages/step-instance/(?:first-shown|host-filter)'),
}

/** What the texts of every language and part need: else three tiny files on the way to the first of them. */
const words = { name: 'words', test: sources('i18n/(?:code-words|plural|en/plural|zh-cn/plural)') }

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    react(),
    devGateway(),
    ...(isSsrBuild === true ? [] : [leanPackages(), preloadApp(), compressedFiles()]),
  ],
  base: './',
  // `npm run build --silent`, as `npm start` asks for it: a hundred names of files are no greeting.
  logLevel: process.env['npm_config_loglevel'] === 'silent' ? 'warn' : 'info',
  build: {
    outDir: 'dist/client',
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: {
      // A browser that does not know preloading does without.
      polyfill: false,
      // Every name costs ten bytes before the first line: what no log waits for fetches what it imports a moment later.
      resolveDependencies: (file, needed) =>
        /^assets\/(?:file-step|host-rail|reader-tools|step)-/.test(file)
          ? needed
          : needed.filter((one) => one.endsWith('.css')),
    },
    copyPublicDir: isSsrBuild !== true,
    ...(isSsrBuild === true
      ? {}
      : {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [packages, rows, first, words, app, common, reader, step, hostLists, filters],
              },
            },
          },
        }),
  },
  worker: { format: 'es' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['src/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          // A second, unless told otherwise: a verdict on the machine, not on what is waited for.
          expect: { poll: { timeout: 15_000 } },
          // A process and all imports anew for each of 160 files cost four times what the tests do.
          isolate: false,
        },
      },
      {
        extends: true,
        optimizeDeps: { include: browserDependencies },
        test: {
          name: 'browser',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/i18n/english.fixture.ts', 'src/ui/empty-storage.fixture.ts'],
          testTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
}))
