// Bundles the browser code. Maven runs `node build.mjs <outdir> <fontdir>` here; nothing but the registry's packages
// and the files in src/ goes in, and nothing outside <outdir>, <fontdir> (the font of printed briefings) and node_modules is written.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = import.meta.dirname ?? process.cwd();
const outdir = resolve(process.argv[2] ?? '');

function fail(sentence) {
  console.error(`The browser code could not be built: ${sentence}`);
  process.exit(1);
}

if (!process.argv[2]) fail('name the folder to write to, as in `node build.mjs ../../../target/classes/static/assets`.');
if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node.js 20 or newer is needed, this is ${process.versions.node}.`);

// npm writes node_modules/.package-lock.json when an install is complete: older than the lockfile means out of date.
function installIfNeeded() {
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  try {
    execFileSync(npm, ['--version'], { cwd: root, stdio: 'ignore', shell: process.platform === 'win32' });
  } catch {
    fail('npm is missing; it comes with Node.js (on Debian: apt-get install npm).');
  }
  try {
    execFileSync(npm, ['ci', '--ignore-scripts', '--no-progress'],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  } catch {
    fail('`npm ci` did not succeed (its message is above). Is the package registry reachable from here?');
  }
}

installIfNeeded();
const { build } = await import('esbuild');

const common = {
  absWorkingDir: root,
  outdir,
  bundle: true,
  minify: true,
  sourcemap: false,
  charset: 'utf8',
  target: ['es2022', 'chrome110', 'firefox110', 'safari16'],
  legalComments: 'eof',
  logLevel: 'warning',
};
// Pages load app.js as a module; it fetches form.js, diagram.js or chart.js only where a page holds one. They take what
// they share with the page from the app.js that runs there already: one instance, one request less. So app.js keeps its plain
// name; a copy under another address (a content hash, a query) would run everything twice.
await build({ ...common, format: 'esm', entryPoints: ['src/app.js'] });
await build({ ...common, format: 'esm', entryPoints: ['src/form.js', 'src/diagram.js', 'src/chart.js', 'src/compare.js'], external: ['./app.js'] });
// CodeMirror, inside the form editor, writes <style> elements, which the pages' policy refuses; adopted style sheets are none. It knows them, and
// takes them for shadow roots only.
const adoptStyles = {
  name: 'adopt-styles',
  setup(bundler) {
    bundler.onLoad({ filter: /style-mod[\\/]src[\\/]style-mod\.js$/ }, async ({ path }) => {
      const code = readFileSync(path, 'utf8');
      const adopted = code.replace('!root.head && root.adoptedStyleSheets', 'root.adoptedStyleSheets');
      if (adopted === code) fail('style-mod has changed: look where it decides for adopted style sheets.');
      return { contents: adopted, loader: 'js' };
    });
  },
};
await build({ ...common, format: 'esm', entryPoints: ['src/form-editor.js'], external: ['./app.js'], plugins: [adoptStyles] });
// The editors of models live in the studio alone; whatever folder of theirs asks for app.js gets the one of the page.
const appOfThePage = {
  name: 'app-of-the-page',
  setup(bundler) {
    bundler.onResolve({ filter: /\/app\.js$/ }, () => ({ path: './app.js', external: true }));
  },
};
await build({
  ...common, format: 'esm', entryPoints: ['src/studio-process.js', 'src/studio-decision.js', 'src/studio-form.js'], plugins: [adoptStyles, appOfThePage],
});
// theme.js runs before the first paint, so it is a plain blocking script.
await build({ ...common, format: 'iife', entryPoints: ['src/theme.js'] });
await build({ ...common, entryPoints: ['src/app.css', 'src/form.css', 'src/form-editor.css', 'src/diagram.css', 'src/chart.css', 'src/compare.css',
  'src/studio-process.css', 'src/studio-decision.css', 'src/studio-form.css'], loader: { '.eot': 'empty', '.svg': 'empty' } });

for (const image of ['icons.svg', 'favicon.svg']) copyFileSync(join(root, 'src', image), join(outdir, image));

// Printed briefings bring their Chinese letters along: the one weight they use, and its licence.
if (process.argv[3]) {
  const fonts = resolve(process.argv[3]);
  const noto = join(root, 'node_modules', '@expo-google-fonts', 'noto-sans-sc');
  mkdirSync(fonts, { recursive: true });
  copyFileSync(join(noto, '400Regular', 'NotoSansSC_400Regular.ttf'), join(fonts, 'NotoSansSC_400Regular.ttf'));
  copyFileSync(join(noto, 'LICENSE_FONT'), join(fonts, 'NotoSansSC_LICENSE.txt'));
}

// The list page must stay quick on a slow line.
const size = gzipSync(readFileSync(join(outdir, 'app.js'))).length;
if (size > 80_000) fail(`app.js is ${size} bytes packed, the budget is 80,000.`);
