// Why nothing was tested, in one line.
export class Refusal extends Error {}

const needs = 'the compliance tests need git, Node.js with npm, and the .NET SDK';

export function explain(error) {
  if (error instanceof Refusal) return error.message;
  if (error.code === 'ENOSPC') return 'the disk is full: the compliance tests need about 1 GB free; make room and run them again.';
  if (error.missing) return `${error.missing} is not on the PATH: ${needs}; install it and run them again.`;
  if (error.code === 'ENOTFOUND') return `no network: '${error.what}' could not reach its server; connect and run the tests again.`;
  if (error.reason) return `'${error.what}' failed: ${error.reason}`;
  return error.stack ?? `${error}`;
}
