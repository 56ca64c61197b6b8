import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Session } from '../core/session/session.ts'
import { fail, type Reply, toFailureData } from '../shared/errors.ts'
import { Refused, sendJson } from './respond.ts'

export function createCalls(session: Session, largestBody: number) {
  const ok = (value: unknown): Reply => ({ ok: true, value })
  const verbs: Readonly<Record<string, (input: unknown) => Promise<Reply>>> = {
    current: async () => ok(session.current()),
    recents: async () => ok(session.recents()),
    open: async input => needPath(input, path => session.open(path)),
    create: async input => needPath(input, path => session.create(path, textOf(input, 'coder'))),
    openSample: () => session.openSample(),
    close: async () => {
      await session.close()
      return ok(null)
    },
  }
  return {
    procedure: async (request: IncomingMessage, response: ServerResponse, name: string) => {
      const input = await readJson(request, largestBody)
      sendJson(response, await session.call(decodeName(name), input ?? undefined))
    },
    host: async (request: IncomingMessage, response: ServerResponse, verb: string) => {
      if (!Object.hasOwn(verbs, verb)) throw new Refused(404)
      const input = await readJson(request, largestBody)
      sendJson(response, await verbs[verb]!(input))
    },
  }
}

const textOf = (input: unknown, key: string): string | undefined => {
  const value =
    typeof input === 'object' && input !== null && Object.hasOwn(input, key)
      ? (input as Record<string, unknown>)[key]
      : undefined
  return typeof value === 'string' ? value : undefined
}

async function needPath(input: unknown, work: (path: string) => Promise<Reply>): Promise<Reply> {
  const path = textOf(input, 'path')?.trim()
  if (path && !path.includes('\0')) return work(path)
  return {
    ok: false,
    error: toFailureData(fail('bad-input', { name: 'this', reason: 'the path of a project file is needed' })),
  }
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch (error) {
    if (error instanceof URIError) throw new Refused(400)
    throw error
  }
}

/** JSON only, so that no form of another site can be mistaken for a call. */
async function readJson(request: IncomingMessage, most: number): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) throw new Refused(415)
  if (Number(request.headers['content-length'] ?? 0) > most) throw new Refused(413)
  const chunks: Buffer[] = []
  let size = 0
  // the request must outlive a refusal: with it the connection would end, and the answer on it
  const body: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false })
  for await (const chunk of body) {
    size += chunk.length
    if (size > most) throw new Refused(413)
    chunks.push(chunk)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refused(400)
    throw error
  }
}
