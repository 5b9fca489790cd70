// Builds the vendored module, its licences and its lock from the packages that package-lock.json pins.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const WEB = '../src/main/resources/org/tiyun/studio/web/vendor/';
mkdirSync(WEB, { recursive: true });

const made = await build({
  entryPoints: ['d3.mjs'],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  metafile: true,
  write: false,
  outfile: 'd3.js',
});

// Only packages of which something is in the module.
const output = Object.values(made.metafile.outputs)[0];
const names = Object.entries(output.inputs)
  .filter(([, part]) => part.bytesInOutput > 0)
  .map(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
  .filter(Boolean);
const packages = [...new Set(names)].sort().map((name) => {
  const folder = 'node_modules/' + name + '/';
  const about = JSON.parse(readFileSync(folder + 'package.json', 'utf8'));
  return { name, version: about.version, licence: about.license, text: readFileSync(folder + 'LICENSE', 'utf8').trim() };
});

const banner = '/*! ' + packages.map((p) => p.name + '@' + p.version).join(' ') + ' | licences: d3-licences.txt | built by studio/vendor */\n';
const module = banner + made.outputFiles[0].text;
const licences = packages.map((p) => `== ${p.name} ${p.version} (${p.licence})\n\n${p.text}\n`).join('\n');
const sha = (text) => createHash('sha256').update(text).digest('hex');
const rows = packages.map((p) => `d3.js,${p.name},${p.version},${p.licence},${sha(module)}`);
rows.push('d3-licences.txt,,,,' + sha(licences));

writeFileSync(WEB + 'd3.js', module);
writeFileSync(WEB + 'd3-licences.txt', licences);
writeFileSync(WEB + 'lock.csv', 'file,package,version,licence,sha256\n' + rows.join('\n') + '\n');
