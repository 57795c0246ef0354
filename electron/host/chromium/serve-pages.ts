import type { BrowserContext } from 'playwright-core'
import type { App } from '../host.ts'

/**
 * Answers every request of the window from `app.asset` and lets nothing out: not to another origin, not by another method,
 * not over a web socket. No port is open and no name is looked up.
 */
export async function servePages(context: BrowserContext, app: App, origin: string): Promise<void> {
  await context.routeWebSocket(/.*/, (socket) => socket.close())
  await context.route(/.*/, async (route) => {
    const request = route.request()
    const url = request.url()
    if (request.method() !== 'GET' || !url.startsWith(`${origin}/`)) {
      // "No content" leaves the window on the page it shows; an aborted navigation would put an error page in its place.
      return request.isNavigationRequest() ? route.fulfill({ status: 204 }) : route.abort('blockedbyclient')
    }
    const { status, headers, body } = app.asset(url)
    return route.fulfill({ status, headers, body: Buffer.from(body) })
  })
}
