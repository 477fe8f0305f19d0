import type { WebSocket } from 'ws'

/**
 * Asks for a sign of life again and again, and gives up whoever has not answered one until the next: somebody who is gone, or who does
 * not read what they are sent.
 */
export function watchPulse(socket: WebSocket, everyMs: number): () => void {
  let answered = true
  socket.on('pong', () => {
    answered = true
  })
  const timer = setInterval(() => {
    if (!answered) return socket.terminate()
    answered = false
    if (socket.readyState === socket.OPEN) socket.ping()
  }, everyMs)
  return () => clearInterval(timer)
}
