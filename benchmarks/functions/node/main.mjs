import { run } from './runtime.mjs';
import { handler } from './transform.mjs';

await run(handler);
