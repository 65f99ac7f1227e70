import { expect, test } from 'vitest'
import { withoutStickySearch, withStickySearch } from './sticky-search.ts'

const framed = '?embed=v1&hide=header%2Chosts&view=fit&readonly=1'

test.each([
  ['/biz/2', '', '/biz/2'],
  ['/biz/2', '?status=4', '/biz/2'],
  ['/biz/2', '?lang=en&status=4', '/biz/2?lang=en'],
  ['/biz/2?page=2', '?embed=v1&theme=dark', '/biz/2?page=2&embed=v1&theme=dark'],
  ['/biz/2?lang=zh-CN', '?lang=en', '/biz/2?lang=zh-CN'],
  ['/biz/2#part', '?lang=en', '/biz/2?lang=en#part'],
  ['/biz/2', `${framed}&page=3`, '/biz/2?embed=v1&hide=header%2Chosts&view=fit&readonly=1'],
  ['/biz/2', '?hide=header&view=log&readonly=1', '/biz/2'],
])('%s at %s becomes %s', (to, current, result) => expect(withStickySearch(to, current)).toBe(result))

test.each([
  ['', ''],
  ['?a=1|2', '?a=1|2'],
  ['?lang=en', ''],
  [`${framed}&page=3&lang=en&theme=dark`, '?page=3'],
  ['?view=log&lang=en', '?view=log'],
])('for somebody else %s is %s', (search, result) => expect(withoutStickySearch(search)).toBe(result))
