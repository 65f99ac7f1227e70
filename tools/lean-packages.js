/*
 * Leaves out of the build what packages bring along and Joblens never shows: 9 KB of compressed script before the
 * first line. Whoever needs one of these takes its line out here.
 */

/** Modules that render nothing: the theme turns ripples off, and no button shows itself as loading. */
const unseen = /^\.\.?\/(?:TouchRipple|CircularProgress\/index)\.mjs$/

/**
 * The router names its components by assignment, which keeps those alive that nobody uses, and what they use: forms,
 * scroll restoration, prefetching. Names are for developer tools only.
 */
const names = /^\w+\.displayName = "[^"]*";$/gm
const components = /= (?=React\d*\.forwardRef\()/g

/** @returns {import('vite').Plugin} */
export function leanPackages() {
  return {
    name: 'joblens-lean-packages',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      return unseen.test(source) && importer?.includes('/@mui/material/') ? '\0nothing-to-see' : null
    },
    load(id) {
      return id === '\0nothing-to-see' ? 'export default function NothingToSee() { return null }' : null
    },
    transform: {
      filter: { id: /\/react-router\/dist\// },
      handler: (code) => ({
        code: code.replace(names, '').replace(components, '= /* @__PURE__ */ '),
        map: null,
      }),
    },
  }
}
