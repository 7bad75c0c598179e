// Builds what the browser loads into src/HalfSky/wwwroot/dist/, and the pinyin table into src/HalfSky/Platform/Search/.
// Run by web.targets before every compilation that needs it; by hand: node web/build.mjs
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => path.join(root, ...parts);
const app = at('src', 'HalfSky');
const dist = path.join(app, 'wwwroot', 'dist');
const pinyinFile = path.join(app, 'Platform', 'Search', 'pinyin.txt');
const MostCss = 25 * 1024;
const ForbiddenInCss = ['color-mix(', ':has(', 'oklch(', '@layer', '&'];

/** Written at once or not at all, and only when it changed, so that a second build reads whole files. */
function write(file, text) {
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.new`, text);
  fs.renameSync(`${file}.new`, file);
}

/** Two builds at the same time wait for each other; the lock of a process that is gone is taken over. */
async function alone(work) {
  const lock = at('web', '.lock');
  const alive = (pid) => { try { return process.kill(pid, 0); } catch (e) { return e.code === 'EPERM'; } };
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (e) {
      if (e.code !== 'EEXIST') throw e;
      const written = fs.statSync(lock, { throwIfNoEntry: false });
      const owner = written && Number(fs.readFileSync(lock, 'utf8').trim());
      if (written && Date.now() - written.mtimeMs > 2000 && !(owner > 0 && alive(owner))) fs.rmSync(lock, { force: true });
      else await new Promise((r) => setTimeout(r, 200));
    }
  }
  try {
    await work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function install() {
  const done = fs.statSync(at('node_modules', '.package-lock.json'), { throwIfNoEntry: false });
  if (done && done.mtimeMs >= fs.statSync(at('package-lock.json')).mtimeMs) return;
  console.log('npm ci');
  const run = spawnSync('npm', ['ci', '--loglevel=error'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (run.status !== 0) throw new Error('npm ci failed');
  const now = new Date();
  fs.utimesSync(at('node_modules', '.package-lock.json'), now, now);
}

async function bundle() {
  const esbuild = await import('esbuild');
  const common = { bundle: true, minify: true, write: false, target: 'chrome90', legalComments: 'none', absWorkingDir: root };
  const script = await esbuild.build({ ...common, format: 'esm', stdin: { contents: 'import "htmx.org/dist/htmx.esm.js";', resolveDir: root } });
  write(path.join(dist, 'vendor.js'), script.outputFiles[0].text);

  const style = await esbuild.build({
    ...common, loader: { '.css': 'css' },
    stdin: { contents: '@import "./web/base.css"; @import "./src/HalfSky/wwwroot/theme.css"; @import "./web/pages.css";', loader: 'css', resolveDir: root },
  });
  const css = style.outputFiles[0].text;
  const packed = zlib.gzipSync(css, { level: 9 }).length;
  if (packed > MostCss) throw new Error(`app.css is ${packed} bytes packed, more than ${MostCss}`);
  const bad = ForbiddenInCss.filter((s) => css.includes(s));
  if (bad.length > 0) throw new Error(`app.css has ${bad.join(' ')}, which Chromium 90 does not read`);
  write(path.join(dist, 'app.css'), css);
  return packed;
}

const sources = (folder) => fs.readdirSync(folder, { recursive: true })
  .filter((f) => /\.(cs|cshtml)$/.test(f)).map((f) => path.join(folder, f));

/** Icons named in the sources and in base-icons.txt; “f-” before a name asks for the filled drawing. */
function sprite() {
  const packageFolder = at('node_modules', '@tabler', 'icons', 'icons');
  const drawing = (name) => (name.startsWith('f-') ? path.join(packageFolder, 'filled', `${name.slice(2)}.svg`) : path.join(packageFolder, 'outline', `${name}.svg`));
  const names = new Set(fs.readFileSync(at('web', 'base-icons.txt'), 'utf8').split(/\s+/).filter(Boolean));
  for (const file of sources(app)) {
    const text = fs.readFileSync(file, 'utf8');
    if (!/icon/i.test(text)) continue;
    for (const [, name] of text.matchAll(/(?:<icon\s[^>]*?name=|\bIcon\s*=\s*|\bicon:\s*)"([a-z0-9-]+)"/g)) {
      if (!fs.existsSync(drawing(name))) throw new Error(`${path.relative(root, file)}: Tabler has no icon “${name}”`);
      names.add(name);
    }
    // Names in tuples and arguments cannot be told from other words, so every word that is an icon counts.
    for (const [, word] of text.matchAll(/"([a-z0-9-]{3,})"/g)) if (fs.existsSync(drawing(word))) names.add(word);
  }
  const symbol = (name) => {
    const inside = fs.readFileSync(drawing(name), 'utf8').replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '').replace(/<path stroke="none"[^>]*\/>/, '');
    return `<symbol id="i-${name}" viewBox="0 0 24 24">${inside.replace(/\s*\n\s*/g, '')}</symbol>`;
  };
  write(path.join(dist, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">\n${[...names].sort().map(symbol).join('\n')}\n</svg>\n`);
  return names.size;
}

/** Readings without tones. First section: each character under the reading it is meant by in a name; second: its others. */
async function pinyinTable() {
  const { pinyin } = await import('pinyin-pro');
  const NotAsSurname = new Set('了六句啜能薄');
  const first = new Map();
  const others = new Map();
  const put = (map, syllable, character) => map.set(syllable, (map.get(syllable) ?? '') + character);
  for (const [from, to] of [[0x4e00, 0x9fff], [0x3400, 0x4dbf]]) {
    for (let code = from; code <= to; code++) {
      const character = String.fromCodePoint(code);
      const plain = (s) => s.replaceAll('ü', 'v').normalize('NFD').replace(/\p{M}/gu, '');
      const readings = pinyin(character, { toneType: 'none', multiple: true, type: 'array' }).map(plain);
      if (!NotAsSurname.has(character)) readings.unshift(plain(pinyin(character, { toneType: 'none', surname: 'head' })));
      const [head, ...rest] = new Set(readings.filter((r) => /^[a-z]+$/.test(r)));
      if (head) put(first, head, character);
      for (const reading of rest) put(others, reading, character);
    }
  }
  const lines = (map) => [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, characters]) => `${syllable} ${characters}`).join('\n');
  write(pinyinFile, `# The reading a character has in a name, a surname first of all. Made by web/build.mjs.\n${lines(first)}\n# Other readings.\n${lines(others)}\n`);
}

await alone(async () => {
  install();
  const packed = await bundle();
  const icons = sprite();
  await pinyinTable();
  console.log(`front end: app.css ${(packed / 1024).toFixed(1)} KB packed, ${icons} icons`);
});
