// What must compile, with types made of the schema of documents.
import type { Ai, ConnectSerial, Document, Section, Step } from "./document.js";

const connect: ConnectSerial = {
  serial: [{ to: "+15551234567", timeout: 20 }, { to: "sip:alice@example.com" }],
  confirm: [{ play: { url: "say:Press 1." } }],
  result: [{ when: "connect_result != 'connected'", then: [{ hangup: { reason: "busy" } }] }],
};
const ai: Ai = {
  prompt: { text: "Be kind.", temperature: 0.3, contexts: { default: { steps: [{ name: "greet" }] } } },
  SWAIG: {
    functions: [
      {
        function: "look_up",
        description: "Look it up.",
        data_map: {
          output: { response: "Done.", action: [{ SWML: { sections: { main: [{ hangup: {} }] } } }] },
        },
      },
    ],
  },
};
const later: Section = [{ sleep: 500 }, { sleep: { duration: "${pause}" } }, { label: "end" }];
const steps: Step[] = [
  { answer: {} },
  { play: { urls: ["say:Hi", "silence:1"], volume: -3 } },
  { pay: { payment_connector_url: "https://example.com/pay", timeout: "${seconds}", security_code: "true" } },
  { set: { a: 1, b: { c: [true, null] } } },
  { switch: { variable: "a", case: { "1": later }, default: [{ return: { done: true } }] } },
  { connect },
  { ai },
];
export const whole: Document = { version: "1.0.0", sections: { main: steps, later } };
