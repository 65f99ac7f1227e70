/*
 * Leaves out of the build what packages bring along and Joblens never shows: 10 KB of compressed script before the
 * first line. Whoever needs one of these takes its line out here.
 */

/** Renders nothing: the theme turns ripples off, and no button shows itself as loading. */
const unseen = /\/(?:TouchRipple|CircularProgress\/index)\.mjs$/
/** What the `sx` property understands besides CSS: no component here is given one. */
const shorthands = /\/defaultSxConfig\.mjs$/

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
      if (!importer?.includes('/@mui/')) return null
      if (shorthands.test(source)) return '\0no-shorthands'
      return unseen.test(source) ? '\0nothing-to-see' : null
    },
    load(id) {
      if (id === '\0no-shorthands') return 'export default {}'
      return id === '\0nothing-to-see' ? 'export default function NothingToSee() { return null }' : null
    },
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
