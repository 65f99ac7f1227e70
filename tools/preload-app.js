/*
 * Names in index.html what the small script there fetches ahead. The app's own script is preloaded: a browser that learns of
 * it from the first script begins a round trip late. That of the step page is only named, in a `<meta>`: whether it is
 * wanted depends on the address.
 */
const app = '/src/main.tsx'
const stepPage = '/src/pages/step-instance/index.ts'

/** @returns {import('vite').Plugin} */
export function preloadApp() {
  return {
    name: 'joblens-preload-app',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const ofApp = filesOf(app, bundle)
        const ofStepPage = filesOf(stepPage, bundle).filter((file) => !ofApp.includes(file))
        return [
          ...ofApp.filter((file) => !html.includes(file)).map(preloading),
          {
            tag: 'meta',
            attrs: { name: 'joblens-step-page', content: ofStepPage.join(' ') },
            injectTo: 'head',
          },
        ]
      },
    },
  }
}

const preloading = (file) => ({
  tag: 'link',
  attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
  injectTo: 'head',
})

/** The script that has or stands for this source, all it imports, directly or not, and their styles. */
function filesOf(source, bundle) {
  const isOf = ({ facadeModuleId, moduleIds = [] }) =>
    [facadeModuleId, ...moduleIds].some((id) => id?.endsWith(source))
  const chunk = Object.values(bundle).find(isOf)
  if (chunk === undefined) throw new Error(`no script has ${source}`)
  const found = new Set([chunk.fileName])
  for (const name of found) for (const imported of bundle[name]?.imports ?? []) found.add(imported)
  const styles = [...found].flatMap((name) => [...(bundle[name]?.viteMetadata?.importedCss ?? [])])
  return [...found, ...new Set(styles)]
}
