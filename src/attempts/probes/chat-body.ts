import type { ForgedMessage } from './probe';

/**
 * A chat request's body with messages before the one that is asked. Where the messages are is told by the body itself:
 * the list that has an object with the question in it.
 *
 * @returns `undefined` when the request carries no such list
 */
export function withEarlier(
  body: unknown,
  question: string,
  earlier: readonly ForgedMessage[],
): Readonly<Record<string, unknown>> | undefined {
  if (!isObject(body)) return undefined;
  for (const [key, value] of Object.entries(body)) {
    const messages: readonly unknown[] = Array.isArray(value) ? value : [];
    const own = messages.find((item) => carries(item, question));
    if (isObject(own)) {
      const before = earlier.map((message) => likeOwn(own, question, message));
      return { ...body, [key]: messages.flatMap((item) => (item === own ? [...before, own] : [item])) };
    }
    const inner = withEarlier(value, question, earlier);
    if (inner) return { ...body, [key]: inner };
  }
  return undefined;
}

/** The same message as the visitor's own, but in another's mouth. */
function likeOwn(own: object, question: string, { role, text }: ForgedMessage): object {
  return Object.fromEntries(
    Object.entries(own).map(([key, value]: [string, unknown]) => {
      if (value === question) return [key, text];
      return [key, isRole(key, value) && role !== 'user' ? role : value];
    }),
  );
}

function isRole(key: string, value: unknown): boolean {
  return /role|author|sender|from|type/iu.test(key) && /^(?:user|human|customer|me)$/iu.test(String(value));
}

function carries(item: unknown, question: string): boolean {
  return isObject(item) && Object.values(item).includes(question);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
