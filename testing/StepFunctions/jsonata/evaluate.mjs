// Evaluates JSONata as Step Functions does: a line of JSON in, a line of JSON out.
//   { expressions: [text, …], variables: { name: value, … } }  →  { results: [{ value } | { error }, …] }
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const jsonata = createRequire(`${process.argv[2]}/`)('jsonata');
const compiled = new Map();

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
