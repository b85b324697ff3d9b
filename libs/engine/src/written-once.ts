/** Writes each object once: for those that are never changed and come again and again. */
export function writtenOnce<T extends object>(write: (value: T) => string): (value: T) => string {
  const known = new WeakMap<T, string>();
  return (value) => {
    let text = known.get(value);
    if (text === undefined) {
      text = write(value);
      known.set(value, text);
    }
    return text;
  };
}
