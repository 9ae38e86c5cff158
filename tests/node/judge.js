// Compile schemas with strict ajv, and ask it about values: {schemas, values: {$id: [value, …]}}.
import { readFileSync } from "node:fs";
import Draft7 from "ajv";
import Draft2020 from "ajv/dist/2020.js";

const { schemas, values } = JSON.parse(readFileSync(0, "utf8"));
const verdicts = {};
for (const schema of schemas) {
  const { default: Ajv } = schema.$schema.includes("2020-12") ? Draft2020 : Draft7;
  const validate = new Ajv({ strict: true }).compile(schema);
  verdicts[schema.$id] = (values[schema.$id] ?? []).map((value) => validate(value));
}
console.log(JSON.stringify(verdicts));
