import type { Config } from './config.ts'
import { basePathSchema } from './config-fields.ts'

/*
 * BlueKing PaaS lets people come by several paths at once (`/joblens/`, `/prod--default--joblens/`, `/` of a domain of its own).
 * Its ingress takes off the one they came by and tells it in `X-Script-Name`; the variable it injects is but one of them,
 * and by old rules none. It sets the header itself, whatever a browser sends (docs/operating.md, "On BlueKing PaaS").
 */

/** Where one request finds the app. */
export interface Place {
  /** What addresses in a page begin with. */
  readonly basePath: string
  /** What the path of this request begins with. */
  readonly servedPath: string
  /** An ingress passed it on. */
  readonly isPublic: boolean
}

type Paths = Pick<Config, 'basePath' | 'servedPath' | 'isPathTold'>

/** Every place that requests of this configuration can have, but for what an ingress tells. */
export function servedPaths({ basePath, servedPath, isPathTold }: Paths): readonly string[] {
  return isPathTold && basePath !== servedPath ? [servedPath, basePath] : [servedPath]
}

/** `pathname` is the request's. An ingress that leaves the injected path where it is is understood as well. */
export function placeOf(request: Request, pathname: string, config: Paths): Place {
  const { basePath, servedPath } = config
  const told = config.isPathTold ? toldPath(request) : null
  if (told !== null) return { basePath: told, servedPath, isPublic: true }
  const found = servedPaths(config).findLast((path) => `${pathname}/`.startsWith(path))
  const isBelow = found !== undefined && found !== '/' && pathname.startsWith(found)
  return { basePath, servedPath: found ?? servedPath, isPublic: isBelow }
}

/** Null when there is none, or one that must not get into the page: no plain path. */
function toldPath(request: Request): string | null {
  const parsed = basePathSchema.safeParse(request.headers.get('x-script-name'))
  return parsed.success ? parsed.data : null
}
