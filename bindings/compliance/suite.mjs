// The tests as jsii has them, and every change to them.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';

const tests = ['ComplianceTests.cs', 'TypeCheckingTests.cs'];
const startsOfficial = ['ServiceContainerFixture.cs', 'XUnitLogger.cs'];

const changes = {
  official: [],
  own: [
    {
      what: 'ServiceContainerFixture.cs is ours, and XUnitLogger.cs is left out',
      why: 'they start and log the official runtime through its own services, and test nothing',
    },
    {
      file: 'ComplianceTests.cs',
      from: '.NETCoreApp,Version=v6.0/1.0.0.0',
      to: '.NETCoreApp,Version=v10.0/1.0.0.0',
      what: 'JsiiAgentIsCorrect expects .NETCoreApp,Version=v10.0 instead of v6.0',
      why: 'the text has the framework that the runtime is built for',
    },
  ],
};

// Copies the tests into the project, and counts them.
export function writeSuite(source, runtime, work) {
  const folder = join(work, 'tests', runtime);
  mkdirSync(folder, { recursive: true });
  const files = runtime === 'official' ? [...tests, ...startsOfficial] : tests;
  for (const file of files) copyFileSync(join(source.tests, file), join(folder, file));
  for (const { file, from, to } of changes[runtime].filter(change => change.file)) replaceOnce(join(folder, file), from, to);

  const facts = tests.flatMap(file => readFileSync(join(folder, file), 'utf8').match(/\[Fact\b/g));
  return { project: join(work, 'tests'), expected: facts.length, changes: changes[runtime] };
}

function replaceOnce(file, from, to) {
  const text = readFileSync(file, 'utf8');
  const count = text.split(from).length - 1;
  if (count !== 1) throw new Refusal(`${file} must have '${from}' once, got ${count}: adapt bindings/compliance/suite.mjs.`);
  writeFileSync(file, text.replace(from, () => to));
}
