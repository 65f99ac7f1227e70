/** What we can send. */
export type Encoding = 'br' | 'gzip'

/**
 * The one of `offered` the browser likes best; of those it likes alike the first. Null when it would rather have none, or says
 * nothing: weights of `Accept-Encoding`, `*` and `identity` included (RFC 9110, 12.5.3).
 */
export function preferredEncoding<E extends Encoding>(
  { headers }: Pick<Request, 'headers'>,
  offered: readonly E[],
): E | null {
  const weights = weightsOf(headers.get('accept-encoding') ?? '')
  const weightOf = (encoding: string) => weights.get(encoding) ?? weights.get('*') ?? 0
  // What is not named is taken as it is only where nothing else is wanted.
  const plain = weights.get('identity') ?? 0
  const wanted = offered.filter((encoding) => weightOf(encoding) > 0 && weightOf(encoding) >= plain)
  return wanted.toSorted((one, other) => weightOf(other) - weightOf(one))[0] ?? null
}

function weightsOf(accepted: string): ReadonlyMap<string, number> {
  return new Map(
    accepted
      .toLowerCase()
      .split(',')
      .map((each) => {
        const [name = '', ...parameters] = each.split(';').map((part) => part.trim())
        const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice('q='.length)
        return [name, weight === undefined ? 1 : Number(weight) || 0]
      }),
  )
}
