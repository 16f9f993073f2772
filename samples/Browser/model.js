// Loads the exported model, reads its metadata and runs it: mono samples in, probabilities out.
const engine = "./node_modules/onnxruntime-web/dist/ort.wasm.min.mjs";

// A module with one SIMD instruction: a browser that accepts it supports SIMD.
const simd = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11]);

export async function loadModel(url) {
  if (typeof WebAssembly === "undefined" || !WebAssembly.validate(simd)) {
    throw new Error("This browser has no WebAssembly SIMD, which the model needs. Every browser since 2021 has it (Safari since 16.4).");
  }

  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`There is no ${url} beside this page. Make it: emohrnet export --output ${url}`);
  }

  const bytes = new Uint8Array(await response.arrayBuffer());
  const about = metadata(bytes, url);
  const ort = await loadEngine();
  const session = await ort.InferenceSession.create(bytes, { executionProviders: ["wasm"] });
  const labels = JSON.parse(about.labels);
  return {
    labels,
    sampleRate: Number(about.sample_rate),
    license: about.license,
    windowSeconds: windowSeconds(JSON.parse(about.emohrnet)),
    threads: ort.env.wasm.numThreads || 1,
    /** The probabilities of clips of equal length, an array for each. */
    async run(clips) {
      const samples = new Float32Array(clips.length * clips[0].length);
      clips.forEach((clip, i) => samples.set(clip, i * clip.length));
      const { probabilities } = await session.run({ samples: new ort.Tensor("float32", samples, [clips.length, clips[0].length]) });
      return clips.map((_, i) => [...probabilities.data.slice(i * labels.length, (i + 1) * labels.length)]);
    },
  };
}

async function loadEngine() {
  try {
    return await import(engine);
  } catch {
    throw new Error("There is no onnxruntime-web beside this page, the engine that runs the model. Get it: npm install");
  }
}

function windowSeconds(description) {
  const { hopLength, sampleRate } = description.features.mel;
  return description.windowFrames * hopLength / sampleRate;
}

// ONNX is protobuf. The engine does not expose the metadata of a model, so it is read here: field 14 of the model, with the key in
// field 1 and the value in field 2.
function metadata(bytes, url) {
  const entries = {};
  try {
    for (const { field, content } of fields(bytes)) {
      if (field === 14) {
        const parts = Object.fromEntries([...fields(content)].map(part => [part.field, new TextDecoder().decode(part.content)]));
        entries[parts[1]] = parts[2];
      }
    }
  } catch {
    // A file that is not protobuf has no metadata.
  }

  if (entries.form !== "whole") {
    throw new Error(entries.form
      ? `${url} is the network alone, which does not take samples. Export the whole form: emohrnet export --form whole --output ${url}`
      : `${url} is not an exported model (a .safetensors file must be exported first): emohrnet export MODEL --output ${url}`);
  }

  return entries;
}

function* fields(bytes) {
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) { throw new Error("The end comes too early."); }
      value += (byte & 127) * shift;
      if (byte < 128) { return value; }
    }
  };
  while (at < bytes.length) {
    const tag = number();
    const kind = tag % 8;
    if (kind === 0) {
      number();
    } else if (kind === 2) {
      const length = number();
      if (at + length > bytes.length) { throw new Error("The end comes too early."); }
      yield { field: Math.floor(tag / 8), content: bytes.subarray(at, at + length) };
      at += length;
    } else if (kind === 1 || kind === 5) {
      at += kind === 1 ? 8 : 4;
    } else {
      throw new Error("Not protobuf.");
    }
  }
}
