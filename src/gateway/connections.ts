import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** The connections of a server that ends. */
export interface Connections {
  /**
   * Closes those on which nothing is being answered: Node closes only those that have had an answer. Who opens one and says
   * nothing (browsers do, and balancers), or begins a request and does not go on, must not hold up the end.
   */
  closeUnused(): void
}

/** A question of which more than its head is still to come has so long; whoever asked it asks the next replica. */
const BODY_MS = 1_000

/** To be called before the server listens. */
export function watchConnections(server: Server): Connections {
  const answers = new Map<Socket, Set<ServerResponse>>()
  let endsAt: number | null = null
  server.on('connection', (socket) => {
    answers.set(socket, new Set())
    socket.on('close', () => answers.delete(socket))
  })
  server.on('request', ({ socket }, outgoing) => {
    answers.get(socket)?.add(outgoing)
    outgoing.on('close', () => answers.get(socket)?.delete(outgoing))
  })
  return {
    closeUnused() {
      endsAt ??= performance.now() + BODY_MS
      const isLate = performance.now() >= endsAt
      for (const [socket, underWay] of answers) {
        const isUsed = [...underWay].some(({ req, headersSent }) => req.complete || headersSent || !isLate)
        if (!isUsed) socket.destroySoon()
      }
    },
  }
}
