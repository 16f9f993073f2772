"use strict";

const $ = id => document.getElementById(id);

const colors = {
  neutral: "#7d8797", calm: "#2f9c95", happy: "#d9950b", sad: "#3f6fc4", angry: "#d1423c",
  fearful: "#8256c4", disgust: "#5b9138", disgusted: "#5b9138", surprised: "#e0702c",
};
const spareColors = ["#b5508f", "#4c8fb8", "#8a7a3d", "#5f6ad0", "#9c5b45"];
const silent = "no speech";

let model;            // GET /model: labels, license, limits
let work;             // AbortController of the current clip
let recording;        // the recording in progress, or undefined
let timeline = { segments: [], seconds: 0 };

// --- Helpers

function colorOf(label) {
  if (label === "uncertain") { return "#9aa3b2"; }
  return colors[label] ?? spareColors[Math.max(0, model.labels.indexOf(label)) % spareColors.length];
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) { made.className = className; }
  if (text !== undefined) { made.textContent = text; }
  return made;
}

function clock(seconds) {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return (parts[0] ? parts : parts.slice(1)).map((part, i) => i ? String(part).padStart(2, "0") : part).join(":");
}

// Short clips need tenths of seconds.
const time = (seconds, total) => total < 20 ? `${seconds.toFixed(1)} s` : clock(seconds);

const percent = share => `${Math.round(100 * share)} %`;

function complain(text) {
  $("message").textContent = text;
  $("message").hidden = false;
}

// --- The service

// The key, if the service requires one, is kept until the tab is closed.
const keyName = "emohrnet-key";

function headers() {
  const key = sessionStorage.getItem(keyName);
  return key ? { "X-Api-Key": key } : {};
}

async function post(path, blob, signal) {
  const form = new FormData();
  form.append("file", blob, blob.name ?? "recording.wav");
  const response = await fetch(path, { method: "POST", body: form, headers: headers(), signal });
  if (response.ok) { return response; }
  const problem = await response.json().catch(() => ({}));
  throw new Error([problem.title, problem.detail].filter(Boolean).join(" ") || `The service answered ${response.status}.`);
}

async function* lines(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    const parts = (rest + (value ?? "")).split("\n");
    rest = parts.pop();
    for (const part of parts.filter(Boolean)) { yield JSON.parse(part); }
    if (done) { return; }
  }
}

// --- A clip

async function show(blob, name) {
  work?.abort();
  work = new AbortController();
  const { signal } = work;
  clear(name);
  if (blob.size > model.uploadBytes) {
    return complain(`The file has ${Math.round(blob.size / 1e6)} MB, at most ${Math.round(model.uploadBytes / 1e6)} MB are accepted.`);
  }

  const seconds = await load(blob);
  if (signal.aborted) { return; }
  const isLong = seconds > model.clipSeconds;
  const jobs = isLong ? [] : [predict(blob, signal), draw(blob, signal)];
  if (seconds === undefined || seconds > 2 * model.windowSeconds) { jobs.push(analyze(blob, signal, isLong)); }
  const failures = (await Promise.allSettled(jobs)).filter(job => job.status === "rejected").map(job => job.reason);
  if (!signal.aborted && failures.length > 0) { complain(failures[0].message); }
  if (!signal.aborted) { $("result").dataset.state = "done"; }
}

function clear(name) {
  $("message").hidden = true;
  $("result").hidden = false;
  $("result").dataset.state = "busy";
  $("name").textContent = name;
  for (const id of ["answer", "timeline-card", "spectrogram-card", "notes"]) { $(id).hidden = true; }
}

// The length in seconds; undefined if the browser cannot play the format.
function load(blob) {
  const player = $("player");
  if (player.src) { URL.revokeObjectURL(player.src); }
  return new Promise(resolve => {
    player.onloadedmetadata = () => resolve(Number.isFinite(player.duration) ? player.duration : undefined);
    player.onerror = () => { player.hidden = true; resolve(undefined); };
    player.hidden = false;
    player.src = URL.createObjectURL(blob);
  });
}

async function predict(blob, signal) {
  const answer = await (await post("predict", blob, signal)).json();
  showAnswer("Emotion", answer.label, answer.probabilities);
  $("notes").replaceChildren(...answer.notes.map(note => element("li", "", note)));
  $("notes").hidden = answer.notes.length === 0;
}

function showAnswer(caption, label, probabilities) {
  const ranked = Object.entries(probabilities).sort((a, b) => b[1] - a[1]);
  $("answer-caption").textContent = caption;
  $("label").textContent = label;
  $("label").style.color = colorOf(label);
  $("confidence").textContent = percent(ranked[0][1]);
  $("bars").replaceChildren(...ranked.map(([name, share]) => bar(name, share)));
  $("answer").hidden = false;
}

function bar(label, share) {
  const row = element("li");
  row.dataset.label = label;
  row.dataset.share = share;
  const track = element("div", "track");
  const fill = element("div", "fill");
  fill.style.width = `${100 * share}%`;
  fill.style.background = colorOf(label);
  track.append(fill);
  row.append(element("span", "", label), track, element("span", "value", percent(share)));
  return row;
}

async function draw(blob, signal) {
  // Drawn for the available width, so that the axes are readable on any screen.
  const width = Math.min(1000, Math.max(300, $("drop").clientWidth - 32));
  const height = width < 600 ? 240 : 300;
  const picture = await (await post(`spectrogram?width=${width}&height=${height}`, blob, signal)).blob();
  if ($("spectrogram").src) { URL.revokeObjectURL($("spectrogram").src); }
  $("spectrogram").src = URL.createObjectURL(picture);
  $("spectrogram-card").hidden = false;
}

// --- Over time

async function analyze(blob, signal, isLong) {
  timeline = { segments: [], seconds: 0 };
  $("segments").replaceChildren();
  $("timeline").replaceChildren($("playhead"));
  for await (const event of lines(await post("analyze", blob, signal))) {
    if (event.kind === "failed") { throw new Error(event.detail); }
    if (event.kind === "segment") { addSegment(event); }
    if (event.kind !== "segment" && event.seconds) { timeline.seconds = event.seconds; }
    if (isLong) { showMean(); }
    layOut(event);
  }
}

function addSegment(segment) {
  timeline.segments.push(segment);
  timeline.seconds = Math.max(timeline.seconds, segment.end);
  const block = element("div", segment.label === silent ? "segment silent" : "segment");
  block.style.background = segment.label === silent ? "" : colorOf(segment.label);
  const share = segment.probabilities ? `, ${percent(segment.confidence)}` : "";
  const text = `${time(segment.start, timeline.seconds)} – ${time(segment.end, timeline.seconds)}  ${segment.label}${share}`;
  block.title = text;
  $("timeline").append(block);
  $("segments").append(element("li", "", text));
}

function layOut(event) {
  const { segments, seconds } = timeline;
  const analyzed = segments.at(-1)?.end ?? 0;
  [...$("timeline").querySelectorAll(".segment")].forEach((block, i) => {
    const width = 100 * (segments[i].end - segments[i].start) / seconds;
    block.style.left = `${100 * segments[i].start / seconds}%`;
    block.style.width = `${width}%`;
    block.textContent = width > 12 && segments[i].label !== silent ? segments[i].label : "";
  });
  $("axis").replaceChildren(...[0, 0.25, 0.5, 0.75, 1].map(share => element("span", "", time(share * seconds, seconds))));
  $("timeline-state").textContent = event.kind === "finished"
    ? `${time(seconds, seconds)} analyzed in ${(event.milliseconds / 1000).toFixed(1)} s`
    : `${time(analyzed, seconds)} of ${time(seconds, seconds)}`;
  $("timeline-card").hidden = false;
}

// For a recording that is too long for one prediction: the mean over its speech.
function showMean() {
  const spoken = timeline.segments.filter(segment => segment.probabilities);
  const total = spoken.reduce((sum, segment) => sum + segment.end - segment.start, 0);
  if (total === 0) { return; }
  const mean = Object.fromEntries(model.labels.map(label =>
    [label, spoken.reduce((sum, segment) => sum + segment.probabilities[label] * (segment.end - segment.start), 0) / total]));
  const best = model.labels.reduce((a, b) => mean[b] > mean[a] ? b : a);
  showAnswer("Mean over the recording", best, mean);
}

function seek(event) {
  const box = $("timeline").getBoundingClientRect();
  $("player").currentTime = timeline.seconds * (event.clientX - box.left) / box.width;
}

function movePlayhead() {
  if (timeline.seconds > 0) { $("playhead").style.left = `${100 * $("player").currentTime / timeline.seconds}%`; }
}

// --- The microphone

const tapCode = `registerProcessor("tap", class extends AudioWorkletProcessor {
  process([input]) { if (input[0]) { this.port.postMessage(input[0].slice()); } return true; }
});`;

async function startRecording() {
  const stream = await navigator.mediaDevices.getUserMedia(
    { audio: { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false } });
  const context = new AudioContext();
  const code = URL.createObjectURL(new Blob([tapCode], { type: "text/javascript" }));
  await context.audioWorklet.addModule(code);
  URL.revokeObjectURL(code);
  const tap = new AudioWorkletNode(context, "tap");
  recording = { stream, context, blocks: [], count: 0 };
  tap.port.onmessage = message => addBlock(message.data);
  context.createMediaStreamSource(stream).connect(tap).connect(context.destination); // the tap outputs silence
  $("record").classList.add("on");
  $("level").hidden = false;
}

function addBlock(block) {
  if (!recording) { return; }
  recording.blocks.push(block);
  recording.count += block.length;
  const seconds = recording.count / recording.context.sampleRate;
  $("record-text").textContent = `Stop ${clock(seconds)}`;
  const peak = block.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  $("level").value = Math.max(peak, 0.9 * $("level").value);
  if (seconds >= model.clipSeconds - 1) { stopRecording(); }
}

async function stopRecording() {
  const { stream, context, blocks, count } = recording;
  recording = undefined;
  stream.getTracks().forEach(track => track.stop());
  $("record").classList.remove("on");
  $("record-text").textContent = "Record";
  $("level").hidden = true;
  await context.close();
  if (count > 0) { show(wav(blocks, count, context.sampleRate), "Recording"); }
}

// 16-bit mono PCM WAV, which the server decodes without other programs.
function wav(blocks, count, sampleRate) {
  const view = new DataView(new ArrayBuffer(44 + 2 * count));
  const text = (at, word) => [...word].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  text(0, "RIFF"); view.setUint32(4, 36 + 2 * count, true); text(8, "WAVEfmt ");
  view.setUint32(16, 16, true); view.setUint16(20, 1, true); view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true); view.setUint32(28, 2 * sampleRate, true);
  view.setUint16(32, 2, true); view.setUint16(34, 16, true);
  text(36, "data"); view.setUint32(40, 2 * count, true);
  let at = 44;
  for (const block of blocks) {
    for (const value of block) {
      view.setInt16(at, Math.round(32767 * Math.max(-1, Math.min(1, value))), true);
      at += 2;
    }
  }
  return new Blob([view], { type: "audio/wav" });
}

async function toggleRecording() {
  $("message").hidden = true;
  $("record").disabled = true;
  try {
    await (recording ? stopRecording() : startRecording());
  } catch (error) {
    complain(`The microphone cannot be used. ${error.message}`);
  } finally {
    $("record").disabled = false;
  }
}

// --- The page

function takeFile(file) {
  if (file) { show(file, file.name); }
}

function listen() {
  const drop = $("drop");
  $("record").onclick = toggleRecording;
  $("file").onchange = () => { takeFile($("file").files[0]); $("file").value = ""; };
  drop.ondragover = event => { event.preventDefault(); drop.classList.add("over"); };
  drop.ondragleave = () => drop.classList.remove("over");
  drop.ondrop = event => { event.preventDefault(); drop.classList.remove("over"); takeFile(event.dataTransfer.files[0]); };
  $("timeline").onclick = seek;
  $("player").ontimeupdate = movePlayhead;
  $("record").disabled = !navigator.mediaDevices;
}

function askForKey() {
  $("key-form").hidden = false;
  $("key-form").onsubmit = event => {
    event.preventDefault();
    sessionStorage.setItem(keyName, $("key").value);
    location.reload();
  };
  document.body.dataset.state = "closed";
}

async function start() {
  const response = await fetch("model", { headers: headers() });
  if (response.status === 401) { return askForKey(); }
  model = await response.json();
  $("license").textContent = `Model weights: ${model.license || "license not stated"}`;
  listen();
  document.body.dataset.state = "ready";
}

start().catch(error => complain(`The service does not answer. ${error.message}`));
