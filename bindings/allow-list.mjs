// The allow-list: one Terraform type a line, sorted. A data source is written `data.aws_…`.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export function readAllowList(file, provider) {
  const name = basename(file);
  const types = readFileSync(file, 'utf8').split(/\r?\n/).filter(line => line !== '');
  const known = new Map(moduleFolders(provider).map(folder => [terraformType(folder), folder]));

  types.forEach((type, index) => {
    const at = `bindings/${name}:${index + 1}`;
    if (!known.has(type)) throw new Error(`${at}: the AWS provider has no '${type}'; the nearest names are ${nearest(type, [...known.keys()]).join(', ')}.`);
    if (index > 0 && types[index - 1] === type) throw new Error(`${at}: '${type}' stands there twice.`);
    if (index > 0 && types[index - 1] > type) throw new Error(`${at}: '${type}' must stand before '${types[index - 1]}': the list is sorted.`);
  });
  if (types.length === 0) throw new Error(`bindings/${name} names no Terraform type: write one a line, such as aws_kinesis_stream.`);

  return types.map(type => ({ type, folder: known.get(type) }));
}

const moduleFolders = provider => readdirSync(join(provider, 'lib'), { withFileTypes: true })
  .filter(entry => entry.isDirectory() && entry.name !== 'provider')
  .map(entry => entry.name);

const terraformType = folder => folder.startsWith('data-aws-')
  ? `data.${folder.slice('data-'.length).replaceAll('-', '_')}`
  : `aws_${folder.replaceAll('-', '_')}`;

const nearest = (wanted, names) => names
  .map(name => ({ name, distance: editDistance(wanted, name) }))
  .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
  .slice(0, 3)
  .map(({ name }) => name);

function editDistance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}
