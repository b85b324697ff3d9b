import { JsonBytes } from './json-bytes.ts';

interface WithDerivation {
  readonly derivation: readonly object[];
}

interface WithDeadlines {
  readonly deadlines: readonly WithDerivation[];
}

/** By the array that the domain keeps for all that was triggered on one day. */
const written = new WeakMap<readonly object[], Buffer>();

function daysOf(derivation: readonly object[]): Buffer {
  let bytes = written.get(derivation);
  if (bytes === undefined) {
    bytes = Buffer.from(JSON.stringify(derivation));
    written.set(derivation, bytes);
  }
  return bytes;
}

/**
 * An answer as JSON. Two thirds of the answers to intakes and commands are the days of derivations, which are the same for every
 * matter that was triggered on the same day: they are written once.
 */
export function answerBytes(answer: unknown): string | Buffer {
  if (!hasDerivations(answer)) return JSON.stringify(answer);
  const { deadlines, ...rest } = answer;
  const json = new JsonBytes().text(open(rest)).text('"deadlines":[');
  deadlines.forEach(({ derivation, ...deadline }, i) => {
    json
      .text(i === 0 ? open(deadline) : `,${open(deadline)}`)
      .text('"derivation":')
      .bytes(daysOf(derivation))
      .text('}');
  });
  return json.text(']}').take();
}

/** The object without its closing brace, ready for one more member. */
function open(members: object): string {
  const text = JSON.stringify(members);
  return text === '{}' ? '{' : `${text.slice(0, -1)},`;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function hasDerivations(answer: unknown): answer is WithDeadlines {
  if (!isObject(answer) || !('deadlines' in answer) || !Array.isArray(answer.deadlines) || 'toJSON' in answer) return false;
  return (
    answer.deadlines.length > 0 &&
    answer.deadlines.every((one: unknown) => isObject(one) && 'derivation' in one && Array.isArray(one.derivation))
  );
}
