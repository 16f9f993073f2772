// Runs the whole form on clips in JavaScript and prints the probabilities of each clip.
// node answers.mjs FOLDER PACKAGE MODEL SAMPLES LENGTHS: the folder with node_modules, onnxruntime-node or onnxruntime-web, the .onnx file,
// a file of 32-bit floats with all clips one after the other, and the number of samples of each clip, separated by commas.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [folder, name, model, samplesFile, lengths] = process.argv.slice(2);
const ort = createRequire(`${folder}/`)(name);
const bytes = readFileSync(samplesFile);
const samples = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
const session = await ort.InferenceSession.create(new Uint8Array(readFileSync(model)));
const answers = [];
let start = 0;
for (const length of lengths.split(",").map(Number)) {
  const clip = new ort.Tensor("float32", samples.slice(start, start + length), [1, length]);
  const { probabilities } = await session.run({ samples: clip });
  answers.push([...probabilities.data]);
  start += length;
}
console.log(JSON.stringify(answers));
process.exit(0);
