import { expect, test } from 'vitest'
import { markdownOfShared } from './share-markdown.ts'

test('the title leads there, facts are a list, the quotation is a block that nothing in it ends', () => {
  const text = markdownOfShared({
    title: 'Deploy [prod]',
    state: { tone: 'bad', word: 'Failed' },
    facts: [{ label: 'Hosts', value: '7 of 2,000 failed' }],
    quote: { title: 'First error on 10.0.0.1', text: 'ERROR\n```\n<script>\n' },
    url: 'https://joblens.example.com/biz/2/job-instances/1?x=<y>',
  })
  expect(text).toBe(
    [
      '**[✗ Deploy \\[prod\\]](<https://joblens.example.com/biz/2/job-instances/1?x=%3Cy%3E>)** · Failed',
      '',
      '- Hosts: 7 of 2,000 failed',
      '',
      'First error on 10.0.0.1',
      '',
      '````text',
      'ERROR',
      '```',
      '<script>',
      '````',
      '',
    ].join('\n'),
  )
})
