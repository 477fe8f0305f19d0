import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Handler } from './request.ts'
import { pageHeaders, workerHeaders } from './security-headers.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

interface Asset {
  type: string
  headers: Readonly<Record<string, string>>
  immutable: boolean
  plain: Buffer
  gzip: Buffer | null
  brotli: Buffer | null
}

/** Serves the built web app: hashed files for ever, every other path the page of its app. Compressed once, as small as can be, and kept in memory. */
export function staticWeb(directory: string): Handler {
  const assets = new Map<string, Promise<Asset | null>>()
  const load = (file: string) => {
    const known = assets.get(file)
    if (known) return known
    const loading = readAsset(directory, file)
    assets.set(file, loading)
    return loading
  }
  return async (request, response, info) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 405, 'Only GET is served here.')
    const wanted = path.posix.normalize(decode(info.path))
    const asset = (path.extname(wanted) ? await load(wanted) : null) ?? (path.extname(wanted) ? null : await load(pageOf(wanted)))
    if (!asset)
      return answer(response, 404, path.extname(wanted) ? 'There is no such file.' : 'The web app is not built. Run `npm run build`.')
    send(request, response, asset)
  }
}

/** The portal is an app of its own beside the admin's. */
const pageOf = (path: string): string => (path === '/portal' || path.startsWith('/portal/') ? '/portal.html' : '/index.html')

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return '/'
    throw error
  }
}

async function readAsset(directory: string, file: string): Promise<Asset | null> {
  const full = path.join(directory, file)
  if (!full.startsWith(path.resolve(directory) + path.sep)) return null
  const found = await stat(full).catch(() => null)
  if (!found?.isFile()) return null
  const plain = await readFile(full)
  const type = types[path.extname(file)] ?? 'application/octet-stream'
  const worthwhile = plain.length > 1024 && /text|javascript|json|svg/.test(type)
  return {
    type,
    headers: type.startsWith('text/html') ? pageHeaders : file === '/portal-worker.js' ? workerHeaders : {},
    immutable: file.startsWith('/assets/'),
    plain,
    gzip: worthwhile ? await promisify(gzip)(plain, { level: 9 }) : null,
    brotli: worthwhile ? await promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }) : null,
  }
}

function send(request: IncomingMessage, response: ServerResponse, asset: Asset): void {
  const accepts = request.headers['accept-encoding'] ?? ''
  const [encoding, bytes] =
    asset.brotli && accepts.includes('br')
      ? ['br', asset.brotli]
      : asset.gzip && accepts.includes('gzip')
        ? ['gzip', asset.gzip]
        : [null, asset.plain]
  response.writeHead(200, {
    'content-type': asset.type,
    'content-length': bytes.length,
    'cache-control': asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
    ...(encoding ? { 'content-encoding': encoding } : {}),
    ...asset.headers,
  })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...(status === 405 ? { allow: 'GET, HEAD' } : {}) })
  response.end(text)
}
