// What must compile, with types made of the schema of documents for messages.
import type { Document, Step } from "./messaging-document.js";

const steps: Step[] = [
  { receive: {} },
  { reply: "Hi" },
  { reply: { body: "Hi", media: ["https://example.com/a.png"] } },
  { switch: { variable: "message.body", transform: "lowercase_trim", case: { stop: [{ return: null }] } } },
];
export const whole: Document = { sections: { main: steps } };
