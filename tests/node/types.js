// The TypeScript that json-schema-to-typescript makes of each schema: {$id: schema} to {$id: text}.
import { readFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const found = {};
for (const [id, schema] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  found[id] = await compile(schema, schema.title);
}
console.log(JSON.stringify(found));
