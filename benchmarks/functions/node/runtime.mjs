// The loop of a custom runtime, over one connection that stays open.
import http from 'node:http';

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

const request = (method, path, headers, body) => new Promise((resolve, reject) => {
  const sent = http.request({ host, port, agent, method, path: `/2018-06-01/runtime/${path}`, headers }, (answer) => {
    const chunks = [];
    answer.on('data', (chunk) => chunks.push(chunk));
    answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }));
    answer.on('error', reject);
  });
  sent.on('error', reject);
  sent.end(body);
});

const post = (path, value, headers = {}) => {
  const body = Buffer.from(JSON.stringify(value));
  return request('POST', path, { 'Content-Type': 'application/json', 'Content-Length': body.length, ...headers }, body);
};

export const run = async (handler) => {
  for (;;) {
    const next = await request('GET', 'invocation/next');
    const id = next.headers['lambda-runtime-aws-request-id'];
    process.env._X_AMZN_TRACE_ID = next.headers['lambda-runtime-trace-id'];
    try {
      await post(`invocation/${id}/response`, handler(JSON.parse(next.body)));
    } catch (error) {
      const report = { errorMessage: error.message, errorType: error.name, stackTrace: (error.stack ?? '').split('\n') };
      await post(`invocation/${id}/error`, report, { 'Lambda-Runtime-Function-Error-Type': `Function.${error.name}` });
    }
  }
};
