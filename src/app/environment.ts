/** What the gateway wrote into this answer of index.html. */
export interface Environment {
  /** Path the app is served under; begins and ends with `/`. */
  readonly basePath: string
  /** Style nonce of this answer's Content-Security-Policy; null where nothing asks for one. */
  readonly nonce: string | null
}

export function readEnvironment(): Environment {
  const base = metaContent('joblens-base') ?? '/'
  return { basePath: base.endsWith('/') ? base : `${base}/`, nonce: metaContent('joblens-nonce') }
}

/** The development server leaves the gateway's `__…__` placeholders as they are: they count as not set. */
function metaContent(name: string): string | null {
  const content = document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? ''
  return content === '' || /^__[A-Z]+__$/.test(content) ? null : content
}
