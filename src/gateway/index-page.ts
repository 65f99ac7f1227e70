import { randomBytes } from 'node:crypto'
import { pageHeaders } from './security.ts'

/** Makes the page's answer: one template, a fresh nonce each time. */
export interface IndexPage {
  answer(): Response
}

/**
 * Prepares index.html as built: `__BASE__`, `__NONCE__` and `__PARENTS__` (who may frame the page, and so may talk to
 * it) are filled in, and its relative addresses made absolute, since the same page is answered at every depth of path.
 */
export function createIndexPage(
  html: string,
  basePath: string,
  frameAncestors: readonly string[],
): IndexPage {
  const base = escapeAttribute(basePath)
  const template = html
    .replaceAll('__BASE__', base)
    .replaceAll('__PARENTS__', escapeAttribute(frameAncestors.join(' ')))
    .replace(/(\b(?:src|href)=")(?:\.?\/)(?!\/)/g, (_match, start: string) => `${start}${base}`)
  return {
    answer() {
      const nonce = randomBytes(18).toString('base64')
      const page = template.replaceAll('__NONCE__', nonce)
      const headers = {
        ...pageHeaders(nonce, frameAncestors),
        'content-type': 'text/html; charset=utf-8',
        'content-length': String(Buffer.byteLength(page)),
      }
      return new Response(page, { headers })
    },
  }
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
