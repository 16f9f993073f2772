// From files and the microphone to mono samples at the model's rate.

/** Decodes a file. A WAV file is decoded at its own rate and resampled here once, with a better filter than that of browsers. */
export async function decode(bytes, sampleRate) {
  const rate = wavRate(bytes) ?? 48_000;
  const context = new OfflineAudioContext(1, 1, Math.min(96_000, Math.max(8_000, rate)));
  let decoded;
  try {
    decoded = await context.decodeAudioData(bytes.slice(0));
  } catch {
    throw new Error("This browser cannot read the file: it is not audio, is damaged, or has a format that the browser does not know.");
  }

  if (decoded.length === 0) { throw new Error("The recording holds no samples."); }
  const mono = new Float32Array(decoded.length);
  for (let c = 0; c < decoded.numberOfChannels; c++) {
    decoded.getChannelData(c).forEach((value, i) => { mono[i] += value / decoded.numberOfChannels; });
  }

  return resample(mono, decoded.sampleRate, sampleRate);
}

function wavRate(bytes) {
  const view = new DataView(bytes);
  const text = at => String.fromCharCode(...[0, 1, 2, 3].map(i => view.getUint8(at + i)));
  if (view.byteLength < 44 || text(0) !== "RIFF" || text(8) !== "WAVE") { return undefined; }
  for (let at = 12; at + 16 <= view.byteLength; at += 8 + view.getUint32(at + 4, true)) {
    if (text(at) === "fmt ") { return view.getUint32(at + 12, true); }
  }
  return undefined;
}

/** Resamples with a windowed sinc over 32 zero crossings on either side. */
export function resample(samples, from, to) {
  if (from === to) { return samples; }
  const cutoff = 0.95 * Math.min(1, to / from);
  const reach = 32 / cutoff;
  const result = new Float32Array(Math.ceil(samples.length * to / from));
  for (let i = 0; i < result.length; i++) {
    const center = i * from / to;
    let sum = 0;
    for (let k = Math.max(0, Math.ceil(center - reach)); k <= Math.min(samples.length - 1, center + reach); k++) {
      const x = k - center;
      const sinc = x === 0 ? cutoff : Math.sin(Math.PI * cutoff * x) / (Math.PI * x);
      const window = 0.42 + 0.5 * Math.cos(Math.PI * x / reach) + 0.08 * Math.cos(2 * Math.PI * x / reach);
      sum += samples[k] * sinc * window;
    }
    result[i] = sum;
  }
  return result;
}

const tapCode = `registerProcessor("tap", class extends AudioWorkletProcessor {
  process([input]) { if (input[0]) { this.port.postMessage(input[0].slice()); } return true; }
});`;

/** Records from the microphone until it is stopped; the browser resamples to the model's rate. */
export async function listen(sampleRate, onSamples) {
  if (!navigator.mediaDevices?.getUserMedia) {
    throw new Error("This page may not use a microphone: browsers give one to pages from https or localhost only.");
  }

  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia(
      { audio: { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false } });
  } catch (error) {
    throw new Error(error.name === "NotFoundError" ? "There is no microphone. Connect one, or choose a file."
      : error.name === "NotAllowedError" ? "The microphone was not allowed. Allow it in the browser's settings for this page, or choose a file."
      : `The microphone cannot be used: ${error.message}`);
  }

  const context = new AudioContext({ sampleRate });
  const code = URL.createObjectURL(new Blob([tapCode], { type: "text/javascript" }));
  await context.audioWorklet.addModule(code);
  URL.revokeObjectURL(code);
  const tap = new AudioWorkletNode(context, "tap");
  tap.port.onmessage = message => onSamples(message.data);
  context.createMediaStreamSource(stream).connect(tap).connect(context.destination); // the tap outputs silence
  return async () => {
    stream.getTracks().forEach(track => track.stop());
    await context.close();
  };
}

/** Writes 32-bit floating-point WAV, so that playback is exactly the model's input. */
export function wav(samples, sampleRate) {
  const view = new DataView(new ArrayBuffer(44 + 4 * samples.length));
  const text = (at, word) => [...word].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  text(0, "RIFF"); view.setUint32(4, 36 + 4 * samples.length, true); text(8, "WAVEfmt ");
  view.setUint32(16, 16, true); view.setUint16(20, 3, true); view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true); view.setUint32(28, 4 * sampleRate, true);
  view.setUint16(32, 4, true); view.setUint16(34, 32, true);
  text(36, "data"); view.setUint32(40, 4 * samples.length, true);
  new Float32Array(view.buffer, 44).set(samples);
  return new Blob([view], { type: "audio/wav" });
}
