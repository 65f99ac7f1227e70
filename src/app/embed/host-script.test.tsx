import { expect, onTestFinished, test } from 'vitest'
import { connectJoblens, joblensAddress } from '../../../public/embed/joblens-embed.js'

/* What portals serve under their own origin: nothing from outside may run there. */

test('an address of Joblens is one of the web, whatever the portal was told to frame', () => {
  expect(
    joblensAddress('https://joblens.example.com/tools/', '/biz/2/job-instances', { hide: ['header'] }),
  ).toBe('https://joblens.example.com/tools/biz/2/job-instances?embed=v1&hide=header')
  for (const base of [
    'javascript:alert(document.domain)//x',
    ' JavaScript:alert(1)//',
    'data:text/html,x',
    'blob:https://a/x',
  ])
    expect(() => joblensAddress(base, '/', { hide: ['header'] }), base).toThrow(TypeError)
})

test('a frame cannot hand its portal a link that runs a script', async () => {
  const frame = document.createElement('iframe')
  frame.srcdoc = `<script>
    onmessage = ({ data: { id } }) => {
      const { port1, port2 } = new MessageChannel()
      parent.postMessage({ joblens: 'connected', version: 'v1', id }, '*', [port2])
      for (const href of ['javascript:alert(1)', 'https://joblens.example.com/'])
        port1.postMessage({ type: 'location', path: '/', href, frameHref: href })
    }
  </script>`
  document.body.append(frame)
  const heard: string[] = []
  const joblens = connectJoblens(frame, {
    origin: location.origin,
    on: { location: ({ href }) => heard.push(href) },
  })
  onTestFinished(() => {
    joblens.close()
    frame.remove()
  })
  await expect.poll(() => heard.at(-1)).toBe('https://joblens.example.com/')
  expect(heard).toHaveLength(1)
})
