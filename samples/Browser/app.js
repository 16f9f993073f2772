// The page: a recording or the microphone in, bars and a timeline out.
import { decode, listen, wav } from "./audio.js";
import { loadModel } from "./model.js";

const colors = {
  angry: "#d43c3c", happy: "#e0a100", sad: "#3d6fd1", fearful: "#8b4fc6", disgust: "#4e8f3a", surprised: "#e2711d", calm: "#2aa5a0", neutral: "#7b8494",
};
const longestClipSeconds = 60;
const batch = 4;

const $ = id => document.getElementById(id);
let model;
let recording;
let busy = Promise.resolve();

// --- Answers

async function show(name, samples) {
  $("result").dataset.state = "busy";
  $("result").hidden = false;
  $("name").textContent = name;
  if ($("player").src) { URL.revokeObjectURL($("player").src); }
  $("player").src = URL.createObjectURL(wav(samples, model.sampleRate));
  const isClip = samples.length <= longestClipSeconds * model.sampleRate;
  if (isClip) { showAnswer("Emotion", (await model.run([samples]))[0]); }
  const windows = await follow(samples);
  if (!isClip) { showAnswer("Mean over the recording", mean(windows.filter(window => window.probabilities))); }
  $("result").dataset.state = "done";
}

function showAnswer(caption, probabilities) {
  const ranked = model.labels.map((label, i) => ({ label, share: probabilities[i] })).sort((a, b) => b.share - a.share);
  $("answer-caption").textContent = caption;
  $("label").textContent = ranked[0].label;
  $("confidence").textContent = percent(ranked[0].share);
  $("bars").replaceChildren(...ranked.map(bar));
}

function bar({ label, share }) {
  const row = element("li", "");
  row.dataset.label = label;
  row.dataset.share = share;
  const fill = element("div", "fill");
  fill.style.width = `${100 * share}%`;
  fill.style.background = colorOf(label);
  const track = element("div", "track");
  track.append(fill);
  row.append(element("span", "", label), track, element("span", "value", percent(share)));
  return row;
}

function mean(windows) {
  return model.labels.map((_, i) => windows.reduce((sum, window) => sum + window.probabilities[i], 0) / Math.max(1, windows.length));
}

// --- Over time

/** Predicts windows half a window apart; the last one ends with the recording. */
async function follow(samples) {
  const length = Math.round(model.windowSeconds * model.sampleRate);
  $("timeline-card").hidden = samples.length <= length;
  if (samples.length <= length) { return []; }
  const count = 1 + Math.ceil((samples.length - length) / (length / 2));
  const starts = Array.from({ length: count }, (_, i) => Math.round(i * (samples.length - length) / (count - 1)));
  const clips = starts.map(start => samples.subarray(start, start + length));
  const loudest = Math.max(...clips.map(power));
  const windows = clips.map((clip, i) => ({ center: (starts[i] + length / 2) / model.sampleRate, clip, isSpeech: power(clip) > 1e-4 * loudest && power(clip) > 1e-9 }));
  const spoken = windows.filter(window => window.isSpeech);
  for (let i = 0; i < spoken.length; i += batch) {
    const some = spoken.slice(i, i + batch);
    (await model.run(some.map(window => window.clip))).forEach((probabilities, k) => { some[k].probabilities = probabilities; });
    draw(windows, samples.length / model.sampleRate);
    await new Promise(resolve => setTimeout(resolve)); // keeps the page responsive
  }
  draw(windows, samples.length / model.sampleRate);
  return windows;
}

function power(clip) {
  return clip.reduce((sum, value) => sum + value * value, 0) / clip.length;
}

function draw(windows, seconds) {
  const blocks = windows.map((window, i) => {
    const start = i === 0 ? 0 : (windows[i - 1].center + window.center) / 2;
    const end = i === windows.length - 1 ? seconds : (window.center + windows[i + 1].center) / 2;
    const best = window.probabilities?.indexOf(Math.max(...window.probabilities));
    const label = best === undefined ? "" : model.labels[best];
    const block = element("div", window.isSpeech ? "segment" : "segment silent", (end - start) / seconds > 0.12 ? label : "");
    block.style.left = `${100 * start / seconds}%`;
    block.style.width = `${100 * (end - start) / seconds}%`;
    block.style.background = label ? colorOf(label) : "";
    block.title = `${start.toFixed(1)} – ${end.toFixed(1)} s  ${label ? `${label}, ${percent(window.probabilities[best])}` : "no speech"}`;
    return block;
  });
  $("timeline").replaceChildren(...blocks);
  $("axis").replaceChildren(...[0, 0.25, 0.5, 0.75, 1].map(share => element("span", "", `${(share * seconds).toFixed(1)} s`)));
}

// --- The microphone

async function startRecording() {
  const blocks = [];
  let count = 0;
  let asked = 0;
  const hearing = { isOn: true };
  const stop = await listen(model.sampleRate, block => {
    if (!hearing.isOn) { return; } // Audio that was still in the queue when the button was pressed.
    blocks.push(block);
    count += block.length;
    const seconds = count / model.sampleRate;
    $("record-text").textContent = `Stop ${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
    if (seconds >= asked + 1 && recording && !recording.isBusy) {
      asked = seconds;
      showNow(join(blocks));
    }
  });
  recording = { stop, blocks, hearing, isBusy: false };
  $("record").classList.add("on");
}

/** Predicts the last window while recording. */
async function showNow(samples) {
  recording.isBusy = true;
  const now = samples.slice(-Math.round(model.windowSeconds * model.sampleRate));
  busy = model.run([now]).then(([probabilities]) => {
    if (!recording) { return; }
    recording.isBusy = false;
    $("result").hidden = false;
    showAnswer("Now", probabilities);
  });
  await busy;
}

async function stopRecording() {
  const { stop, blocks, hearing } = recording;
  recording = undefined;
  hearing.isOn = false;
  $("record").classList.remove("on");
  $("record-text").textContent = "Record";
  await stop();
  await busy;
  if (blocks.length > 0) { await show("Recording", join(blocks)); }
}

function join(blocks) {
  const samples = new Float32Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) { samples.set(block, at); at += block.length; }
  return samples;
}

// --- The page

async function take(file) {
  if (file) { await show(file.name, await decode(await file.arrayBuffer(), model.sampleRate)); }
}

/** Runs one task at a time and shows its error. */
async function attempt(action) {
  $("message").hidden = true;
  $("record").disabled = true;
  try {
    await action();
  } catch (error) {
    complain(error.message);
  } finally {
    $("record").disabled = false;
  }
}

function complain(text) {
  $("message").textContent = text;
  $("message").hidden = false;
  $("result").dataset.state = "done";
}

function connect() {
  const drop = $("drop");
  $("record").onclick = () => attempt(() => recording ? stopRecording() : startRecording());
  $("file").onchange = () => attempt(() => take($("file").files[0])).then(() => { $("file").value = ""; });
  drop.ondragover = event => { event.preventDefault(); drop.classList.add("over"); };
  drop.ondragleave = () => drop.classList.remove("over");
  drop.ondrop = event => { event.preventDefault(); drop.classList.remove("over"); attempt(() => take(event.dataTransfer.files[0])); };
  $("record").disabled = $("file").disabled = false;
}

function element(tag, className, text = "") {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

function percent(share) { return `${Math.round(100 * share)} %`; }

function colorOf(label) { return colors[label] ?? `hsl(${47 * model.labels.indexOf(label)} 55% 50%)`; }

try {
  model = await loadModel("model.onnx");
  $("status").hidden = true;
  $("license").textContent = `Model weights: ${model.license || "license not stated"}`;
  $("engine").textContent = `Computed in this page by WebAssembly, ${crossOriginIsolated ? "on several threads" : "on one thread"}.`;
  connect();
  document.body.dataset.state = "ready";
} catch (error) {
  $("status").hidden = true;
  complain(error.message);
  document.body.dataset.state = "failed";
}
