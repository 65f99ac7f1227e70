import { expect, test, vi } from 'vitest'
import { browserProblem } from './api-problem.ts'
import { createSignIn } from './sign-in.ts'

const step = '/job-instances/biz/2/100/steps/200'
const notSignedIn = browserProblem('not-signed-in', 'who are you?')

test('a problem with the sign-in is told once, and an answer of the same system ends it', () => {
  const signIn = createSignIn()
  const listener = vi.fn()
  signIn.subscribe(listener)
  signIn.report(step, notSignedIn)
  signIn.report(`${step}/log`, browserProblem('not-signed-in', 'again'))
  expect(signIn.getState()).toEqual({ lost: notSignedIn, wasKnown: false })
  expect(listener).toHaveBeenCalledOnce()
  signIn.report(step, 'known')
  expect(signIn.getState()).toEqual({ lost: null, wasKnown: true })
})

test('other problems say nothing about the sign-in', () => {
  const signIn = createSignIn()
  for (const kind of ['denied', 'offline', 'gone', 'timeout'] as const)
    signIn.report(step, browserProblem(kind, ''))
  expect(signIn.getState()).toEqual({ lost: null, wasKnown: false })
})

test('what is answered without asking upstream does not end it, unless that was what failed', () => {
  const signIn = createSignIn()
  signIn.report(step, notSignedIn)
  for (const path of ['/capabilities', '/scopes']) signIn.report(path, 'known')
  expect(signIn.getState().lost).toBe(notSignedIn)
  const other = createSignIn()
  other.report('/scopes', notSignedIn)
  other.report('/scopes', 'known')
  expect(other.getState().lost).toBeNull()
})

test('one system does not answer for the other', () => {
  const signIn = createSignIn()
  signIn.report('/node-man/jobs/7', notSignedIn)
  signIn.report(step, 'known')
  expect(signIn.getState()).toEqual({ lost: notSignedIn, wasKnown: true })
  signIn.report('/node-man/jobs', 'known')
  expect(signIn.getState().lost).toBeNull()
})

test('the first answer after it was lost makes the others try again, once', () => {
  const signIn = createSignIn()
  const retry = vi.fn()
  const stop = signIn.onRetry(retry)
  signIn.report(step, 'known')
  expect(retry).not.toHaveBeenCalled()
  signIn.report(step, notSignedIn)
  signIn.report(step, 'known')
  signIn.report(step, 'known')
  expect(retry).toHaveBeenCalledOnce()
  stop()
  signIn.retry()
  expect(retry).toHaveBeenCalledOnce()
})

test('one endpoint that always says so while others are answered makes everybody try again once, not at each poll', () => {
  const signIn = createSignIn()
  const retry = vi.fn()
  signIn.onRetry(retry)
  for (let poll = 0; poll < 5; poll += 1) {
    signIn.report(`${step}/course`, notSignedIn)
    signIn.report(`${step}?batch=${poll}`, 'known')
  }
  expect(retry).toHaveBeenCalledOnce()
  expect(signIn.getState()).toEqual({ lost: null, wasKnown: true })
  signIn.report(step, notSignedIn)
  expect(signIn.getState().lost).toBe(notSignedIn)
})

test('with a new sign-in everybody is believed again', () => {
  const signIn = createSignIn()
  signIn.report(`${step}/course`, notSignedIn)
  signIn.report(step, 'known')
  signIn.retry()
  signIn.report(`${step}/course`, notSignedIn)
  expect(signIn.getState().lost).toBe(notSignedIn)
})
