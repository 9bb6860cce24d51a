// Bundles the writing page into ../built/editor.js: one file, no outside address.
import { build } from "esbuild";

await build({
  entryPoints: ["src/editor.js"],
  outfile: "../built/editor.js",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "linked",
});
