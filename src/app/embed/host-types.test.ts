import { expectTypeOf, test } from 'vitest'
import type {
  EmbedFlags as HostFlags,
  JoblensFrame,
  JoblensMessage,
} from '../../../public/embed/joblens-embed.d.ts'
import type { EmbedFlags } from './embed-flags.ts'
import type { EmbedCommand, EmbedMessage } from './embed-messages.ts'

/* What portals are given as types is what the app says and understands. Checked by the compiler. */

type Told<Type> = Extract<JoblensMessage, { readonly type: Type }>
type Said<Type> = Extract<EmbedMessage, { readonly type: Type }>
type Asked<Type> = Extract<EmbedCommand, { readonly type: Type }>

test('messages, both ways', () => {
  expectTypeOf<EmbedMessage['type']>().toEqualTypeOf<JoblensMessage['type']>()
  expectTypeOf<Said<'ready'>>().toEqualTypeOf<Told<'ready'>>()
  expectTypeOf<Said<'location'>>().toEqualTypeOf<Told<'location'>>()
  expectTypeOf<Said<'title'>>().toEqualTypeOf<Told<'title'>>()
  expectTypeOf<Said<'height'>>().toEqualTypeOf<Told<'height'>>()
  expectTypeOf<Said<'status'>>().toEqualTypeOf<Told<'status'>>()
  expectTypeOf<Said<'error'>>().toExtend<Told<'error'>>()
  expectTypeOf<Parameters<JoblensFrame['setTheme']>[0]>().toEqualTypeOf<Asked<'setTheme'>['theme']>()
  expectTypeOf<Parameters<JoblensFrame['setLanguage']>[0]>().toEqualTypeOf<Asked<'setLanguage'>['language']>()
  expectTypeOf<Parameters<JoblensFrame['goTo']>[0]>().toEqualTypeOf<Asked<'goTo'>['path']>()
})

test('flags', () => {
  expectTypeOf<NonNullable<HostFlags['hide']>>().toEqualTypeOf<EmbedFlags['hide']>()
  expectTypeOf<NonNullable<HostFlags['view']>>().toEqualTypeOf<EmbedFlags['view']>()
  expectTypeOf<EmbedFlags['theme']>().toExtend<HostFlags['theme'] | null>()
  expectTypeOf<EmbedFlags['language']>().toExtend<HostFlags['lang'] | null>()
})
