/** A request without an answer: every reason makes a verdict `unknown`. `detail` is for people and holds nothing of what was sent. */
export interface Failure {
  readonly failed:
    'timeout' | 'refused' | 'unresolved' | 'reset' | 'tls' | 'throttled' | 'closed' | 'broken' | 'hung-up';
  readonly detail: string;
}

/** Name of the error with which a request is ended whose asker wants no answer any more. */
export const hangUpError = 'HangUpError';

const byCode: Readonly<Record<string, Failure>> = {
  ECONNREFUSED: { failed: 'refused', detail: 'connection refused' },
  ENOTFOUND: { failed: 'unresolved', detail: 'the host name is not known' },
  EAI_AGAIN: { failed: 'unresolved', detail: 'the host name could not be looked up' },
  ECONNRESET: { failed: 'reset', detail: 'connection reset' },
  EPIPE: { failed: 'reset', detail: 'connection closed while sending' },
  UND_ERR_SOCKET: { failed: 'reset', detail: 'connection closed by the other side' },
  ETIMEDOUT: { failed: 'timeout', detail: 'timed out' },
  UND_ERR_CONNECT_TIMEOUT: { failed: 'timeout', detail: 'timed out while connecting' },
  UND_ERR_HEADERS_TIMEOUT: { failed: 'timeout', detail: 'timed out before an answer began' },
  UND_ERR_BODY_TIMEOUT: { failed: 'timeout', detail: 'timed out within the answer' },
  UND_ERR_ABORTED: { failed: 'timeout', detail: 'timed out' },
  UND_ERR_DESTROYED: { failed: 'closed', detail: 'the client was closed' },
  UND_ERR_CLOSED: { failed: 'closed', detail: 'the client was closed' },
};

/** What an error of the network means. */
export function whyUnreachable(error: unknown): Failure {
  const code = codeOf(error);
  const known = byCode[code];
  if (known !== undefined) return known;
  if (error instanceof Error && error.name === 'TimeoutError')
    return { failed: 'timeout', detail: 'timed out' };
  if (error instanceof Error && error.name === hangUpError)
    return { failed: 'hung-up', detail: 'the asker hung up before it was answered' };
  if (/CERT|TLS|SSL/.test(code))
    return { failed: 'tls', detail: `the certificate was not accepted (${code})` };
  return { failed: 'broken', detail: code === '' ? 'no answer that could be understood' : code };
}

/** Connections to a name with several addresses fail together: the first reason stands for all. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const code: unknown = Reflect.get(error, 'code');
  if (typeof code === 'string' && code !== '') return code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && error.cause !== undefined ? codeOf(error.cause) : '';
}
