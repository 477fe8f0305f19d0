import { ensureWebBuilt } from '../build-web.mjs'

/** Builds the web app into web/dist. The server needs no build: it runs from its sources. */
export default ensureWebBuilt
