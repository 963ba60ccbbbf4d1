const runs = /[A-Za-z0-9+/_=-]{10,}/g;
/** Signs of an escape again and again, before the letters or (reversed) after them; lists of numbers; Morse code. */
const lists =
  /(?:[%\\&#;=][0-9a-z{}]{1,8}){5}|(?:[0-9a-z{}]{1,8}[%\\&#;=]){5}|(?:\w{2,4}[\s,;]{1,3}){6}[0-9]|(?:\d{1,3}[\s,;]{1,3}){6}|[.-]{1,5}(?:[ /]+[.-]{1,5}){6}/i;

/** Whether something in a text could be an encoding, whichever way round. Ordinary prose and code say no. */
export function looksEncoded(text: string): boolean {
  for (const [run] of text.matchAll(runs)) if (isCodeLike(run)) return true;
  return lists.test(text);
}

/** Digits among letters, or capitals where no word begins: not a word of a language or of a script. */
function isCodeLike(run: string): boolean {
  const digits = run.replace(/\D/g, '').length;
  const turns = run.match(/[a-z][A-Z0-9]|[A-Z]{2}[a-z]|[0-9][a-zA-Z]/g)?.length ?? 0;
  return (digits >= 2 && turns >= 2) || turns >= 3 || /^[A-Z2-7]{12,}=*$/.test(run);
}
