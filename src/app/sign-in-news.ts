/** Other tabs of this browser, as far as they share storage with this one: a portal's frame may not. */
const channelName = 'joblens-sign-in'

/** Tells the other tabs that somebody has signed in. */
export function tellSignedIn(): void {
  const channel = openChannel()
  channel?.postMessage('signed-in')
  channel?.close()
}

/** Calls back when another tab tells so, until the returned function is called. */
export function hearSignedIn(listener: () => void): () => void {
  const channel = openChannel()
  channel?.addEventListener('message', listener)
  return () => channel?.close()
}

/** `null` where storage is blocked for this page: some browsers throw then. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(channelName)
  } catch {
    return null
  }
}
