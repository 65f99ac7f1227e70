import * as z from 'zod/mini'

/*
 * One schema per kind of variable. Messages say what a value must be and never repeat the value: a secret pasted
 * into the wrong variable must not end up in a log.
 */

/** A TCP port; `0` asks the system for a free one. */
export const portSchema = z.pipe(
  z
    .string()
    .check(
      z.refine(
        (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
        'must be a port number, 0 to 65535',
      ),
    ),
  z.transform(Number),
)

/** A switch. */
export const yesOrNoSchema = z.pipe(
  z.enum(['yes', 'no', 'true', 'false', '1', '0'], 'must be yes or no'),
  z.transform((text) => text === 'yes' || text === 'true' || text === '1'),
)

/** A host name or address to listen on. */
export const listenHostSchema = z
  .string()
  .check(z.regex(/^[\w.:-]{1,253}$/, 'must be a host name or an IP address'))

/** The sub-path, always with a slash at both ends: `joblens`, `/joblens` and `/joblens/` are the same. */
export const basePathSchema = z.pipe(
  z
    .string()
    .check(
      z.regex(/^\/*(?:[\w~-][\w.~-]*\/)*(?:[\w~-][\w.~-]*)?\/*$/, 'must be a plain path like /joblens/'),
    ),
  z.transform((text) => `/${text.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/')),
)

/** An app code or secret: anything that can stand in a header. */
export const credentialSchema = z
  .string()
  .check(z.regex(/^[\x21-\x7e]{1,512}$/, 'must be printable ASCII without blanks'))

/** A BlueKing user name. */
export const userNameSchema = z
  .string()
  .check(z.regex(/^[\w.@-]{1,64}$/, 'must be a user name: letters, digits, ". _ @ -"'))

/** A tenant of a multi-tenant BlueKing. */
export const tenantSchema = z
  .string()
  .check(z.regex(/^[\w-]{1,64}$/, 'must be a tenant id: letters, digits, "_" and "-"'))

/** For how long browsers are told to come by HTTPS only; `0` takes it back. */
export const secondsSchema = z.pipe(
  z.string().check(z.regex(/^\d{1,9}$/, 'must be a number of seconds')),
  z.transform(Number),
)

/** Base address of an upstream, without a slash at the end. */
export const upstreamUrlSchema = z.pipe(
  z
    .string()
    .check(
      z.refine(isPlainUrl, 'must be an http(s) address without credentials, query, fragment or placeholders'),
    ),
  z.transform((text) => text.replace(/\/+$/, '')),
)

/** An address people are sent to, and so told to everybody. */
export const webUrlSchema = z
  .string()
  .check(
    z.refine(
      (text) => httpUrl(text)?.username === '' && httpUrl(text)?.password === '',
      'must be an http(s) address without credentials',
    ),
  )

/** `BK_API_URL_TMPL`: `https://bkapi.example.com/api/{api_name}`; newer platforms write `{gateway_name}`. */
export const urlTemplateSchema = z.string().check(
  z.refine((text) => /\{(?:api_name|gateway_name)\}/.test(text), 'must contain {api_name} or {gateway_name}'),
  z.refine((text) => isPlainUrl(fillTemplate(text, 'name')), 'must be an http(s) address'),
)

/** Puts an API's name into the template; PaaS templates come with and without a slash at the end. */
export function fillTemplate(template: string, apiName: string): string {
  return template.replace(/\{(?:api_name|gateway_name)\}/g, apiName).replace(/\/+$/, '')
}

/** Path template of node-man's log call, e.g. `/api/job/{pk}/log/` or `/open/api/job/{id}/log/` (bk-nodeman A1). */
export const logPathSchema = z
  .string()
  .check(
    z.regex(
      /^\/(?:[\w.~-]+\/)*\{(?:pk|id|job_id)\}(?:\/[\w.~-]+)*\/?$/,
      'must be a path with one {pk} or {id}, like /api/job/{pk}/log/',
    ),
  )

/** An IANA time zone this Node knows. */
export const timeZoneSchema = z.string().check(z.refine(isTimeZone, 'must be a time zone like Asia/Shanghai'))

/** Origins that may frame the app, separated by blanks or commas: `https://a.example`, `https://*.b.example:8443`. */
export const originsSchema = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text) => text.split(/[\s,]+/).filter((part) => part !== '')),
  ),
  z
    .array(z.string())
    .check(z.refine((origins) => origins.every(isOrigin), 'must be origins like https://portal.example.com')),
)

/** Host names people come by, separated by blanks or commas, without ports: one of many names may have any. */
export const hostNamesSchema = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((part) => part !== ''),
    ),
  ),
  z.pipe(
    z
      .array(z.string())
      .check(
        z.refine(
          (names) => names.length > 0 && names.every((name) => /^[a-z\d](?:[a-z\d.-]*[a-z\d])?$/.test(name)),
          'must be host names without ports, like joblens.example.com',
        ),
      ),
    z.transform((names): ReadonlySet<string> => new Set(names)),
  ),
)

function isOrigin(text: string): boolean {
  // The value goes into a header as it stands, so its shape is spelled out instead of left to a URL parser.
  return /^https?:\/\/(?:\*\.)?[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?$/i.test(text)
}

function isPlainUrl(text: string): boolean {
  const url = httpUrl(text)
  if (url === null || /[{}\s]/.test(text)) return false
  return url.username === '' && url.password === '' && url.search === '' && url.hash === ''
}

function httpUrl(text: string): URL | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null
  return new URL(text)
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }) !== null
  } catch {
    return false
  }
}
