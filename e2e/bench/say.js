/** The benchmarks' output is what they are run for: it goes to standard output, where it can be piped on. */
export function say(text) {
  process.stdout.write(`${text}\n`)
}
