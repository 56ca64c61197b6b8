import { readdirSync, readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { ASSET_TYPES } from '../shared/asset-types.ts'
import { Refused } from './respond.ts'

/** The built window by its addresses, read once at start: no request ever touches the file system. */
export type Assets = ReadonlyMap<string, { readonly type: string; readonly bytes: Buffer }>

export function loadAssets(folder: string): Assets {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const assets = new Map(
    names.map(entry => {
      const path = join(entry.parentPath, entry.name)
      const address = path.slice(folder.length).replaceAll('\\', '/').replace(/^\/*/, '/')
      return [
        address,
        { type: ASSET_TYPES[extname(path)] ?? 'application/octet-stream', bytes: readFileSync(path) },
      ]
    }),
  )
  const index = assets.get('/index.html')
  if (index) assets.set('/', index)
  return assets
}

export function serveAsset(response: ServerResponse, assets: Assets, path: string): void {
  const asset = assets.get(path)
  if (!asset) throw new Refused(404)
  response.writeHead(200, { 'Content-Type': asset.type, 'Content-Length': asset.bytes.length })
  response.end(asset.bytes)
}
