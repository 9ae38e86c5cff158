// What the editor's engine says of texts, [line, column, message] for each place that it marks, and
// what it offers at one place: {schema, texts, offer: {text, offset}}.
import { readFileSync } from "node:fs";
import engine from "vscode-json-languageservice";

const { schema, texts, offer } = JSON.parse(readFileSync(0, "utf8"));
const service = engine.getLanguageService({});
const schemas = [{ uri: schema.$id, fileMatch: ["*"], schema }];
service.configure({ validate: true, schemas });

function opened(text) {
  const document = engine.TextDocument.create("file:///document.json", "json", 1, text);
  return [document, service.parseJSONDocument(document)];
}

const marked = [];
for (const text of texts) {
  const found = await service.doValidation(...opened(text));
  marked.push(found.map(({ range: { start }, message }) => [start.line + 1, start.character + 1, message]));
}
const [document, parsed] = opened(offer.text);
const offered = await service.doComplete(document, document.positionAt(offer.offset), parsed);
console.log(JSON.stringify({ marked, offered: offered.items.map(({ label }) => label) }));
