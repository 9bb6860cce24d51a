// Bundles the writing page into ../built/editor.js: one file, no outside address.
import { mkdir, rename, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const { outputFiles } = await build({
  entryPoints: ["src/editor.js"],
  outfile: "../built/editor.js",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "inline",
  write: false,
});

// Whoever reads it meanwhile gets the old one or the new one, and never a half.
const draft = `../built/editor.js.${process.pid}`;
await mkdir("../built", { recursive: true });
await writeFile(draft, outputFiles[0].contents);
await rename(draft, "../built/editor.js");
