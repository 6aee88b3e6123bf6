// From the npm packages to NuGet packages: jsii-pacmak writes C#, dotnet compiles and packs it, together with the jsii runtime.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyRuntime, runtimePackage } from './runtime.mjs';
import { run } from './tools.mjs';

const providerPackage = 'HashiCorp.Cdktf.Providers.Aws';

export function pack(provider, work, suffix) {
  const code = join(work, 'code');
  const packages = join(work, 'packages');

  const pacmak = join(work, '..', 'node_modules', 'jsii-pacmak', 'bin', 'jsii-pacmak');
  run(process.execPath, [pacmak, '--targets', 'dotnet', '--code-only', '--recurse', '--no-npmignore', '--force',
    '--pack-command', 'npm pack --ignore-scripts', '--outdir', code, provider.folder], work);

  const projects = join(code, 'dotnet');
  for (const name of readdirSync(projects)) adjust(join(projects, name, `${name}.csproj`), name, provider, suffix);
  addRuntime(join(projects, runtimePackage), suffix);
  for (const file of ['Directory.Build.props', 'Directory.Build.targets', 'Directory.Packages.props']) {
    writeFileSync(join(projects, file), '<Project />');
  }
  run('dotnet', ['build', join(projects, providerPackage), '--configuration', 'Release', '--nologo', '--verbosity', 'quiet',
    `-p:PackageOutputPath=${packages}`, `-p:RestorePackagesPath=${join(work, 'restored')}`, '-p:NoWarn=CS0612%3BCS0618%3BCS1573%3BCS8602%3BCS8618'], work);

  return packages;
}

// The package keeps the version of the official one whose kernel it contains, with a suffix of its own.
function addRuntime(folder, suffix) {
  copyRuntime(folder);
  edit(join(folder, `${runtimePackage}.csproj`), replace => replace(/<PackageVersion>(.*?)</, `<PackageVersion>$1-${suffix}<`));
}

function adjust(project, name, provider, suffix) {
  edit(project, replace => {
    replace(/<TargetFramework>.*?</, '<TargetFramework>net10.0<');
    replace(/<PackageVersion>(.*?)</, `<PackageVersion>$1-${suffix}<`);
    replace(/<IncludeSymbols>true</, '<IncludeSymbols>false<');
    replace(/<PropertyGroup>/, `<ItemGroup><None Include="LICENSE" Pack="true" PackagePath="" /></ItemGroup>\n  <PropertyGroup>`);
    replace(/<PackageReference Include="Amazon.JSII.Runtime" .*?\/>/, `<ProjectReference Include="../${runtimePackage}/${runtimePackage}.csproj" />`);
    if (name === providerPackage) replace(/<Description>.*?</, () => `<Description>${provider.description}<`);
  });
}

function edit(project, change) {
  let xml = readFileSync(project, 'utf8');
  change((pattern, replacement) => {
    if (!pattern.test(xml)) throw new Error(`${project} has nothing that matches ${pattern}.`);
    xml = xml.replace(pattern, replacement);
  });
  writeFileSync(project, xml);
}
