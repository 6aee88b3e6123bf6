// Evaluates JSONata as Step Functions does: a line of JSON in, a line of JSON out.
//   { expressions: [text, …], variables: { name: value, … } }  →  { results: [{ value } | { error }, …] }
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const jsonata = withoutHooks(createRequire(`${process.argv[2]}/`).resolve('jsonata'));
const compiled = new Map();

// JSONata looks for the hooks of a tracer twice for each node of an expression. There are none, and the search takes half of the time.
function withoutHooks(file) {
  const hook = /environment\.lookup\(Symbol\.for\('jsonata\.__evaluate_(entry|exit)'\)\)/g;
  const source = readFileSync(file, 'utf8');
  if (source.match(hook)?.length !== 2) throw new Error(`${file} must look for its two hooks once each; adapt evaluate.mjs`);
  const module = new Module(file);
  module._compile(source.replace(hook, 'undefined'), file);
  return module.exports;
}

function compile(text) {
  if (!compiled.has(text)) {
    const expression = jsonata(text);
    for (const name of ['eval', 'now', 'millis', 'random']) {
      expression.registerFunction(name, () => { throw new Error(`$${name} is not supported here`); });
    }
    compiled.set(text, expression);
  }
  return compiled.get(text);
}

async function evaluate(text, variables) {
  try {
    const value = await compile(text).evaluate(undefined, variables);
    return value === undefined ? { error: 'the expression returned nothing (undefined)' } : { value };
  } catch (error) {
    return { error: error.message };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const { expressions, variables } = JSON.parse(line);
  const results = [];
  for (const text of expressions) results.push(await evaluate(text, variables));
  process.stdout.write(`${JSON.stringify({ results })}\n`);
}
