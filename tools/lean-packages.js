/*
 * Leaves out of the build what packages bring along and Joblens never shows: 12 KB of compressed script before the
 * first line. Whoever needs one of these takes its line out here.
 */

/** Modules by who imports them and as what, and what stands in for each. */
const standIns = [
  // Renders nothing: the theme turns ripples off, and no button shows itself as loading.
  {
    importer: '/@mui/',
    source: /\/(?:TouchRipple|CircularProgress\/index)\.mjs$/,
    code: 'export default function NothingToSee() { return null }',
  },
  // What the `sx` property understands besides CSS: no component here is given one.
  { importer: '/@mui/', source: /\/defaultSxConfig\.mjs$/, code: 'export default {}' },
  // An inline script for pages rendered on a server, and a place of its own for the theme: ours is kept elsewhere.
  {
    importer: '/@mui/system/',
    source: /\/InitColorSchemeScript\.mjs$/,
    code: `export const DEFAULT_MODE_STORAGE_KEY = 'mode'
      export const DEFAULT_COLOR_SCHEME_STORAGE_KEY = 'color-scheme'
      export const DEFAULT_ATTRIBUTE = 'data-color-scheme'
      export const buildInitColorSchemeScript = () => null
      export default buildInitColorSchemeScript`,
  },
  { importer: '/@mui/system/', source: /\/localStorageManager\.mjs$/, code: 'export default () => null' },
  // Container queries in a theme, style sheets in layers, a theme as text: ours has none of them.
  {
    importer: '/@mui/system/',
    source: /\/cssContainerQueries\/index\.mjs$/,
    code: `export const isCqShorthand = () => false
      export const getContainerQuery = () => null
      export const sortContainerQueries = (_theme, css) => css
      export default (theme) => theme`,
  },
  { importer: '/@mui/system/', source: /\/useLayerOrder\.mjs$/, code: 'export default () => null' },
  {
    importer: '/@mui/material/styles/',
    source: /\/stringifyTheme\.mjs$/,
    code: "export const stringifyTheme = () => ''",
  },
  // Tells a component in a theme from a plain object: there is none in ours.
  {
    importer: '/@mui/utils/deepmerge/',
    source: /^react-is$/,
    code: 'export const isValidElementType = () => false',
  },
  // Copies what is attached to a component that `withTheme` wraps: none is.
  {
    importer: '/@emotion/react/',
    source: /^hoist-non-react-statics$/,
    code: 'export default (component) => component',
  },
  // Joblens reads: it changes nothing upstream. A client asks this when it is thrown away, or its network comes back.
  {
    importer: '/@tanstack/query-core/',
    source: /\/mutationCache\.js$/,
    code: `export class MutationCache {
      clear() {}
      findAll() { return [] }
      resumePausedMutations() { return Promise.resolve() }
    }`,
  },
  // No query here has pages of its own.
  {
    importer: '/@tanstack/query-core/',
    source: /\/infiniteQueryBehavior\.js$/,
    code: `export const infiniteQueryBehavior = () => undefined
      export const hasNextPage = () => false
      export const hasPreviousPage = hasNextPage`,
  },
]
const prefix = '\0stand-in-'

/**
 * The router names its components by assignment, which keeps those alive that nobody uses, and what they use: forms,
 * scroll restoration, prefetching. Names, and its warnings, are for developers only.
 */
const names = /^\w+\.displayName = "[^"]*";$/gm
const components = /= (?=React\d*\.forwardRef\()/g
const warnings = 'var ENABLE_DEV_WARNINGS = true;'

/** @returns {import('vite').Plugin} */
export function leanPackages() {
  return {
    name: 'joblens-lean-packages',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      const index = standIns.findIndex((one) => importer?.includes(one.importer) && one.source.test(source))
      return index < 0 ? null : `${prefix}${index}`
    },
    load: (id) => (id.startsWith(prefix) ? standIns[Number(id.slice(prefix.length))].code : null),
    transform: {
      filter: { id: /\/react-router\/dist\// },
      handler: (code) => ({
        code: code
          .replace(names, '')
          .replace(components, '= /* @__PURE__ */ ')
          .replace(warnings, warnings.replace('true', 'false')),
        map: null,
      }),
    },
  }
}
