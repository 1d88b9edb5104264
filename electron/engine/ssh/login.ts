/** How the user proves who they are: which methods, in which order, and what is never answered with the password. */
import ssh2 from 'ssh2';
import type { AnyAuthMethod, AuthHandlerMiddleware, KeyboardInteractiveAuthMethod, Prompt } from 'ssh2';
import type { SshCredential } from '../targets.ts';

type KeyboardPrompt = KeyboardInteractiveAuthMethod['prompt'];

/** A second factor is no place for a password, nor is a question that would be echoed. */
const asksForPassword = ({ prompt, echo }: Prompt): boolean =>
  echo !== true && /pass(?:word|phrase|code)?|kennwort|passwort|mot de passe|contrase/i.test(prompt.slice(0, 200));

/** Answers the first round of questions with the password where it is asked for, and later rounds with nothing. */
export const keyboardAnswers = (password: string): KeyboardPrompt => {
  let answered = false;
  return (_name, _instructions, _language, prompts, finish) => {
    const first = !answered;
    if (prompts.length > 0) answered = true;
    finish(prompts.map((prompt) => (first && asksForPassword(prompt) ? password : '')));
  };
};

const methodsFor = (credential: SshCredential): readonly AnyAuthMethod[] => {
  const username = credential.user;
  if (credential.kind === 'ssh-key') {
    const key = { type: 'publickey', username, key: credential.privateKey } as const;
    return [credential.passphrase === undefined ? key : { ...key, passphrase: credential.passphrase }];
  }
  const prompt = keyboardAnswers(credential.password);
  return [
    { type: 'password', username, password: credential.password },
    { type: 'keyboard-interactive', username, prompt },
  ];
};

/**
 * Asks with "none" first, which shows what the device takes, and then tries only that: a password sent by a method the
 * device does not offer would count as a failed login all the same, and three of those lock accounts.
 */
export const authHandlerFor = (credential: SshCredential): AuthHandlerMiddleware => {
  const waiting: AnyAuthMethod[] = [{ type: 'none', username: credential.user }, ...methodsFor(credential)];
  let first = true;
  return (left, _partial, next) => {
    // Before its first answer the device has said nothing of what it takes.
    const index = waiting.findIndex(({ type }) => first || left.includes(type));
    first = false;
    const method = index === -1 ? undefined : waiting[index];
    waiting.splice(0, index === -1 ? waiting.length : index + 1);
    if (method !== undefined) next(method);
    // The typings know no end of methods; ssh2 takes false for it.
    else Reflect.apply(next, undefined, [false]);
  };
};

/** Why a private key cannot be used, in words that name the mend; null when it can, or when there is none. */
export const keyTrouble = (credential: SshCredential): string | null => {
  if (credential.kind !== 'ssh-key') return null;
  const parsed = ssh2.utils.parseKey(credential.privateKey, credential.passphrase);
  if (!(parsed instanceof Error)) return null;
  if (credential.passphrase !== undefined) return 'the private key does not open with this passphrase: correct it';
  return /encrypted/i.test(parsed.message)
    ? 'the private key is encrypted: give its passphrase'
    : 'the private key is not in a form that can be read: paste it whole, in OpenSSH or PEM form';
};
