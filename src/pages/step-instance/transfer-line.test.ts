import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTransferLine, transferMessage } from './transfer-line.ts'

test('the documents’ own line, with State and no number', () => {
  const line = readTransferLine(
    '[2021-06-28 11:32:16] FileName: /tmp/1.log FileSize: 9.0 Bytes State: dest agent success download file Speed: 1 KB/s Progress: 100% StatusDesc: dest agent success download file Detail: success',
  )
  expect(line).toEqual({
    time: '2021-06-28 11:32:16',
    lead: null,
    path: '/tmp/1.log',
    size: '9.0 Bytes',
    state: 'dest agent success download file',
    description: 'dest agent success download file',
    speed: '1 KB/s',
    progress: '100%',
    detail: 'success',
  })
  expect(transferMessage(line)).toBe('success')
})

test('the layout of the code: a number as status, a directory, blanks and colons in the path', () => {
  const line = readTransferLine(
    '[2024-01-02 03:04:05] Directory: C:\\my files: old\\ Status: 3 StatusDesc: downloading Speed: 1,024 KB/s',
  )
  expect(line.path).toBe('C:\\my files: old\\')
  expect(line.state).toBe('3')
  expect(line.speed).toBe('1,024 KB/s')
  expect(transferMessage(line)).toBe('downloading')
})

test('the comma form of an error gives its own words', () => {
  const line = readTransferLine(
    '[2024-01-02 03:04:05] source file /data/a b.tar not exists. Status: 5, StatusDesc: FILE_NOT_FOUND',
  )
  expect(line.lead).toBe('source file /data/a b.tar not exists')
  expect(line.state).toBe('5')
  expect(line.description).toBe('FILE_NOT_FOUND')
  expect(transferMessage(line)).toBe('source file /data/a b.tar not exists')
})

test('a plain sentence is the message', () => {
  expect(transferMessage(readTransferLine('Agent is not installed'))).toBe('Agent is not installed')
})

test('a state that is only a number is no message', () => {
  expect(transferMessage(readTransferLine('[2024-01-02 03:04:05] FileName: /a Status: 3'))).toBe('')
})

test('a detail that quotes another line does not overwrite what the line said itself', () => {
  const line = readTransferLine('FileName: /a Status: 5 Detail: saw FileName: /b Status: 4')
  expect(line.path).toBe('/a')
  expect(line.state).toBe('5')
})

test('a path with blanks, dots and colons is read back whole', () => {
  const piece = fc.stringMatching(/^[a-zA-Z0-9_.:-]{1,12}$/).filter((text) => !/[.]$/.test(text))
  const path = fc
    .array(piece, { minLength: 1, maxLength: 5 })
    .map((pieces) => `/${pieces.join(' ')}`)
    .filter((text) => !/(Name|Directory|Size|Desc|Status|State|Speed|Progress|Detail):/.test(text))
  fc.assert(
    fc.property(path, (one) => {
      expect(readTransferLine(`[t] FileName: ${one} FileSize: 1 KB Status: 3`).path).toBe(one)
    }),
  )
})

test('never throws, whatever the line', () => {
  const pieces = fc.constantFrom(
    '[',
    ']',
    'Status:',
    'FileName:',
    'Detail:',
    ',',
    '.',
    ' ',
    '\n',
    'x',
    '中',
    ':',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (one) => {
      expect(typeof transferMessage(readTransferLine(one))).toBe('string')
    }),
  )
})
