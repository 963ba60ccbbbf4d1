import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { setTimeout as wait } from 'node:timers/promises';
import { mountAuth } from './auth/mount';
import { mountChat } from './chat/mount';
import type { DemoContext } from './context';
import { cached, type Answerer } from './http/cache';
import type { HttpParts } from './http/parts';
import { tagged } from './http/tags';
import { mountPages } from './pages/mount';
import { mountRecords } from './records/mount';
import { mountRows } from './rows/mount';
import { mountStorage } from './storage/mount';

function routed(parts: HttpParts, app: Hono): Answerer {
  return async (request) => {
    const url = new URL(request.url);
    const path = parts.path(url.pathname);
    if (path === url.pathname) return app.fetch(request);
    url.pathname = path;
    return app.fetch(new Request(url, request));
  };
}

function slowed(parts: HttpParts, origin: Answerer): Answerer {
  return async (request) => {
    const delay = parts.delay(request);
    if (delay > 0) await wait(delay);
    return origin(request);
  };
}

function throttled(parts: HttpParts, origin: Answerer): Answerer {
  return async (request) => parts.throttle(request) ?? origin(request);
}

function dressed(parts: HttpParts, origin: Answerer): Answerer {
  return async (request) => {
    const answer = await origin(request);
    parts.dress(request, answer.headers);
    return answer;
  };
}

/** All rooms of the demo on one origin, behind its cache. */
export function demoApp(demo: DemoContext): Answerer {
  const app = new Hono();
  const { http } = demo.parts;
  app.onError((error) => {
    if (error instanceof HTTPException) return error.getResponse();
    return Response.json(http.explain(error), { status: 500, headers: { 'cache-control': 'no-store' } });
  });
  app.notFound(() =>
    Response.json({ error: 'not_found', message: 'There is nothing here.' }, { status: 404 }),
  );
  for (const mount of [mountAuth, mountRows, mountStorage, mountRecords, mountChat, mountPages])
    mount(app, demo);
  return cached(
    http.cache,
    dressed(http, throttled(http, tagged(http.tags, slowed(http, routed(http, app))))),
  );
}
