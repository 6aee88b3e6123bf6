// Validates a definition in Amazon States Language, read from standard input. Prints what is wrong with it, a line each.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const validate = createRequire(`${process.argv[2]}/`)('asl-validator');
const { isValid, errors } = validate(JSON.parse(readFileSync(0, 'utf8')));
for (const error of errors) console.log(error.Message ?? error.message ?? JSON.stringify(error));
process.exitCode = isValid ? 0 : 1;
