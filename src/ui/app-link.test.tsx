import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { AppLink } from './app-link.tsx'
import { mount } from './mount.fixture.ts'

test('is a real link that carries on what belongs to the visit', async () => {
  mount(<AppLink to="/biz/2/job-instances?page=2">Jobs</AppLink>, '/somewhere?embed=v1&lang=en&line=3')
  await expect
    .element(page.getByRole('link', { name: 'Jobs' }))
    .toHaveAttribute('href', '/biz/2/job-instances?page=2&embed=v1&lang=en')
})
