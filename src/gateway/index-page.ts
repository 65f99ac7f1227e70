import { randomBytes } from 'node:crypto'
import { pageHeaders } from './security.ts'

/** Makes the page's answer: one template for each path people come by, a fresh nonce each time. */
export interface IndexPage {
  answer(basePath: string): Response
}

/** People come by a few paths, who makes paths up by many. */
const MOST_TEMPLATES = 16

/**
 * Prepares index.html as built: `__BASE__`, `__NONCE__` and `__PARENTS__` (who may frame the page, and so may talk to
 * it) are filled in, and its relative addresses made absolute, since the same page is answered at every depth of path.
 */
export function createIndexPage(html: string, frameAncestors: readonly string[]): IndexPage {
  const templates = new Map<string, string>()
  function templateFor(basePath: string): string {
    const known = templates.get(basePath)
    if (known !== undefined) return known
    const made = fillIn(html, basePath, frameAncestors)
    if (templates.size < MOST_TEMPLATES) templates.set(basePath, made)
    return made
  }
  return {
    answer(basePath) {
      const nonce = randomBytes(18).toString('base64')
      const page = templateFor(basePath).replaceAll('__NONCE__', nonce)
      const headers = {
        ...pageHeaders(nonce, frameAncestors),
        'content-type': 'text/html; charset=utf-8',
        'content-length': String(Buffer.byteLength(page)),
      }
      return new Response(page, { headers })
    },
  }
}

function fillIn(html: string, basePath: string, frameAncestors: readonly string[]): string {
  const base = escapeAttribute(basePath)
  return html
    .replaceAll('__BASE__', base)
    .replaceAll('__PARENTS__', escapeAttribute(frameAncestors.join(' ')))
    .replace(/(\b(?:src|href)=")(?:\.?\/)(?!\/)/g, (_match, start: string) => `${start}${base}`)
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
