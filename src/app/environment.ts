/** What the gateway wrote into this answer of index.html. */
export interface Environment {
  /** Path the app is served under; begins and ends with `/`. */
  readonly basePath: string
  /** Style nonce of this answer's Content-Security-Policy; null where nothing asks for one. */
  readonly nonce: string | null
  /** Origins that may frame the app, as they stand in its policy. */
  readonly parents: readonly string[]
}

export function readEnvironment(): Environment {
  const base = metaContent('joblens-base') ?? '/'
  const parents = metaContent('joblens-parents')?.split(' ') ?? []
  return { basePath: base.endsWith('/') ? base : `${base}/`, nonce: metaContent('joblens-nonce'), parents }
}

/** The development server leaves the gateway's `__…__` placeholders as they are: they count as not set. */
function metaContent(name: string): string | null {
  const content = document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? ''
  return content === '' || /^__[A-Z]+__$/.test(content) ? null : content
}
