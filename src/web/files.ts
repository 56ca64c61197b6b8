import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { FreightRoom } from '../core/freight.ts'
import { Failure } from '../shared/errors.ts'
import { Refused, sendJson } from './respond.ts'

/** Streams an upload to the freight room; what is larger than any document may be is cut off and forgotten. */
export async function receiveFile(
  request: IncomingMessage,
  response: ServerResponse,
  freight: FreightRoom,
  name: string | null,
  most: number,
): Promise<void> {
  if (name === null || name.trim() === '' || name.length > 1000) throw new Refused(400)
  if (Number(request.headers['content-length'] ?? 0) > most) throw new Refused(413)
  const { handle, path } = freight.fresh(plainName(name))
  try {
    // the request must outlive a refusal: with it the connection would end, and the answer on it
    const body: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false })
    await pipeline(body, capped(most), createWriteStream(path))
  } catch (error) {
    if (existsSync(path)) freight.release(handle)
    throw error
  }
  sendJson(response, { ok: true, value: handle })
}

/** A stage that ends the stream with 413 when more than `most` bytes have passed. */
function capped(most: number) {
  return async function* (source: AsyncIterable<Buffer>) {
    let size = 0
    for await (const chunk of source) {
      size += chunk.length
      if (size > most) throw new Refused(413)
      yield chunk
    }
  }
}

/** A download under the name asked for, in the form that every browser reads (RFC 6266, RFC 5987). */
export async function sendFile(
  response: ServerResponse,
  freight: FreightRoom,
  handle: string,
  name: string | null,
): Promise<void> {
  const waybill = find(freight, handle)
  const shown = plainName(name ?? waybill.name)
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': statSync(waybill.path).size,
    'Content-Disposition': `attachment; filename="${shown.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeRfc5987(shown)}`,
  })
  await pipeline(createReadStream(waybill.path), response)
}

function find(freight: FreightRoom, handle: string) {
  try {
    return freight.resolve(handle)
  } catch (error) {
    if (error instanceof Failure) throw new Refused(404)
    throw error
  }
}

/** The last part of a name, without characters that no file name holds. */
const plainName = (name: string) =>
  name.replace(/^.*[\\/]/, '').replace(/[\u0000-\u001f\u007f]/g, '') || 'file'

const encodeRfc5987 = (text: string) =>
  encodeURIComponent(text.toWellFormed()).replace(
    /['()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
