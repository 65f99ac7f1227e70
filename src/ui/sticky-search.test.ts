import { expect, test } from 'vitest'
import { withStickySearch } from './sticky-search.ts'

test.each([
  ['/biz/2', '', '/biz/2'],
  ['/biz/2', '?status=4', '/biz/2'],
  ['/biz/2', '?lang=en&status=4', '/biz/2?lang=en'],
  ['/biz/2?page=2', '?embed=v1&theme=dark', '/biz/2?page=2&embed=v1&theme=dark'],
  ['/biz/2?lang=zh-CN', '?lang=en', '/biz/2?lang=zh-CN'],
  ['/biz/2#part', '?lang=en', '/biz/2?lang=en#part'],
])('%s at %s becomes %s', (to, current, result) => expect(withStickySearch(to, current)).toBe(result))
