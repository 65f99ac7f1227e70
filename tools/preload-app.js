/*
 * Names the app's script in index.html: the small script there imports it only once it has asked for everything else, and
 * a browser that learns of it then begins to fetch it a round trip late.
 */
const app = '/src/main.tsx'

/** @returns {import('vite').Plugin} */
export function preloadApp() {
  return {
    name: 'joblens-preload-app',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const chunk = Object.values(bundle).find(({ moduleIds }) => moduleIds?.some((id) => id.endsWith(app)))
        if (chunk === undefined) throw new Error(`no script has ${app}`)
        const missing = withImports(chunk.fileName, bundle).filter((file) => !html.includes(file))
        return missing.map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
          injectTo: 'head',
        }))
      },
    },
  }
}

/** The file and all it imports, directly or not. */
function withImports(fileName, bundle) {
  const found = new Set([fileName])
  for (const name of found) for (const imported of bundle[name]?.imports ?? []) found.add(imported)
  return [...found]
}
